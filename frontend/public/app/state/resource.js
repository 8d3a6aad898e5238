/** Data of the server on the way to a page: what is here, what went wrong, what is loading. */

import { shared } from "../lib/sharing.js";
import { batch, computed, signal, useEffect, useMemo } from "../ui.js";
import { confirmedAt, reconnecting, watch } from "./live.js";
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
 * @property {ReadonlySignal<T | null>} data the newest answer; stays while newer data load, and what
 *   is equal in these stays the same object
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
      data.value = shared(data.peek(), answer);
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

/** How often a live resource is loaded though nothing moved: some facts change with the time alone. */
export const HEARTBEAT_MS = 30_000;
const AFTER_ERROR_MS = 3000;

/**
 * A resource that lives as long as the component. It loads at once and whenever one of `inputs`
 * changes, keeping the old data meanwhile; with `everyMs` again and again, with `live` whenever one
 * of the topics moves.
 *
 * @template T
 * @param {(options: LoadOptions) => Promise<T>} loader
 * @param {readonly unknown[]} [inputs] what the loader depends on
 * @param {{ everyMs?: number, live?: readonly string[] | ((data: NoInfer<T> | null) => readonly string[]) }} [options]
 *   a function where the topics are known by the data
 * @returns {Resource<T>}
 */
export function useResource(loader, inputs = [], { everyMs, live } = {}) {
  const held = useMemo(() => {
    const latest = { loader };
    const resource = createResource((options) => latest.loader(options));
    return { latest, resource, renew: oneAfterAnother(resource.refresh) };
  }, []);
  Object.assign(held.latest, { loader });
  const hasFailed = Boolean(held.resource.error.value);
  const topics = typeof live === "function" ? live(held.resource.data.value) : (live ?? []);

  useEffect(() => {
    held.renew();
    return held.resource.dispose;
  }, inputs);
  useEffect(() => {
    const { error } = held.resource;
    if (!everyMs && !live) return undefined;
    const wait = hasFailed ? AFTER_ERROR_MS : HEARTBEAT_MS;
    return createPoll({ refresh: held.renew, error }, { everyMs: everyMs ?? wait }).stop;
  }, [...inputs, everyMs, hasFailed]);
  useFollowed(held.resource, topics, held.renew);
  return held.resource;
}

/** The resources that a page follows by topics, for what the frame says of how fresh it is. */
export const followed = signal(/** @type {readonly Resource<any>[]} */ ([]));

/**
 * Follows topics until the component goes, or the topics are others: loads the resource again when
 * one of them moves.
 *
 * @param {Resource<any>} resource
 * @param {readonly string[]} topics none: not at all
 * @param {() => void} [renew] how to load it again
 */
export function useFollowed(resource, topics, renew = resource.refresh) {
  useEffect(() => {
    if (!topics.length) return undefined;
    const stops = topics.map((topic) => watch(topic, renew));
    followed.value = [...followed.peek(), resource];
    return () => {
      for (const stop of stops) stop();
      followed.value = followed.peek().filter((each) => each !== resource);
    };
  }, [topics.join()]);
}

/**
 * Runs one at a time: called meanwhile, however often, it runs once more. What moves faster than it
 * loads would otherwise end every load before it is done.
 *
 * @param {() => Promise<void>} run
 */
export function oneAfterAnother(run) {
  /** @type {Promise<void> | null} */
  let under = null;
  let again = false;
  async function turns() {
    do {
      again = false;
      await run();
    } while (again);
    under = null;
  }
  return () => {
    again = under !== null;
    under ??= turns();
    return under;
  };
}

/** @typedef {{ updatedAt: number | null, error: ApiProblem | null, reconnecting: boolean }} FreshnessFacts */

/**
 * How fresh a live resource is: as of the last time that the server said nothing has moved.
 *
 * @param {Resource<any>} resource
 * @returns {FreshnessFacts}
 */
export function freshnessOf({ updatedAt, error }) {
  const loaded = updatedAt.value;
  const current = loaded !== null && !error.value && !reconnecting.value;
  return {
    updatedAt: current ? Math.max(loaded, confirmedAt.value ?? 0) : loaded,
    error: error.value,
    reconnecting: reconnecting.value,
  };
}

/**
 * How fresh a page is: as the oldest of what it follows, without what is not here yet; null where
 * it follows nothing.
 *
 * @param {readonly Resource<any>[]} resources
 * @returns {FreshnessFacts | null}
 */
export function freshnessOfAll(resources) {
  const facts = resources.map(freshnessOf).filter(({ updatedAt }) => updatedAt !== null);
  const oldest = facts.sort((a, b) => Number(a.updatedAt) - Number(b.updatedAt))[0];
  return oldest ? { ...oldest, error: facts.find(({ error }) => error)?.error ?? null } : null;
}
