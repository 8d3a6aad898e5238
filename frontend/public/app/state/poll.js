/** Keeps a resource current. The client sends the ETag, so an unchanged answer costs little. */

const LONGEST_WAIT_MS = 60_000;

/**
 * @typedef {object} Pollable
 * @property {() => Promise<void>} refresh
 * @property {{ peek: () => unknown }} error
 */

/**
 * Refreshes a resource every so often, a little unevenly, so that pages do not ask in step. Rests
 * while the page is hidden and asks at once when it is seen again; after errors the waits double.
 *
 * @param {Pollable} resource
 * @param {{ everyMs: number }} options
 * @returns {{ stop: () => void }}
 */
export function createPoll(resource, { everyMs }) {
  let failures = 0;
  let stopped = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function schedule() {
    clearTimeout(timer);
    if (!stopped && !document.hidden) timer = setTimeout(turn, waitMs({ everyMs, failures }));
  }

  async function turn() {
    await resource.refresh();
    failures = resource.error.peek() ? failures + 1 : 0;
    schedule();
  }

  function handleVisibility() {
    clearTimeout(timer);
    if (!document.hidden) turn();
  }

  document.addEventListener("visibilitychange", handleVisibility);
  schedule();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", handleVisibility);
    },
  };
}

/**
 * Milliseconds to the next turn: the interval, doubled for each failure in a row, up to a minute;
 * between 90 % and 110 % of that.
 *
 * @param {{ everyMs: number, failures: number, random?: number }} state
 */
export function waitMs({ everyMs, failures, random = Math.random() }) {
  const longest = Math.max(everyMs, LONGEST_WAIT_MS);
  return Math.min(longest, everyMs * 2 ** failures) * (0.9 + 0.2 * random);
}
