/** The scale of a timeline: from times to percent, and where its gridlines stand. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STEPS = [1, 2, 5, 10, 15, 30].map((n) => n * MINUTE);
STEPS.push(...[1, 3, 6, 12, 24].map((n) => n * HOUR));
const MOST_LINES = 12;
const WIDTH = 200; // in lines
const SOONEST_MS = 1000;
const MS_PER_ROW = 25; // of drawing at most 40 rows a second
const MOST_DOUBLINGS = 6; // 64 s for up to 40 rows, 5 min 20 s for 200

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

/**
 * How often a drawing of what began then is worth renewing: when its end has moved by about the
 * width of a line, and the more seldom the more rows it has.
 *
 * @param {number} start milliseconds
 * @param {number} now
 * @param {number} rows
 */
export function renewedEveryMs(start, now, rows) {
  const soonest = Math.max(SOONEST_MS, rows * MS_PER_ROW);
  const doublings = Math.floor(Math.log2((now - start) / WIDTH / soonest));
  return soonest * 2 ** Math.min(MOST_DOUBLINGS, Math.max(0, doublings));
}

/**
 * The time now, and never before what is known to have happened: news come between two ticks of the
 * clock of a drawing, and the reader's clock may be behind the runner's.
 *
 * @param {readonly JobTimes[]} jobs
 * @param {number} now milliseconds
 */
export function notBeforeNews(jobs, now) {
  return Math.max(now, ...jobs.map((job) => drawingOf(job, { now }).end));
}

/**
 * What is drawn for one job, in milliseconds: the time it waited, the bar, and what ends it.
 *
 * @typedef {{ from: number, to: number }} Stretch
 * @typedef {{ created_at: string, started_at: string | null, completed_at: string | null,
 *   updated_at: string | null, display_status: string }} JobTimes
 *
 * @param {JobTimes} job
 * @param {{ now: number, silentSince?: number | null }} at `silentSince`: nothing was heard after it
 * @returns {{ waited: Stretch | null, bar: Stretch | null, unheard: Stretch | null, end: number }}
 *   `unheard` goes on from the bar to now, without knowledge; `end` is where the drawing ends
 */
export function drawingOf(job, { now, silentSince = null }) {
  const created = Date.parse(job.created_at);
  const started = job.started_at ? Date.parse(job.started_at) : null;
  const open = ["running", "waiting", "held", "unknown"].includes(job.display_status);
  const ended = job.completed_at ?? (open ? null : (job.updated_at ?? job.started_at));
  // The runner's clock may be ahead of this one: nothing ends before it began.
  const end = Math.max(created, started ?? created, ended ? Date.parse(ended) : now);
  if (started === null) {
    const bar = { from: created, to: end };
    return open
      ? { waited: null, bar, unheard: null, end }
      : { waited: bar, bar: null, unheard: null, end };
  }
  const heard = open && silentSince !== null ? Math.max(started, Math.min(end, silentSince)) : end;
  return {
    waited: started > created ? { from: created, to: started } : null,
    bar: { from: started, to: heard },
    unheard: heard < end ? { from: heard, to: end } : null,
    end,
  };
}

/**
 * The span that holds all drawings, with a little room before them, and more after them for words.
 *
 * @param {readonly JobTimes[]} jobs
 * @param {{ now: number }} at
 */
export function spanOf(jobs, { now }) {
  const starts = jobs.map((job) => Date.parse(job.created_at));
  const ends = jobs.map((job) => drawingOf(job, { now }).end);
  const start = Math.min(...starts);
  const end = Math.max(...ends, start + MINUTE);
  const length = end - start;
  return { start: start - length * 0.02, end: end + length * 0.07 };
}
