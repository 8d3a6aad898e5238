/** Words: amounts, lists, short commits. */

import { formatNumber } from "./numbers.js";

/**
 * An amount with its noun: "1 job", "1,204 jobs".
 *
 * @param {number} count
 * @param {string} one
 * @param {string} [many] where the plural is more than an "s"
 */
export function plural(count, one, many = `${one}s`) {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/**
 * A list for a sentence: "a", "a and b", "a, b and 3 more".
 *
 * @param {readonly string[]} items
 * @param {{ max?: number, total?: number }} [options] `max` is how many are named at most; `total`
 *   how many there are where `items` is only the first of them
 */
export function listOf(items, { max = items.length, total = items.length } = {}) {
  const named = items.slice(0, max);
  const rest = Math.max(total, items.length) - named.length;
  if (rest > 0) return `${named.join(", ")} and ${formatNumber(rest)} more`;
  if (named.length < 2) return named.join("");
  return `${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
}

/**
 * The seven characters by which people know a commit.
 *
 * @param {string} sha
 */
export function shortCommit(sha) {
  return sha.slice(0, 7);
}
