/** Figures over time as bars, drawn by the vendored library; the numbers stand beside it as a table. */

import { formatNumber } from "../lib/numbers.js";
import { html, loadUPlot, useEffect, useRef } from "../ui.js";

/** @import { Child } from "../ui" */

/**
 * @template {{ at: string }} Slot
 * @typedef {{ head: string, of: (slot: Slot) => number | null, words?: (value: number) => string }} Bar a
 *   figure of a slot, null where there is none; `words` puts it in the table
 */

/**
 * @template {{ at: string }} Slot
 * @param {{
 *   caption: Child, slots: readonly Slot[], bars: readonly Bar<Slot>[], nameOf: (at: string) => string
 * }} props `bars`: one, or two of which the second stands before the first, in the colour of failures;
 *   `nameOf` names an hour or a day
 */
export function BarChart({ caption, slots, bars, nameOf }) {
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    const place = ref.current;
    if (!place) return undefined;
    let wanted = true;
    let stop = () => {};
    loadUPlot().then(
      (UPlot) => {
        if (wanted) stop = draw({ UPlot, place, slots, bars, nameOf });
      },
      () => {}, // Without a connection the numbers are there; the next ones load it again.
    );
    return () => {
      wanted = false;
      stop();
    };
  }, [slots]);
  return html`
    <figure class="bar-chart">
      <figcaption class="bar-chart__label">${caption}</figcaption>
      <div class="bar-chart__place" ref=${ref} aria-hidden="true"></div>
      <details class="bar-chart__numbers">
        <summary>In numbers</summary>
        <table>
          <thead><tr><th scope="col">From</th>${bars.map(({ head }) => html`<th key=${head} scope="col">${head}</th>`)}</tr></thead>
          <tbody>${slots.map((slot) => html`<tr key=${slot.at}><th scope="row">${nameOf(slot.at)}</th>${bars.map((bar) => html`<td key=${bar.head}>${inWords(bar, slot)}</td>`)}</tr>`)}</tbody>
        </table>
      </details>
    </figure>
  `;
}

/**
 * @template {{ at: string }} Slot
 * @param {Bar<Slot>} bar
 * @param {Slot} slot
 */
function inWords({ of, words = formatNumber }, slot) {
  const value = of(slot);
  return value === null ? "–" : words(value);
}

const HEIGHT = 110;

/**
 * Draws, and again in other colours or at another width.
 *
 * @template {{ at: string }} Slot
 * @param {{
 *   UPlot: typeof import("uplot"), place: HTMLElement, slots: readonly Slot[],
 *   bars: readonly Bar<Slot>[], nameOf: (at: string) => string
 * }} what
 * @returns {() => void} ends it
 */
function draw({ UPlot, place, slots, bars, nameOf }) {
  /** @type {import("uplot") | undefined} */
  let chart;
  const data = /** @type {import("uplot").AlignedData} */ ([
    slots.map((_, i) => i),
    ...bars.map(({ of }) => slots.map(of)),
  ]);
  const render = () => {
    chart?.destroy();
    // Colours of properties that show nothing here: a custom one would not be worked out.
    const style = getComputedStyle(place);
    const axis = {
      stroke: style.color,
      grid: { show: false },
      ticks: { show: false },
      font: `11px ${style.fontFamily}`,
    };
    const paths = /** @type {NonNullable<typeof UPlot.paths.bars>} */ (UPlot.paths.bars)({
      size: [0.7, 40],
    });
    chart = new UPlot(
      {
        width: place.clientWidth,
        height: HEIGHT,
        legend: { show: false },
        cursor: { show: false },
        scales: {
          x: { time: false, range: () => [-0.6, slots.length - 0.4] },
          y: { range: (_self, _min, max) => [0, Math.max(1, max)] },
        },
        axes: [
          {
            ...axis,
            size: 24,
            space: 64,
            values: (_self, ticks) =>
              ticks.map((i) => (Number.isInteger(i) && slots[i] ? nameOf(slots[i].at) : "")),
          },
          {
            ...axis,
            size: 34,
            values: (_self, ticks) =>
              ticks.map((count) => (Number.isInteger(count) ? String(count) : "")),
          },
        ],
        series: [
          {},
          ...bars.map((_, nth) => ({
            fill: nth ? style.outlineColor : style.caretColor,
            paths,
            points: { show: false },
          })),
        ],
      },
      data,
      place,
    );
  };
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const theme = new MutationObserver(render);
  const size = new ResizeObserver(() => {
    if (chart && chart.width !== place.clientWidth) render();
  });
  render();
  scheme.addEventListener("change", render);
  theme.observe(document.documentElement, { attributes: true });
  size.observe(place);
  return () => {
    scheme.removeEventListener("change", render);
    theme.disconnect();
    size.disconnect();
    chart?.destroy();
  };
}
