/** Why an unfinished thing is where it is, or what a failure means; next to its name. */

import { html } from "../ui.js";
import { Time } from "./time.js";

/** @import { Reason as ReasonData } from "../api/types" */

/** Reasons that hold a thing from outside; for them it matters since when. */
const HOLDING = new Set(["no_contact", "backend_paused", "database_maintenance"]);

/**
 * @param {{ reason: ReasonData | null, failed?: boolean, full?: boolean }} props `failed` in its
 *   colour; `full` with what happens next
 */
export function Reason({ reason, failed = false, full = false }) {
  if (!reason) return null;
  return html`
    <span class="reason ${failed ? "reason--failed" : ""}">
      ${reason.text}
      ${reason.since && HOLDING.has(reason.code) && html` <span class="reason__since">Since <${Time} value=${reason.since} style="since" />.</span>`}
      ${full && reason.what_next && html` <span class="reason__next">${reason.what_next}</span>`}
    </span>
  `;
}
