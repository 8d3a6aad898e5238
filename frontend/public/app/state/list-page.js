/** A page of a list whose filters and cursor are in the URL, newest first and current by itself. */

import { holdBack } from "../lib/new-rows.js";
import { useMemo, useState } from "../ui.js";
import { useResource } from "./resource.js";

/** @import { ApiProblem } from "../api/client.js" */
/** @import { LoadOptions } from "./resource.js" */

/**
 * @template Row
 * @typedef {object} ListPage
 * @property {{ next: string | null, previous: string | null } | null} page null before the first answer
 * @property {readonly Row[]} rows what stands in the list
 * @property {number} waiting how many came since; they would push away what is being read
 * @property {() => void} onShow lets them in
 * @property {ApiProblem | null} error but for an outage under a list that is here: the head says that
 * @property {() => Promise<void>} refresh
 */

/**
 * @template Row
 * @param {object} list
 * @param {URLSearchParams} list.query of the page; another one is another list
 * @param {(at: { cursor?: string }, options: LoadOptions) => Promise<{ results: readonly Row[], next: string | null, previous: string | null }>} list.load
 * @param {(row: Row) => string | number} list.keyOf
 * @param {readonly string[]} [list.live] topics that move the list
 * @param {unknown} [list.turn] after a change of the reader's own: all that came since may come in
 * @returns {ListPage<Row>}
 */
export function useListPage({ query, load, keyOf, live, turn }) {
  const of = `${query} ${turn}`;
  const { data, error, refresh } = useResource(
    async (options) => ({
      of,
      ...(await load({ cursor: query.get("cursor") ?? undefined }, options)),
    }),
    [of],
    { live },
  );
  const page = data.value;
  const all = page?.results ?? [];
  const [asked, setAsked] = useState(0);
  const shown = useMemo(() => new Set(all.map(keyOf)), [page?.of, asked]);
  const { rows, waiting } = useMemo(() => holdBack(all, shown, keyOf), [all, shown]);
  return {
    page,
    rows,
    waiting: waiting.length,
    onShow: () => setAsked(asked + 1),
    error: page && isOutage(error.value) ? null : error.value,
    refresh,
  };
}

/** @param {ApiProblem | null} error */
const isOutage = (error) => error?.status === 0;
