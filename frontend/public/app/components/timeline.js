/**
 * When each job waited and ran. Positions are percentages in SVG attributes, so that the drawing
 * follows its width; the table of jobs holds the same facts for those who cannot see it.
 */

import { criticalPath } from "../lib/critical-path.js";
import { formatClock, formatWhenShort } from "../lib/dates.js";
import { formatDuration, secondsBetween } from "../lib/durations.js";
import { isUnfinished, statusWord } from "../lib/statuses.js";
import { plural } from "../lib/text.js";
import { drawingOf, gridlines, notBeforeNews, percentAt, spanOf } from "../lib/timeline.js";
import { html, memo, useMemo } from "../ui.js";
import { useGradually } from "./gradually.js";
import { Reason } from "./reason.js";
import { StatusShape } from "./status.js";
import { useWords } from "./time.js";

/** @import { Job } from "../api/types" */
/** @import { Stretch } from "../lib/timeline.js" */

/**
 * @typedef {{ start: number, end: number }} Span
 * @typedef {{ span: Span, now: number, open: boolean, silent: number | null }} Scale `open` while
 *   something goes on; `silent` since when nothing was heard of it
 */

const DAY_MS = 86_400_000;

/** What the legend explains, in this order. */
const LEGEND = /** @type {const} */ ([
  "succeeded",
  "running",
  "failed",
  "not_run",
  "cancelled",
  "waiting",
  "held",
]);

/** Beyond this part of the width the words stand before the end of the bar. */
const WORDS_FIT_PERCENT = 86;

/**
 * @param {{
 *   jobs: readonly Job[], now: number, silentSince?: string | null, order?: "file" | "start",
 *   selected?: string, onSelect?: (action: string) => void, hrefOf: (job: Job) => string
 * }} props `jobs` in the order of project.yaml; `silentSince`: without contact since then
 */
export function Timeline({
  jobs,
  now: ticked,
  silentSince = null,
  order = "file",
  selected,
  onSelect,
  hrefOf,
}) {
  const open = jobs.some((job) => !job.completed_at && isUnfinished(job.display_status));
  const silent = open && silentSince ? Date.parse(silentSince) : null;
  const now = notBeforeNews(jobs, ticked);
  const { start, end } = spanOf(jobs, { now });
  const scale = useMemo(
    () => ({ span: { start, end }, now, open, silent }),
    [start, end, now, open, silent],
  );
  const critical = useMemo(() => criticalPath(jobs), [jobs]);
  const rows = order === "start" ? byStart(jobs) : jobs;
  const drawn = useGradually(rows.length);
  return html`
    <div class="timeline">
      <${Patterns} />
      <div class="timeline__axis">
        <span class="timeline__order">
          ${plural(jobs.length, "job")}, ${order === "start" ? "by start" : "in the order of project.yaml"}
        </span>
        <${Axis} ...${scale} />
        <${Ends} ...${scale} />
      </div>
      <ol class="timeline__rows" aria-busy=${drawn < rows.length ? "true" : undefined}
        onKeyDown=${(/** @type {KeyboardEvent} */ event) => handleKey(event, onSelect)}>
        ${rows.map((job, i) =>
          i < drawn
            ? html`<${Row} key=${job.identifier} job=${job} scale=${scale} href=${hrefOf(job)}
                selected=${job.action === selected} critical=${critical.has(job.action)} onSelect=${onSelect} />`
            : html`<li key=${job.identifier} class="timeline__row"></li>`,
        )}
        <li class="timeline__ground" aria-hidden="true">
          <svg class="timeline__lines"><${Gridlines} span=${scale.span} /><${Knowledge} ...${scale} /></svg>
        </li>
      </ol>
    </div>
  `;
}

/**
 * Arrow keys select the row above or below and go there, the space bar the row one is in.
 *
 * @param {KeyboardEvent} event
 * @param {((action: string) => void) | undefined} onSelect
 */
function handleKey(event, onSelect) {
  const row = /** @type {Element} */ (event.target).closest(".timeline__row");
  if (!row || !onSelect || event.ctrlKey || event.metaKey || event.altKey) return;
  const moves = {
    ArrowDown: row.nextElementSibling,
    ArrowUp: row.previousElementSibling,
    " ": row,
  };
  const next = moves[/** @type {keyof typeof moves} */ (event.key)];
  if (!(next instanceof HTMLElement) || !next.dataset.action) return;
  event.preventDefault();
  next.querySelector("a")?.focus();
  onSelect(next.dataset.action);
}

