/** Times in the fields of a form: the reader's zone in the field, UTC on the way. */

/**
 * The value of a `datetime-local` field: "2026-11-23T13:06".
 *
 * @param {string | number} time
 */
export function localInput(time) {
  const date = new Date(time);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/**
 * The moment that a field names, in UTC; null where it is empty or half filled.
 *
 * @param {string} value
 */
export function utcOf(value) {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
