/** The order in which organisations stand. */

/** @import { Org } from "../../api/types" */

/**
 * By name, as long as all of them are here; of very many the newest first.
 *
 * @param {{ results: readonly Org[], next: string | null, previous: string | null }} page
 */
export function inOrder({ results, next, previous }) {
  if (next || previous) return results;
  return [...results].sort((a, b) => a.name.localeCompare(b.name));
}