/** What the bars mean, for the head of the sheet. */
export function TimelineLegend() {
  return html`
    <ul class="timeline-legend" aria-hidden="true">
      ${LEGEND.map(
        (status) => html`
          <li key=${status} class="timeline-legend__item">
            <svg class="timeline-legend__bar"><${LegendBar} status=${status} /></svg>
            ${statusWord(status).toLowerCase()}
          </li>
        `,
      )}
      <li class="timeline-legend__item">
        <svg class="timeline-legend__bar"><rect class="timeline__critical" x="1" y="8" width="22" height="2" /></svg>
        decides the end
      </li>
    </ul>
  `;
}

/** @param {{ status: string }} props */
function LegendBar({ status }) {
  if (status === "not_run")
    return html`<rect class="timeline__not-run" x="7" y="1" width="10" height="10" />`;
  const low = status === "waiting" || status === "held";
  return html`
    <rect class="timeline__bar timeline__bar--${status}" x="1" y="2" width=${low ? 22 : 18} height="8" />
    ${status === "failed" && html`<path class="timeline__stop" d="M19 0v12" />`}
    ${status === "cancelled" && html`<path class="timeline__slash" d="M15 12L23 0" />`}
    ${status === "running" && html`<path class="timeline__tip" d="M19 0l5 6-5 6z" />`}
  `;
}

/** @param {readonly Job[]} jobs */
function byStart(jobs) {
  const start = (/** @type {Job} */ job) => job.started_at ?? "9";
  return [...jobs].sort((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0));
}

/** Hatches, once a page: / for waiting, \ for held and for what is not known. */
function Patterns() {
  const hatch = (
    /** @type {string} */ name,
    /** @type {number} */ gap,
    /** @type {string} */ d,
  ) => html`
    <pattern id="hatch-${name}" width=${gap} height=${gap} patternUnits="userSpaceOnUse">
      <path class="timeline__hatch timeline__hatch--${name}" d=${d} />
    </pattern>
  `;
  return html`
    <svg class="timeline__patterns" aria-hidden="true">
      <defs>
        ${hatch("waiting", 6, "M-1 7L7 -1M-1 1L1 -1M5 7L7 5")}
        ${hatch("held", 4, "M-1 -1L5 5M-1 3L1 5M3 -1L5 1")}
        ${hatch("silence", 6, "M-1 -1L7 7M-1 5L1 7M5 -1L7 1")}
      </defs>
    </svg>
  `;
}

/** @param {Scale} props */
function Axis({ span, now, open }) {
  const nowAt = open ? percentAt(now, span) : null;
  const far = span.end - span.start > DAY_MS;
  const label = far ? (/** @type {number} */ time) => formatWhenShort(time, now) : formatClock;
  const lines = gridlines(span).filter((time) => {
    const at = percentAt(time, span);
    return at > (far ? 20 : 11) && at < 97 && (nowAt === null || Math.abs(at - nowAt) > 11);
  });
  return html`
    <svg class="timeline__scale" aria-hidden="true">
      ${(nowAt === null || nowAt > 15) && html`<text class="timeline__tick timeline__tick--start" x="0" y="18">${label(span.start)}</text>`}
      ${lines.map((time) => html`<text key=${time} class="timeline__tick" x="${percentAt(time, span)}%" y="18">${label(time)}</text>`)}
      ${
        nowAt !== null &&
        html`
          <svg class="timeline__now" x="${nowAt}%" overflow="visible">
            <rect x="-38" y="2" width="76" height="22" rx="3" />
            <text y="17">now ${formatClock(now)}</text>
          </svg>
        `
      }
    </svg>
  `;
}

/**
 * Where tracks are narrow, their two ends stand in place of the scale.
 *
 * @param {Scale} props
 */
function Ends({ span, now, open, silent }) {
  return html`
    <span class="timeline__ends" aria-hidden="true">
      <span>${formatWhenShort(span.start, now)}</span>
      ${silent !== null && html`<span>no contact since ${formatClock(silent)}</span>`}
      <span>${open ? `now ${formatClock(now)}` : formatWhenShort(span.end, now)}</span>
    </span>
  `;
}

/** @param {{ span: Span }} props */
function Gridlines({ span }) {
  return gridlines(span).map((time) => {
    const x = `${percentAt(time, span)}%`;
    return html`<line key=${time} class="timeline__gridline" x1=${x} x2=${x} y1="0" y2="100%" />`;
  });
}

/**
 * The now line, and the band where nothing is known.
 *
 * @param {Scale} props
 */
function Knowledge({ span, now, open, silent }) {
  if (!open) return null;
  const x = `${percentAt(now, span)}%`;
  return html`
    ${
      silent !== null &&
      html`<rect class="timeline__silence" ...${place({ from: silent, to: now }, span)} y="0" height="100%" />`
    }
    <line class="timeline__nowline" x1=${x} x2=${x} y1="0" y2="100%" />
  `;
}

const Row = memo(TimelineRow);

