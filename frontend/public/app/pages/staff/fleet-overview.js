/** All backends in a table: how each stands, what waits, runs and fails there, what needs a look. */

import { BackendStatus } from "../../components/backend-status.js";
import { DataTable } from "../../components/data-table.js";
import { Sheet } from "../../components/sheet.js";
import { Time, useNow } from "../../components/time.js";
import { formatNumber } from "../../lib/numbers.js";
import { paths } from "../../lib/paths.js";
import { plural } from "../../lib/text.js";
import { html, useMemo } from "../../ui.js";
import { expiryOf } from "../tokens/expiry.js";
import { runsOf } from "./runs-chart.js";

/** @import { Child } from "../../ui" */
/** @import { FleetBackend } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */

const RENEWED_MS = 10_000;
const DAY_MS = 86_400_000;

/**
 * @param {{
 *   rows: readonly FleetBackend[], chosen: FleetBackend, onChoose: (row: FleetBackend) => void
 * }} props
 */
export function FleetOverview({ rows, chosen, onChoose }) {
  const now = useNow(RENEWED_MS);
  const columns = useMemo(() => columnsAt(now), [now]);
  return html`
    <${Sheet} title="All backends" count=${rows.length} class="fleet-overview">
      <${DataTable} caption="All backends" columns=${columns} rows=${rows} rowKey=${(/** @type {FleetBackend} */ row) => row.slug}
        isChosen=${(/** @type {FleetBackend} */ row) => row === chosen} onChoose=${onChoose} />
    <//>
  `;
}

/**
 * @param {number} now milliseconds since 1970
 * @returns {Column<FleetBackend>[]}
 */
function columnsAt(now) {
  return [
    {
      key: "backend",
      label: "Backend",
      head: true,
      render: (row) =>
        html`<a href=${paths.staffFleet({ backend: row.slug })} data-replace>${row.name}</a>`,
    },
    {
      key: "state",
      label: "State",
      render: (row) => html`
        <${BackendStatus} backend=${row} />
        ${row.stop && html` <span class="tag">no new runs</span>`} ${!row.is_active && html` <span class="tag">off</span>`}
      `,
    },
    {
      key: "contact",
      label: "Last contact",
      render: (row) =>
        row.last_seen_at ? html`<${Time} value=${row.last_seen_at} style="ago" />` : "never",
    },
    {
      key: "waiting",
      label: "Waiting",
      end: true,
      render: (row) => html`
        <${Figure} value=${formatNumber(row.waiting_requests)}
          note=${row.oldest_waiting_at && html`oldest <${Time} value=${row.oldest_waiting_at} style="ago" />`} />
      `,
    },
    {
      key: "running",
      label: "Running",
      end: true,
      render: (row) => html`
        <${Figure} value=${formatNumber(row.running_requests)}
          note=${row.running_requests > 0 && (row.contact === "silent" ? "when last heard" : plural(row.running_jobs, "job"))} />
      `,
    },
    {
      key: "failed",
      label: "Failed, 24 hours",
      end: true,
      render: (row) => html`
        <${Figure} value=${failedWords(row.by_hour)} note=${runsOf(row.by_day).asked > 0 && html`7 days: ${failedWords(row.by_day)}`} />
      `,
    },
    {
      key: "look",
      label: "Needs a look",
      render: (row) => concernsOf(row, now).join(", "),
    },
  ];
}

/** @param {{ value: Child, note: Child }} props */
function Figure({ value, note }) {
  return html`<span>${value} ${note && html`<span class="fleet-overview__note">${note}</span>`}</span>`;
}

/** @param {FleetBackend["by_hour"]} slots */
function failedWords(slots) {
  const { asked, failed } = runsOf(slots);
  if (!asked) return "no runs";
  return html`${failed ? html`<strong class="bar-chart__failed">${failed}</strong>` : "0"} of ${asked}`;
}

/**
 * What the details of a backend have that should not wait: refused calls of a day, and tokens that
 * are missing, end soon or lie about.
 *
 * @param {Pick<FleetBackend, "refused" | "tokens">} row
 * @param {number} now milliseconds since 1970
 */
export function concernsOf({ refused, tokens }, now) {
  const ending = tokens.filter(
    (token) => token.state !== "retiring" && expiryOf(token, now).status === "ending",
  );
  const unused = tokens.filter((token) => token.unused);
  return [
    refused.some(({ at }) => now - Date.parse(at) < DAY_MS) && "refused calls",
    tokens.length === 0 && "no live token",
    ...ending.map((token) => `${token.name} ${expiryOf(token, now).text}`),
    unused.length > 0 && plural(unused.length, "unused token"),
  ].filter((words) => words !== false);
}
