/** How often an open page asks for news. */

import { isUnfinished } from "../../lib/statuses.js";

/** @import { AnyStatus } from "../../lib/statuses.js" */

const MOVING_MS = 2000;
const RESTING_MS = 15_000;

/**
 * Milliseconds between two questions.
 *
 * @param {boolean} moving whether something unfinished is shown
 */
export function paceOf(moving) {
  return moving ? MOVING_MS : RESTING_MS;
}

/**
 * The same for a list of things with a state. What is not here yet counts as moving: the first wait
 * begins before the first answer.
 *
 * @param {readonly { display_status: AnyStatus }[] | null | undefined} rows
 */
export function paceOfRows(rows) {
  return paceOf(!rows || rows.some((row) => isUnfinished(row.display_status)));
}
