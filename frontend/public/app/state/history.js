/** The history of an object, page after page, as `components/history.js` shows it. */

import { useState } from "../ui.js";
import { useResource } from "./resource.js";

/** @import { HistoryEvent } from "../api/types" */
/** @import { ApiProblem } from "../api/client.js" */
/** @import { LoadOptions } from "./resource.js" */

/**
 * @typedef {{ results: HistoryEvent[], next: string | null }} EventPage
 * @typedef {object} History
 * @property {HistoryEvent[] | null} events those loaded so far, newest first; null before the first answer
 * @property {ApiProblem | null} error
 * @property {boolean} loading
 * @property {boolean} hasOlder
 * @property {() => void} onOlder loads the next page, or tries again
 */

/**
 * Loads the newest events of one object at once and older ones when asked. A changed input loads the
 * newest again, so `version` of the object among them shows the event of a change just made; what
 * was loaded stays below them.
 *
 * @param {(query: { cursor?: string }, options: LoadOptions) => Promise<EventPage>} load
 * @param {readonly unknown[]} [inputs] after which of the object's facts the newest load again
 * @param {{ live?: readonly string[] }} [options] topics after which they do too
 * @returns {History}
 */
export function useHistory(load, inputs = [], options = {}) {
  const [older, setOlder] = useState(/** @type {EventPage[]} */ ([]));
  const [problem, setProblem] = useState(/** @type {ApiProblem | null} */ (null));
  const [busy, setBusy] = useState(false);
  const first = useResource(
    async (options) => {
      const page = await load({}, options);
      setOlder((pages) => below(page, first.data.peek(), pages));
      return page;
    },
    inputs,
    options,
  );
  const newest = first.data.value;
  const cursor = older.length ? (older.at(-1)?.next ?? null) : (newest?.next ?? null);

  const handleOlder = async () => {
    if (!newest) return first.refresh();
    setBusy(true);
    setProblem(null);
    try {
      const page = await load({ cursor: /** @type {string} */ (cursor) }, NEVER_ENDED);
      setOlder((pages) => [...pages, page]);
    } catch (error) {
      setProblem(/** @type {ApiProblem} */ (error));
    }
    setBusy(false);
  };

  return {
    events: newest && [newest, ...older].flatMap(({ results }) => results),
    error: problem ?? first.error.value,
    loading: busy || first.loading.value,
    hasOlder: cursor !== null,
    onOlder: handleOlder,
  };
}

/**
 * The pages that stay below the newest one: those that the reader asked for, and what newer events
 * have pushed out of the newest.
 *
 * @param {EventPage} newest
 * @param {EventPage | null} before what was the newest until now
 * @param {EventPage[]} older
 */
function below(newest, before, older) {
  if (!before || !older.length) return older;
  const known = new Set(newest.results.map(({ id }) => id));
  const pushed = before.results.filter(({ id }) => !known.has(id));
  if (pushed.length === before.results.length) return []; // there may be others between them
  return pushed.length ? [{ results: pushed, next: before.next }, ...older] : older;
}

const NEVER_ENDED = { signal: new AbortController().signal };
