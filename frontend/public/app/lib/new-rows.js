/** New rows of a list that renews itself wait until the reader asks for them. */

/**
 * Splits an answer into what stands in the list and what came since; rows that stand keep the order
 * of the answer and its newest facts.
 *
 * @template Row
 * @param {readonly Row[]} rows the newest answer, newest first
 * @param {ReadonlySet<string | number>} shown keys of what stands in the list; none: take all
 * @param {(row: Row) => string | number} keyOf
 * @returns {{ rows: readonly Row[], waiting: readonly Row[] }}
 */
export function holdBack(rows, shown, keyOf) {
  // Only what stands before the first known row is new; what comes after it has moved up.
  const first = rows.findIndex((row) => shown.has(keyOf(row)));
  if (first < 1) return { rows, waiting: [] };
  return { rows: rows.slice(first), waiting: rows.slice(0, first) };
}
