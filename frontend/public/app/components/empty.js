/** Where nothing is yet: what will appear here and when. */

import { html } from "../ui.js";

/** @import { Child } from "../ui" */

/** @param {{ title: string, level?: 2 | 3, action?: Child, children?: Child }} props one sentence, one button */
export function Empty({ title, level = 3, action, children }) {
  return html`
    <div class="empty">
      <span class="empty__strip" aria-hidden="true">${[1, 2, 3, 4, 5, 6].map((i) => html`<span key=${i}></span>`)}</span>
      <${`h${level}`} class="empty__title">${title}<//>
      <p class="empty__text">${children}</p>
      ${action && html`<div class="empty__action">${action}</div>`}
    </div>
  `;
}