/**
 * @param {{
 *   job: Job, scale: Scale, href: string, selected: boolean, critical: boolean, onSelect?: (action: string) => void
 * }} props
 */
function TimelineRow({ job, scale, href, selected, critical, onSelect }) {
  const { span, now, silent } = scale;
  const status = job.display_status;
  const drawing = drawingOf(job, { now, silentSince: silent });
  const counts = status === "running" && !drawing.unheard;
  const words = useWords(counts ? 1000 : null, (at) => wordsOf(job, drawing, at));
  const failed = status === "failed" || status === "not_run";
  return html`
    <li class="timeline__row ${selected ? "timeline__row--selected" : ""}" data-action=${job.action}
      aria-current=${selected ? "true" : undefined} onClick=${() => onSelect?.(job.action)}>
      <div class="timeline__name">
        <${StatusShape} status=${status} />
        <a class="name-link mono" href=${href}>${job.action}</a>
        <span class="timeline__words">${words || null}</span>
        ${job.reason && html`<div class="timeline__reason"><${Reason} reason=${job.reason} failed=${failed} /></div>`}
      </div>
      <svg class="timeline__track" aria-hidden="true">
        <g class="timeline__own-ground">
          <line class="timeline__gridline" x1="0" x2="100%" y1="16" y2="16" />
          <${Knowledge} ...${scale} />
        </g>
        ${critical && html`<rect class="timeline__critical" ...${place({ from: Date.parse(job.created_at), to: drawing.end }, span)} y="27" height="2" />`}
        <${Drawing} status=${status} drawing=${drawing} span=${span} />
        <${Words} words=${words} status=${status} drawing=${drawing} span=${span} />
      </svg>
    </li>
  `;
}

/**
 * How long it ran, in words: "40 min so far", by the clock of the page's other durations, which ticks
 * oftener than the bars; "?" without contact; nothing while it waits.
 *
 * @param {Job} job
 * @param {ReturnType<typeof drawingOf>} drawing
 * @param {number} now milliseconds
 */
function wordsOf(job, { bar, unheard }, now) {
  if (!job.started_at || !bar) return "";
  if (unheard) return "?";
  if (job.display_status === "running") {
    return `${formatDuration(secondsBetween(job.started_at, now))} so far`;
  }
  return formatDuration((bar.to - bar.from) / 1000);
}

/** @param {{ status: string, drawing: ReturnType<typeof drawingOf>, span: Span }} props */
function Drawing({ status, drawing: { waited, bar, unheard, end }, span }) {
  const low = bar !== null && (status === "waiting" || status === "held");
  const x = `${percentAt(end, span)}%`;
  return html`
    ${waited && html`<rect class="timeline__waited" ...${place(waited, span)} y="13" height="6" />`}
    ${unheard && html`<rect class="timeline__unheard" ...${place(unheard, span)} y="9" height="14" />`}
    ${bar && html`<rect class="timeline__bar timeline__bar--${status}" ...${place(bar, span)} y=${low ? 12 : 8} height=${low ? 8 : 16} />`}
    ${status === "failed" && html`<line class="timeline__stop" x1=${x} x2=${x} y1="4" y2="28" />`}
    ${status === "not_run" && html`<svg x=${x} overflow="visible"><rect class="timeline__not-run" x="1" y="10" width="12" height="12" /></svg>`}
    ${status === "cancelled" && html`<svg x=${x} overflow="visible"><path class="timeline__slash" d="M-5 24L5 8" /></svg>`}
    ${status === "running" && !unheard && html`<svg x=${x} overflow="visible"><path class="timeline__tip" d="M-1 5l9 11-9 11z" /></svg>`}
  `;
}

/**
 * The words after the bar; near the end inside it, or before it where it is too short.
 *
 * @param {{ words: string, status: string, drawing: ReturnType<typeof drawingOf>, span: Span }} props
 */
function Words({ words, status, drawing: { bar, end }, span }) {
  if (!words || !bar) return null;
  const from = percentAt(bar.from, span);
  const to = percentAt(end, span);
  const inside = to > WORDS_FIT_PERCENT && to - from > 16;
  const before = to > WORDS_FIT_PERCENT && !inside;
  const kind = inside ? "timeline__label--inside" : before ? "timeline__label--before" : "";
  const shift = inside ? 8 : before ? -8 : status === "running" ? 14 : 8;
  return html`
    <text class="timeline__label timeline__label--${status} ${kind}" x="${inside || before ? from : to}%" dx=${shift} y="20">${words}</text>
  `;
}

/**
 * Position and width of a stretch as attributes.
 *
 * @param {Stretch} stretch
 * @param {Span} span
 */
function place({ from, to }, span) {
  const x = percentAt(from, span);
  return { x: `${x}%`, width: `${percentAt(to, span) - x}%` };
}
