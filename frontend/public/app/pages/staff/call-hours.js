/** The calls of a backend's runner in each hour of a week: how many, how they ended, how long they took. */

import { BarChart } from "../../components/bar-chart.js";
import { SelectField } from "../../components/form.js";
import { formatNumber } from "../../lib/numbers.js";
import { plural } from "../../lib/text.js";
import { html, useId, useState } from "../../ui.js";

/** @import { CallHistory } from "../../api/types" */

/** @typedef {CallHistory["by_hour"][number]} Hour */

const CALLS = [
  { head: "Calls", of: (/** @type {Hour} */ { calls }) => calls },
  { head: "Failed", of: (/** @type {Hour} */ { failures }) => failures },
];
const LENGTHS = [{ head: "Milliseconds each", of: msEach, words: inTenths }];

/** @param {{ rows: readonly CallHistory[] }} props one endpoint at a time */
export function CallHours({ rows }) {
  const id = useId();
  const [picked, setPicked] = useState("");
  const row = rows.find(({ endpoint }) => endpoint === picked) ?? rows[0];
  if (!row) return null;
  const { by_hour: hours } = row;
  return html`
    <div class="call-hours">
      <${SelectField} id=${id} label="By the hour" value=${row.endpoint} onPick=${setPicked}
        options=${rows.map(({ endpoint }) => ({ value: endpoint, label: endpoint }))} />
      <div class="call-hours__charts">
        <${BarChart} caption=${`7 days: ${callWords(sumOf(hours))}`} slots=${hours} bars=${CALLS} nameOf=${hourOf} />
        <${BarChart} caption=${slowestWords(hours)} slots=${hours} bars=${LENGTHS} nameOf=${hourOf} />
      </div>
    </div>
  `;
}

/**
 * "12 calls, 1 failed, 1.7 ms each".
 *
 * @param {Omit<Hour, "at">} counted
 */
export function callWords(counted) {
  const each = msEach(counted);
  if (each === null) return "no calls";
  const { calls, failures } = counted;
  return `${plural(calls, "call")}, ${formatNumber(failures)} failed, ${inTenths(each)} ms each`;
}

/** @param {readonly Hour[]} hours */
function sumOf(hours) {
  const sum = { calls: 0, failures: 0, took_ms: 0 };
  for (const hour of hours) {
    sum.calls += hour.calls;
    sum.failures += hour.failures;
    sum.took_ms += hour.took_ms;
  }
  return sum;
}

/**
 * "Milliseconds each: at most 12.3, in the hour from Tue 14:00".
 *
 * @param {readonly Hour[]} hours
 */
export function slowestWords(hours) {
  let slowest = /** @type {Hour | null} */ (null);
  for (const hour of hours) {
    if ((msEach(hour) ?? 0) > ((slowest && msEach(slowest)) ?? 0)) slowest = hour;
  }
  if (!slowest) return "Milliseconds each: no calls";
  return `Milliseconds each: at most ${inTenths(msEach(slowest) ?? 0)}, in the hour from ${hourOf(slowest.at)}`;
}

/** @param {Omit<Hour, "at">} counted how long a call took; null where there was none */
function msEach({ calls, took_ms: tookMs }) {
  return calls ? tookMs / calls : null;
}

/** @param {number} value */
function inTenths(value) {
  return value.toFixed(1);
}

/** @param {string} at */
function hourOf(at) {
  const time = new Date(at);
  const day = time.toLocaleDateString("en-GB", { weekday: "short" });
  return `${day} ${time.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`;
}
