/** Which parts of a text are what the reader typed. */

/** @typedef {{ text: string, marked: boolean }} Part */

const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/**
 * A text in parts, those that are a word of the query marked, in any letter case.
 *
 * @param {string} text
 * @param {string} query
 * @returns {Part[]}
 */
export function markMatches(text, query) {
  const words = wordsOf(query).sort((one, other) => other.length - one.length);
  if (!words.length) return [{ text, marked: false }];
  const pattern = new RegExp(
    `(${words.map((word) => word.replace(SPECIAL, "\\$&")).join("|")})`,
    "giu",
  );
  // With a group in the pattern every other part is a match.
  return text
    .split(pattern)
    .map((part, i) => ({ text: part, marked: i % 2 === 1 }))
    .filter((part) => part.text !== "");
}

/**
 * Whether each word of the query stands in the text, in any letter case.
 *
 * @param {string} text
 * @param {string} query
 */
export function hasWords(text, query) {
  const lowered = text.toLowerCase();
  return wordsOf(query).every((word) => lowered.includes(word.toLowerCase()));
}

/** @param {string} query */
const wordsOf = (query) => query.split(/\s+/).filter(Boolean);
