/** What the page Home says first: what needs the reader, and what is under way. */

import { isUnfinished } from "../../lib/statuses.js";
import { plural } from "../../lib/text.js";

/** @import { JobRequestRow } from "../../api/types" */

const DAY_MS = 24 * 60 * 60 * 1000;
const RECENT_DAYS = 14;
const AT_MOST = 3;

/**
 * The requests with failed jobs that still matter: of each workspace and backend only the newest
 * request, none older than two weeks, three at most.
 *
 * @param {readonly JobRequestRow[]} rows the reader's requests, newest first
 * @param {number} now milliseconds since 1970
 */
export function needingYou(rows, now) {
  /** @type {Set<string>} */
  const seen = new Set();
  const newest = rows.filter(({ workspace, backend }) => {
    const place = `${workspace.name} ${backend.slug}`;
    return !seen.has(place) && seen.add(place);
  });
  return newest
    .filter(({ created_at: at }) => now - new Date(at).getTime() < RECENT_DAYS * DAY_MS)
    .filter((row) => row.display_status === "failed" || row.job_counts.failed > 0)
    .slice(0, AT_MOST);
}

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
 * What failed, as a heading: "2 jobs failed in ckd-vaccine-main".
 *
 * @param {JobRequestRow} row
 */
export function failureTitle({ job_counts: counts, workspace, number }) {
  return counts.failed
    ? `${plural(counts.failed, "job")} failed in ${workspace.name}`
    : `Request ${number} failed in ${workspace.name}`;
}

/**
 * @param {readonly JobRequestRow[]} rows
 */
export function unfinishedOf(rows) {
  return rows.filter(({ display_status: status }) => isUnfinished(status));
}
