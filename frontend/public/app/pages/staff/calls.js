/** How often a backend's runner calls, how that ends, and how long it takes. */

import { formatNumber } from "../../lib/numbers.js";
import { plural } from "../../lib/text.js";
import { html } from "../../ui.js";

/** @import { FleetBackend } from "../../api/types" */

/** @param {{ calls: FleetBackend["calls"] }} props */
export function Calls({ calls }) {
  if (!calls.length) return null;
  const lately = calls.reduce((sum, each) => sum + each.last_day.calls, 0);
  return html`
    <details class="fleet__more">
      <summary>${plural(lately, "call")} in the last 24 hours</summary>
      <ul class="fleet__list small">
        ${calls.map(
          (each) => html`
            <li key=${each.endpoint}><code>${each.endpoint}</code> ${callWords(each.last_day)}; since it was made ${callWords(each)}</li>
          `,
        )}
      </ul>
    </details>
  `;
}

/**
 * "12 calls, 1 failed, 1.7 ms each".
 *
 * @param {{ calls: number, failures: number, took_ms: number }} counted
 */
export function callWords({ calls, failures, took_ms: tookMs }) {
  if (!calls) return "no calls";
  const each = (tookMs / calls).toFixed(1);
  return `${plural(calls, "call")}, ${formatNumber(failures)} failed, ${each} ms each`;
}
