/** New rows of a list that renews itself wait until the reader asks for them. */

/**
 * Splits an answer into what stands in the list and what came since; rows that stand keep the order
 * of the answer and its newest facts.
 *
 * @template {{ identifier: string }} Row
 * @param {readonly Row[]} rows the newest answer, newest first
 * @param {ReadonlySet<string> | null} shown identifiers in the list; null: take all
 * @returns {{ rows: readonly Row[], waiting: readonly Row[] }}
 */
export function holdBack(rows, shown) {
  if (!shown?.size) return { rows, waiting: [] };
  // Only what stands before the first known row is new; what comes after it has moved up.
  const first = rows.findIndex(({ identifier }) => shown.has(identifier));
  if (first < 1) return { rows, waiting: [] };
  return { rows: rows.slice(first), waiting: rows.slice(0, first) };
}
