/** Data of the server on the way to a page: what is here, what went wrong, what is loading. */

import { batch, computed, signal, useEffect, useMemo } from "../ui.js";
import { createPoll } from "./poll.js";

/** @import { ReadonlySignal } from "../ui" */
/** @import { ApiProblem } from "../api/client.js" */

/**
 * What a loader gets. A type of its own: written in place, the compiler would lose what T is.
 *
 * @typedef {{ signal: AbortSignal }} LoadOptions
 */

/**
 * @template T
 * @typedef {object} Resource
 * @property {ReadonlySignal<T | null>} data the newest answer; stays while newer data load
 * @property {ReadonlySignal<ApiProblem | null>} error of the newest try; null once one succeeds
 * @property {ReadonlySignal<boolean>} loading
 * @property {ReadonlySignal<number | null>} updatedAt when `data` was last known to be current, in ms
 * @property {() => Promise<void>} refresh loads again; a load that is under way is ended
 * @property {(data: T) => void} set puts in the answer of a change
 * @property {() => void} dispose ends what is under way
 */

/**
 * @template T
 * @param {(options: LoadOptions) => Promise<T>} loader
 * @returns {Resource<T>}
 */
export function createResource(loader) {
  const data = signal(/** @type {T | null} */ (null));
  const error = signal(/** @type {ApiProblem | null} */ (null));
  const updatedAt = signal(/** @type {number | null} */ (null));
  const current = signal(/** @type {AbortController | null} */ (null));

  /** @param {T} answer */
  function set(answer) {
    current.value?.abort();
    batch(() => {
      data.value = answer;
      error.value = null;
      updatedAt.value = Date.now();
      current.value = null;
    });
  }

  async function refresh() {
    current.value?.abort();
    const mine = new AbortController();
    current.value = mine;
    try {
      const answer = await loader({ signal: mine.signal });
      if (current.value === mine) set(answer);
    } catch (problem) {
      if (current.value !== mine) return;
      batch(() => {
        error.value = /** @type {ApiProblem} */ (problem);
        current.value = null;
      });
    }
  }

  return {
    data,
    error,
    loading: computed(() => current.value !== null),
    updatedAt,
    refresh,
    set,
    dispose() {
      current.value?.abort();
      current.value = null;
    },
  };
}

/**
 * A resource that lives as long as the component. It loads at once and whenever one of `inputs`
 * changes, keeping the old data meanwhile, and, with `everyMs`, again and again.
 *
 * @template T
 * @param {(options: LoadOptions) => Promise<T>} loader
 * @param {readonly unknown[]} [inputs] what the loader depends on
 * @param {{ everyMs?: number | ((data: NoInfer<T> | null) => number) }} [options] a function paces by what
 *   is here: often while something moves
 * @returns {Resource<T>}
 */
export function useResource(loader, inputs = [], { everyMs } = {}) {
  const held = useMemo(() => {
    const latest = { loader, everyMs };
    return { latest, resource: createResource((options) => latest.loader(options)) };
  }, []);
  Object.assign(held.latest, { loader, everyMs });
  const paced = typeof everyMs === "function";

  useEffect(() => {
    const wait = () => paceOf(held.latest.everyMs, held.resource.data.peek());
    held.resource.refresh();
    const poll = everyMs ? createPoll(held.resource, { everyMs: wait }) : null;
    return () => {
      poll?.stop();
      held.resource.dispose();
    };
  }, [...inputs, paced || everyMs]);
  return held.resource;
}

/**
 * @template T
 * @param {number | ((data: T | null) => number) | undefined} everyMs
 * @param {T | null} data
 */
function paceOf(everyMs, data) {
  return typeof everyMs === "function" ? everyMs(data) : (everyMs ?? 0);
}
