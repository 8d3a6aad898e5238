/** Above a table: how many rows are chosen, and what can be done to all of them. */

import { plural } from "../lib/text.js";
import { html } from "../ui.js";
import { Button } from "./button.js";

/** @import { Child } from "../ui" */

/**
 * Shown as long as something is chosen.
 *
 * @param {{
 *   chosen: number, shown: number, onAll: () => void, onClear: () => void, children?: Child
 * }} props `shown` is how many rows the page has; `children` are the buttons
 */
export function BulkBar({ chosen, shown, onAll, onClear, children }) {
  if (!chosen) return null;
  return html`
    <div class="bulk-bar" role="group" aria-label="What to do with ${plural(chosen, "chosen row")}">
      <strong role="status">${chosen} chosen</strong>
      ${chosen < shown && html`<button type="button" class="link-button" onClick=${onAll}>Choose all ${shown} of this page</button>`}
      <div class="bulk-bar__actions">
        ${children}
        <${Button} small onClick=${onClear}>Clear choice<//>
      </div>
    </div>
  `;
}

/**
 * The box that chooses a row.
 *
 * @param {{ label: string, checked: boolean, onChange: (checked: boolean) => void }} props
 */
export function ChooseBox({ label, checked, onChange }) {
  /** @param {Event & { currentTarget: HTMLInputElement }} event */
  const handleChange = ({ currentTarget }) => onChange(currentTarget.checked);
  return html`<input class="checkbox__input bulk-bar__box" type="checkbox" aria-label=${label} checked=${checked} onChange=${handleChange} />`;
}

/**
 * What became of a change of many: who was skipped, each with the reason.
 *
 * @param {{ skipped: readonly { username: string, reason: string }[] }} props
 */
export function SkippedList({ skipped }) {
  if (!skipped.length) return null;
  return html`
    <p>${plural(skipped.length, "person was", "people were")} skipped:</p>
    <ul class="bulk-bar__skipped">
      ${skipped.map(({ username, reason }) => html`<li key=${username}><strong>${username}</strong>: ${reason}</li>`)}
    </ul>
  `;
}
