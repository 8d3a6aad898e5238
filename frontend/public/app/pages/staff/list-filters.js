/** The filters of a staff list: what the address holds, and how it reads. */

/** @import { Choice, Find } from "../../state/found.js" */

/**
 * One filter. `search` is a field to type in; one with `find` has more choices than a list can show,
 * and `options` is the one that is set; one with `options` alone is a choice of these; any other is
 * set by links alone and shown as a chip.
 *
 * @typedef {{ key: string, label: string, options?: readonly Choice[], find?: Find }} FilterField
 *
 * @typedef {Record<string, string | undefined>} Asked
 */

/**
 * What is set in the address, by the names of the fields.
 *
 * @param {URLSearchParams} query
 * @param {readonly FilterField[]} fields
 * @returns {Asked}
 */
export function askedOf(query, fields) {
  return Object.fromEntries(
    fields.flatMap(({ key }) => {
      const value = query.get(key);
      return value ? [[key, value]] : [];
    }),
  );
}

/**
 * What is set, for the chips.
 *
 * @param {readonly FilterField[]} fields
 * @param {Asked} asked
 */
export function chipsOf(fields, asked) {
  return fields.flatMap(({ key, label, options }) => {
    const value = asked[key];
    if (!value) return [];
    if (key === "search") return [{ key, label: `“${value}”` }];
    const word = options?.find((option) => option.value === value)?.label ?? value;
    return [{ key, label: `${label}: ${word}` }];
  });
}
