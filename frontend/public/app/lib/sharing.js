/** Keeps what has not changed: what is the same object need not be drawn again. */

/**
 * JSON data like `after`, made of the parts of `before` that are equal; `before` itself where all of
 * it is. Members of lists are compared by their place.
 *
 * @template T
 * @param {unknown} before
 * @param {T} after
 * @returns {T}
 */
export function shared(before, after) {
  if (before === after || !isComposed(before) || !isComposed(after)) return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  const keys = Object.keys(after);
  let same = keys.length === Object.keys(before).length;
  const made = /** @type {Record<string, unknown>} */ (Array.isArray(after) ? [] : {});
  for (const key of keys) {
    made[key] = shared(before[key], after[key]);
    same &&= key in before && made[key] === before[key];
  }
  return /** @type {T} */ (same ? before : made);
}

/**
 * Whether a value is a list or a plain object, and not such as a date or a map.
 *
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isComposed(value) {
  if (typeof value !== "object" || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
