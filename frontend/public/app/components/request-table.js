/** Job requests in rows: state with its reason, the strip, who asked for what, where and when. */

import { formatNumber } from "../lib/numbers.js";
import { paths } from "../lib/paths.js";
import { isUnfinished } from "../lib/statuses.js";
import { html } from "../ui.js";
import { DataTable } from "./data-table.js";
import { Reason } from "./reason.js";
import { Status } from "./status.js";
import { Strip } from "./strip.js";
import { Duration, Time } from "./time.js";

/** @import { JobRequestRow } from "../api/types" */
/** @import { Column } from "./data-table.js" */

/** @type {readonly Column<JobRequestRow>[]} */
const COLUMNS = [
  {
    key: "number",
    label: "Request",
    head: true,
    render: (row) => html`<a href=${paths.request(row.number)}>${row.number}</a>`,
  },
  { key: "state", label: "State", render: (row) => html`<${RequestState} row=${row} />` },
  { key: "jobs", label: "Jobs", render: (row) => html`<${RequestJobs} row=${row} />` },
  {
    key: "workspace",
    label: "Workspace",
    render: ({ workspace }) =>
      html`<a class="break-anywhere" href=${paths.workspace(workspace.name)}>${workspace.name}</a>`,
  },
  {
    key: "actions",
    label: "Actions",
    render: (row) => html`<${Requested} row=${row} />`,
  },
  { key: "backend", label: "Backend", render: ({ backend }) => backend.name },
  { key: "by", label: "Asked by", render: ({ created_by: person }) => person.name },
  {
    key: "asked",
    label: "Asked",
    render: (row) =>
      html`<span class="muted nowrap"><${Time} value=${row.created_at} style="short" /></span>`,
  },
  { key: "took", label: "Took", end: true, render: (row) => html`<${Took} row=${row} />` },
];

/**
 * @param {{ caption: string, rows: readonly JobRequestRow[], without?: readonly string[] }} props
 *   `without`: keys of columns that say nothing here
 */
export function RequestTable({ caption, rows, without = [] }) {
  return html`
    <div class="request-table">
      <${DataTable} caption=${caption} rows=${rows} columns=${COLUMNS.filter(({ key }) => !without.includes(key))}
        rowKey=${(/** @type {JobRequestRow} */ row) => row.identifier}
        isFailed=${(/** @type {JobRequestRow} */ row) => row.display_status === "failed"} />
    </div>
  `;
}

/** @param {{ row: JobRequestRow }} props what was asked for: "report and 11 more" */
function Requested({ row: { requested_actions: actions, requested_actions_total: total } }) {
  const more = total - 1;
  return html`
    <span class="mono break-anywhere">${breakable(actions[0])}</span>
    ${more > 0 && html` <span class="nowrap">and ${formatNumber(more)} more</span>`}
  `;
}

/** @param {string} name a machine name, which may break behind each `_` before anywhere else */
function breakable(name) {
  return name.split("_").flatMap((part, place) => (place ? ["_", html`<wbr />`, part] : [part]));
}

/** @param {{ row: JobRequestRow }} props */
function RequestState({ row }) {
  return html`
    <${Status} status=${row.display_status} />
    ${row.reason && html`<span class="request-table__reason"><${Reason} reason=${row.reason} /></span>`}
  `;
}

/** @param {{ row: JobRequestRow }} props */
function RequestJobs({ row: { display_status: status, strip, job_counts: counts } }) {
  if (!counts.total)
    return html`<span class="faint">${isUnfinished(status) ? "none yet" : "none"}</span>`;
  return html`
    <span class="request-table__jobs">
      <${Strip} size="small" strip=${strip} counts=${counts} />
      <span class="faint small">${counts.succeeded}/${counts.total}</span>
    </span>
  `;
}

/** @param {{ row: JobRequestRow }} props */
function Took({ row }) {
  const runs = isUnfinished(row.display_status) && row.started_at && row.contact === "heard";
  return html`<${Duration} seconds=${row.duration_s} since=${runs ? row.started_at : null} />`;
}
