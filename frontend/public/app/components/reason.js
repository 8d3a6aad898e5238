/** Why an unfinished thing is where it is, or what a failure means; next to its name. */

import { html } from "../ui.js";
import { Time } from "./time.js";

/** @import { Reason as ReasonData } from "../api/types" */

/** Reasons that hold a thing from outside; for them it matters since when. */
const HOLDING = new Set([
  "backend_switched_off",
  "no_contact",
  "backend_paused",
  "database_maintenance",
]);

/**
 * @param {{ reason: ReasonData | null, failed?: boolean, full?: boolean }} props `failed` in its
 *   colour; `full` with since when, what happens next and who can change it
 */
export function Reason({ reason, failed = false, full = false }) {
  if (!reason) return null;
  const { text, code, since, until, heard_at: heardAt, what_next: next } = reason;
  const dated = since && (HOLDING.has(code) || (full && !failed));
  return html`
    <span class="reason ${failed ? "reason--failed" : ""}">
      ${text}
      ${dated && html` <span class="reason__since">Since <${Time} value=${since} style="since" />.</span>`}
      ${until && html` <span class="reason__since">It ends <${Time} value=${until} />.</span>`}
      ${full && html` <span class="reason__next">${next}</span>`}
      ${full && code === "not_picked_up" && heardAt && html` <span class="reason__since">Its last contact was <${Time} value=${heardAt} style="ago" />.</span>`}
      ${full && reason.who_can_act === "operators" && html` <span class="reason__next">The people who run the backend can change that.</span>`}
    </span>
  `;
}
