/** How long a job waited before it started, or waits already. */

import { Duration } from "../../components/time.js";
import { html } from "../../ui.js";

/** @import { Job } from "../../api/types" */

/** @param {{ job: Job }} props nothing for a job that ended without ever starting */
export function Waited({ job: { waited_s: seconds, display_status: status, created_at: since } }) {
  const waits = status === "waiting" || status === "held";
  if (seconds === null && !waits) return null;
  return html`<${Duration} seconds=${seconds} since=${waits ? since : null} />`;
}
