/** Which events are asked for: as it stands in the address, and as the API takes it. */

import { eventWords, fieldWords } from "../../lib/events.js";

/** @import { Query } from "../../api/types" */

const NAMES = /** @type {const} */ (["person", "target_type", "target", "verb", "since", "until"]);

/** @typedef {Partial<Record<typeof NAMES[number], string>>} RecordFilters */

/**
 * `since` and `until` are days of the reader's zone in the address; the last day counts whole.
 *
 * @param {URLSearchParams} query
 * @returns {{ shown: RecordFilters, asked: Query<"listAuditEvents"> }} `shown` as it stands in the
 *   address, `asked` as the API takes it
 */
export function filtersOf(query) {
  /** @type {RecordFilters} */
  const shown = {};
  for (const name of NAMES) {
    const value = query.get(name);
    if (value) shown[name] = value;
  }
  const { since, until, verb, ...rest } = shown;
  return {
    shown,
    asked: {
      ...rest,
      ...(verb && { verb: [verb] }),
      ...(since && { since: midnight(since, 0) }),
      ...(until && { until: midnight(until, 1) }),
    },
  };
}

/**
 * What is set, in words.
 *
 * @param {RecordFilters} shown
 * @returns {{ key: string, label: string }[]}
 */
export function wordsOf({ person, target_type: type, target, verb, since, until }) {
  return [
    person && { key: "person", label: `By or about ${person}` },
    type && { key: "target_type", label: `${fieldWords(type)}${target ? ` ${target}` : ""}` },
    verb && { key: "verb", label: eventWords(verb) },
    since && { key: "since", label: `From ${since}` },
    until && { key: "until", label: `To ${until}` },
  ].filter((chip) => chip !== undefined && chip !== "");
}

/**
 * @param {string} day "2026-03-04"
 * @param {number} after days after it
 * @returns {string} what is no day stays as it is, and is refused
 */
function midnight(day, after) {
  const [year, month, date] = day.split("-").map(Number);
  const time = new Date(year, month - 1, date + after);
  return Number.isNaN(time.getTime()) ? day : time.toISOString();
}
