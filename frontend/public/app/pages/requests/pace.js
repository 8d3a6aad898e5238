/** How often an open page asks for news. */

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
