/** What happened, why, and what to do: in place (callout), or for the service (banner). */

import { html } from "../ui.js";
import { Icon } from "./icon.js";
import { StatusShape } from "./status.js";

/** @import { Tone } from "../lib/statuses.js" */
/** @import { Child } from "../ui" */

/**
 * @param {{ tone: Tone | "accent", title: Child, actions?: Child, level?: 2 | 3, children?: Child, id?: string }} props
 */
export function Callout({ tone, title, actions, level = 2, children, id }) {
  return html`
    <section class="callout tone--${tone}" id=${id}>
      <div class="callout__body">
        <${`h${level}`} class="callout__title">
          ${tone === "failed" && html`<${StatusShape} status="failed" />`}
          ${tone === "held" && html`<${Icon} name="warning" />`}
          <span>${title}</span>
        <//>
        <div class="callout__text">${children}</div>
      </div>
      ${actions && html`<div class="callout__actions">${actions}</div>`}
    </section>
  `;
}

/**
 * One line under the app bar.
 *
 * @param {{ tone?: Tone, mark?: Child, onClose?: () => void, children?: Child }} props `mark` where the
 *   shape is not that of the tone
 */
export function Banner({ tone = "held", mark, onClose, children }) {
  return html`
    <div class="banner tone--${tone}">
      ${mark ?? html`<${Icon} name=${tone === "held" ? "warning" : "info"} />`}
      <p class="banner__text">${children}</p>
      ${
        onClose &&
        html`<button type="button" class="icon-button" aria-label="Close this notice" onClick=${onClose}>
          <${Icon} name="close" />
        </button>`
      }
    </div>
  `;
}
