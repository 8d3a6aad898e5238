/** Grey bars in the place of what loads; nothing for the first 200 ms. */

import { html } from "../ui.js";

/** @param {{ lines?: number, label?: string }} props */
export function Loading({ lines = 5, label = "Loading…" }) {
  return html`
    <div class="loading" role="status">
      <span class="visually-hidden">${label}</span>
      ${Array.from({ length: lines }, (_, i) => html`<span key=${i} class="loading__line" aria-hidden="true"></span>`)}
    </div>
  `;
}
