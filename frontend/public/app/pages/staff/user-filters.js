/** Which people staff ask for, as it stands in the address and as the API takes it. */

/** @import { Query } from "../../api/types" */

const NAMES = /** @type {const} */ ([
  "search",
  "org",
  "backend",
  "role",
  "any_roles",
  "missing",
  "disabled",
]);

/** @typedef {Partial<Record<typeof NAMES[number], string>>} UserFilters */

/**
 * @param {URLSearchParams} query
 * @returns {UserFilters}
 */
export function filtersOf(query) {
  return Object.fromEntries(
    NAMES.map((name) => [name, query.get(name) || undefined]).filter(([, value]) => value),
  );
}

/**
 * @param {UserFilters} asked
 * @returns {Query<"listUsers">}
 */
export function queryOf(asked) {
  return /** @type {Query<"listUsers">} */ (asked);
}

/**
 * What is set, in the order of the fields.
 *
 * @param {UserFilters} asked
 * @returns {{ key: typeof NAMES[number], value: string }[]}
 */
export function activeFilters(asked) {
  return NAMES.flatMap((key) => {
    const value = asked[key];
    return value ? [{ key, value }] : [];
  });
}
