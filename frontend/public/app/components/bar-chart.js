/** Counts over time as bars, drawn by the vendored library; the numbers stand beside it as a table. */

import { html, loadUPlot, useEffect, useRef } from "../ui.js";

/**
 * @typedef {{ at: string, asked: number, failed: number }} Slot
 *
 * @param {{ label: string, slots: readonly Slot[], nameOf: (at: string) => string }} props `nameOf` names
 *   an hour or a day
 */
export function BarChart({ label, slots, nameOf }) {
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  const asked = slots.reduce((sum, slot) => sum + slot.asked, 0);
  const failed = slots.reduce((sum, slot) => sum + slot.failed, 0);
  useEffect(() => {
    const place = ref.current;
    if (!place) return undefined;
    let wanted = true;
    let stop = () => {};
    loadUPlot().then((UPlot) => {
      if (wanted) stop = draw({ UPlot, place, slots, nameOf });
    });
    return () => {
      wanted = false;
      stop();
    };
  }, [slots]);
  if (!asked) {
    return html`<p class="bar-chart__label muted">${label}: nothing was asked for.</p>`;
  }
  return html`
    <figure class="bar-chart">
      <figcaption class="bar-chart__label">${label}: <strong>${asked}</strong> asked for${failed > 0 && html`, <strong class="bar-chart__failed">${failed} failed</strong>`}</figcaption>
      <div class="bar-chart__place" ref=${ref} aria-hidden="true"></div>
      <details class="bar-chart__numbers">
        <summary>In numbers</summary>
        <table>
          <thead><tr><th scope="col">From</th><th scope="col">Asked for</th><th scope="col">Failed</th></tr></thead>
          <tbody>${slots.map((slot) => html`<tr key=${slot.at}><th scope="row">${nameOf(slot.at)}</th><td>${slot.asked}</td><td>${slot.failed}</td></tr>`)}</tbody>
        </table>
      </details>
    </figure>
  `;
}

const HEIGHT = 110;

/**
 * Draws, and again in other colours or at another width.
 *
 * @param {{
 *   UPlot: typeof import("uplot"), place: HTMLElement, slots: readonly Slot[],
 *   nameOf: (at: string) => string
 * }} what
 * @returns {() => void} ends it
 */
function draw({ UPlot, place, slots, nameOf }) {
  /** @type {import("uplot") | undefined} */
  let chart;
  const data = /** @type {import("uplot").AlignedData} */ ([
    slots.map((_, i) => i),
    slots.map((slot) => slot.asked),
    slots.map((slot) => slot.failed),
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
    const bars = /** @type {NonNullable<typeof UPlot.paths.bars>} */ (UPlot.paths.bars)({
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
          { fill: style.caretColor, paths: bars, points: { show: false } },
          { fill: style.outlineColor, paths: bars, points: { show: false } },
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
