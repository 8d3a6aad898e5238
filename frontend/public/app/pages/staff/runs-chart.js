/** How many runs were asked for in each hour or day, and how many of them failed. */

import { BarChart } from "../../components/bar-chart.js";
import { html } from "../../ui.js";

/** @import { FleetBackend } from "../../api/types" */

/** @typedef {FleetBackend["by_hour"][number]} Slot */

const BARS = [
  { head: "Asked for", of: (/** @type {Slot} */ slot) => slot.asked },
  { head: "Failed", of: (/** @type {Slot} */ slot) => slot.failed },
];

/** @param {{ label: string, slots: readonly Slot[], nameOf: (at: string) => string }} props */
export function RunsChart({ label, slots, nameOf }) {
  const { asked, failed } = runsOf(slots);
  if (!asked) return html`<p class="small muted">${label}: nothing was asked for.</p>`;
  const caption = html`${label}: <strong>${asked}</strong> asked for${failed > 0 && html`, <strong class="bar-chart__failed">${failed} failed</strong>`}`;
  return html`<${BarChart} caption=${caption} slots=${slots} bars=${BARS} nameOf=${nameOf} />`;
}

/**
 * All runs of some hours or days.
 *
 * @param {readonly Slot[]} slots
 */
export function runsOf(slots) {
  return {
    asked: slots.reduce((sum, slot) => sum + slot.asked, 0),
    failed: slots.reduce((sum, slot) => sum + slot.failed, 0),
  };
}
