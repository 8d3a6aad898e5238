/** The scale of a timeline: from times to percent, and where its gridlines stand. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STEPS = [1, 2, 5, 10, 15, 30].map((n) => n * MINUTE);
STEPS.push(...[1, 3, 6, 12, 24].map((n) => n * HOUR));
const MOST_LINES = 12;

/**
 * The part of a span at which a time lies, 0 to 100; times outside lie at its ends.
 *
 * @param {number} time milliseconds
 * @param {{ start: number, end: number }} span
 */
export function percentAt(time, { start, end }) {
  if (end <= start) return 0;
  return Math.min(100, Math.max(0, ((time - start) / (end - start)) * 100));
}

/**
 * Times of the gridlines of a span: at most 12, at round local times, the finest step that fits.
 * Beyond 12 days every second, third … midnight.
 *
 * @param {{ start: number, end: number }} span milliseconds
 * @returns {number[]}
 */
export function gridlines({ start, end }) {
  const length = end - start;
  const day = 24 * HOUR;
  const step =
    STEPS.find((size) => length / size <= MOST_LINES) ?? Math.ceil(length / day / MOST_LINES) * day;
  const offset = new Date(start).getTimezoneOffset() * MINUTE;
  const lines = [];
  for (let at = Math.ceil((start - offset) / step) * step + offset; at <= end; at += step) {
    lines.push(at);
  }
  return lines;
}
