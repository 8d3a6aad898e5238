/** Lines of a file for reading: which stand open, and which words of a line are marked. */

const CONTEXT_LINES = 2;
const SHORTEST_FOLD = 6;
const OPEN_WITHOUT_MARKS = 400;

/** The key of a YAML mapping at the start of a line, after its indent and dashes. */
const KEY = /^(?:\s*(?:- +)*)("[^"]*"|'[^']*'|[^\s#'"[\]{},:][^:#]*?)(?=:(?:\s|$))/;

/** The parts of a subject that are words of the file, the most particular first. */
const SUBJECT_PARTS = ["need", "path", "output", "level", "command", "keys", "action"];

/**
 * @typedef {{ column: number, subject: Record<string, unknown> | null }} Mark what a problem
 *   is about; the column from 1
 */

/**
 * Lines in stretches that stand open or are folded, from the first to the last. Around a marked
 * line two more stand open; a file without marks is open unless it is long.
 *
 * @param {number} count lines of the file
 * @param {readonly number[]} marked line numbers, from 1
 * @returns {{ from: number, to: number, folded: boolean }[]}
 */
export function stretches(count, marked) {
  if (!marked.length && count <= OPEN_WITHOUT_MARKS) return [{ from: 1, to: count, folded: false }];
  const near = new Set([1, ...marked].flatMap(around));
  /** @type {{ from: number, to: number, folded: boolean }[]} */
  const result = [];
  for (let line = 1; line <= count; line += 1) {
    const folded = !near.has(line);
    const last = result.at(-1);
    if (last?.folded === folded) last.to = line;
    else result.push({ from: line, to: line, folded });
  }
  return joinOpen(result);
}

/** @param {number} line */
function around(line) {
  return Array.from({ length: 2 * CONTEXT_LINES + 1 }, (_, i) => line - CONTEXT_LINES + i);
}

/**
 * Opens folds that would hide too little, and makes one of neighbours that are open.
 *
 * @param {{ from: number, to: number, folded: boolean }[]} parts
 */
function joinOpen(parts) {
  /** @type {typeof parts} */
  const result = [];
  for (const { from, to, folded: wanted } of parts) {
    const folded = wanted && to - from + 1 >= SHORTEST_FOLD;
    const last = result.at(-1);
    if (last && !last.folded && !folded) last.to = to;
    else result.push({ from, to, folded });
  }
  return result;
}

/**
 * A line in parts: its key, its comment, and the words that a problem is about.
 *
 * @param {string} text
 * @param {Mark} [mark]
 * @returns {{ text: string, kind: "key" | "comment" | "plain", marked: boolean }[]}
 */
export function lineParts(text, mark) {
  const key = keyRange(text);
  const comment = /^\s*#/.test(text);
  const marked = mark ? markRange(text, mark) : null;
  const cuts = new Set([0, text.length, ...(key ?? []), ...(marked ?? [])]);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, i) => {
    const kind = comment ? "comment" : inside(from, key) ? "key" : "plain";
    return { text: text.slice(from, edges[i + 1]), kind, marked: inside(from, marked) };
  });
}

/**
 * @param {string} text
 * @returns {[number, number] | null}
 */
function keyRange(text) {
  const found = KEY.exec(text);
  return found ? [found[0].length - found[1].length, found[0].length] : null;
}

/**
 * Where the words of a subject stand, at the column or after it, else anywhere on the line; where
 * none of them does, the key at the column, or what follows it.
 *
 * @param {string} text
 * @param {Mark} mark
 * @returns {[number, number] | null}
 */
function markRange(text, { column, subject }) {
  for (const word of subjectWords(subject)) {
    const after = text.indexOf(word, column - 1);
    const start = after === -1 ? text.indexOf(word) : after;
    if (start !== -1) return [start, start + word.length];
  }
  const blanks = text.slice(column - 1).search(/\S/);
  if (blanks === -1) return null;
  const start = column - 1 + blanks;
  const key = keyRange(text);
  return key?.[0] === start ? key : [start, text.trimEnd().length];
}

/**
 * The words of a subject, the most particular first.
 *
 * @param {Mark["subject"]} subject
 */
function subjectWords(subject) {
  return SUBJECT_PARTS.flatMap((name) => String(subject?.[name] ?? "").split(", ")).filter(Boolean);
}

/**
 * @param {number} position
 * @param {[number, number] | null} range
 */
function inside(position, range) {
  return range !== null && position >= range[0] && position < range[1];
}
