/** The strip: one cell a job in the order of project.yaml, or one bar in proportion. */

import { countedStatuses, describeCounts } from "../lib/statuses.js";
import { html } from "../ui.js";

/** @import { DisplayStatus, JobCounts } from "../api/types" */

/** How high a state stands in the bar, and from where, in percent of its height. */
const LEVELS = { failed: [0, 100], waiting: [40, 20] };
const LEVEL = [20, 60];

/**
 * @param {{ strip: readonly DisplayStatus[], counts: JobCounts, size?: "small" | "medium" | "head" }} props
 *   `strip` is empty above 60 jobs; then one bar shows the counts in proportion
 */
export function Strip({ strip, counts, size = "medium" }) {
  const label = describeCounts(counts);
  if (!strip.length && counts.total)
    return html`<${Bar} counts=${counts} size=${size} label=${label} />`;
  return html`
    <span class="strip strip--${size}" role="img" aria-label=${label}>
      ${strip.map((status, i) => html`<span key=${i} class="strip__cell strip__cell--${status}"></span>`)}
    </span>
  `;
}

/** @param {{ counts: JobCounts, size: string, label: string }} props */
function Bar({ counts, size, label }) {
  let before = 0;
  const parts = countedStatuses(counts).map(({ status, count }) => {
    const x = (before / counts.total) * 100;
    before += count;
    const [y, height] = LEVELS[/** @type {keyof typeof LEVELS} */ (status)] ?? LEVEL;
    return { status, x, y, height, width: (count / counts.total) * 100 };
  });
  return html`
    <svg class="strip-bar strip-bar--${size}" role="img" aria-label=${label}>
      ${parts.map(
        ({ status, x, y, width, height }) => html`
          <rect key=${status} class="strip-bar__part strip-bar__part--${status}"
            x="${x}%" width="${width}%" y="${y}%" height="${height}%" />
        `,
      )}
    </svg>
  `;
}
