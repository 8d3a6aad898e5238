/** Views of the same thing, and parts of an object. Links: the choice is in the URL. */

import { html } from "../ui.js";
import { Icon } from "./icon.js";

/** @import { Child } from "../ui" */

/**
 * @typedef {{ key: string, label: string, href: string, icon?: string, count?: Child }} View
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

/** @param {{ label: string, views: readonly View[], current: string }} props */
export function Tabs({ label, views, current }) {
  return html`
    <nav class="tabs" aria-label=${label}>
      ${views.map(
        ({ key, label: text, href, count }) => html`
          <a key=${key} class="tabs__tab" href=${href} aria-current=${key === current ? "page" : undefined}>
            ${text} ${count !== undefined && html`<span class="tabs__count">${count}</span>`}
          </a>
        `,
      )}
    </nav>
  `;
}
