/** What the page Home says first: what needs the reader, and what is under way. */

import { isUnfinished } from "../../lib/statuses.js";
import { plural } from "../../lib/text.js";

/** @import { JobRequestRow, StandingFailure } from "../../api/types" */

/** The pseudo-action by which a runner refuses a whole request. */
const REFUSAL = "__error__";

/**
 * "1 thing needs you. 2 of your requests are unfinished."
 *
 * @param {{ needing: number, unfinished: number, more: boolean }} amounts `more`: there may be more
 *   unfinished ones than were counted
 */
export function summaryWords({ needing, unfinished, more }) {
  const first = needing
    ? `${plural(needing, "thing needs", "things need")} you.`
    : "Nothing needs you.";
  if (!unfinished) return `${first} None of your requests is unfinished.`;
  const amount = more ? `${unfinished} or more` : String(unfinished);
  return `${first} ${amount} of your requests ${unfinished === 1 ? "is" : "are"} unfinished.`;
}

/**
 * The reader's newest request in each workspace.
 *
 * @param {readonly JobRequestRow[]} rows newest first
 * @returns {Map<string, JobRequestRow>} by name of the workspace
 */
export function newestByWorkspace(rows) {
  /** @type {Map<string, JobRequestRow>} */
  const newest = new Map();
  for (const row of rows) {
    if (!newest.has(row.workspace.name)) newest.set(row.workspace.name, row);
  }
  return newest;
}

/**
 * What failed, as a heading: "fit_model failed in ckd-vaccine-main", "2 jobs failed in …".
 *
 * @param {StandingFailure} failure
 */
export function failureTitle({
  job_request: { workspace, number },
  actions,
  actions_total: total,
}) {
  if (actions[0] === REFUSAL) return `Request ${number} failed in ${workspace.name}`;
  const what = total === 1 ? actions[0] : plural(total, "job");
  return `${what} failed in ${workspace.name}`;
}

/**
 * @param {readonly JobRequestRow[]} rows
 */
export function unfinishedOf(rows) {
  return rows.filter(({ display_status: status }) => isUnfinished(status));
}
