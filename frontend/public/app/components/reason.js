/** Why an unfinished thing is where it is, or what a failure means; next to its name. */

import { html } from "../ui.js";

/** @import { Reason as ReasonData } from "../api/types" */

/**
 * @param {{ reason: ReasonData | null, failed?: boolean, full?: boolean }} props `failed` in its
 *   colour; `full` with what happens next
 */
export function Reason({ reason, failed = false, full = false }) {
  if (!reason) return null;
  return html`
    <span class="reason ${failed ? "reason--failed" : ""}">
      ${reason.text}
      ${full && reason.what_next && html` <span class="reason__next">${reason.what_next}</span>`}
    </span>
  `;
}
