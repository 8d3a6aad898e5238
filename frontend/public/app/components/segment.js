/** Views of the same thing. Links: the choice is in the URL. */

import { html } from "../ui.js";
import { Icon } from "./icon.js";

/**
 * @typedef {{ key: string, label: string, href: string, icon?: string }} View
 *
 * @param {{ label: string, views: readonly View[], current: string }} props two to four
 */
export function Segment({ label, views, current }) {
  return html`
    <nav class="segment" aria-label=${label}>
      ${views.map(
        ({ key, label: text, href, icon }) => html`
          <a key=${key} class="segment__view" href=${href} data-replace aria-current=${key === current ? "true" : undefined}>
            ${icon && html`<${Icon} name=${icon} />`} ${text}
          </a>
        `,
      )}
    </nav>
  `;
}
