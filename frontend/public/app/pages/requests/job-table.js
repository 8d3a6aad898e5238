/** The jobs of a request in a table: the same facts as the drawing, and what can be done to each. */

import { Button } from "../../components/button.js";
import { DataTable } from "../../components/data-table.js";
import { Empty } from "../../components/empty.js";
import { SearchField, SelectFilter } from "../../components/filters.js";
import { Reason } from "../../components/reason.js";
import { Sheet } from "../../components/sheet.js";
import { Status } from "../../components/status.js";
import { Duration, Time } from "../../components/time.js";
import { formatBytes, formatPercent } from "../../lib/numbers.js";
import { paths } from "../../lib/paths.js";
import { statusWord } from "../../lib/statuses.js";
import { changeQuery } from "../../state/location.js";
import { html, useCallback, useMemo } from "../../ui.js";
import { filterJobs } from "./request-view.js";
import { Waited } from "./waited.js";

/** @import { Job, JobRequest } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */

const FILTER_FROM = 9;

/**
 * @param {{
 *   request: JobRequest, query: URLSearchParams, selected: Job | null, onSelect: (action: string) => void,
 *   onCancel: (action: string) => void
 * }} props
 */
export function JobTable({ request, query, selected, onSelect, onCancel }) {
  const filter = { text: query.get("jobs") ?? "", status: query.get("state") ?? "" };
  const rows = filterJobs(request.jobs, filter);
  const filtered = filter.text !== "" || filter.status !== "";
  const total = request.jobs.length;
  const facts = factsOf(request);
  const shown = useMemo(() => columns(facts, onCancel), [...Object.values(facts), onCancel]);
  const choose = useCallback((/** @type {Job} */ job) => onSelect(job.action), [onSelect]);
  return html`
    <${Sheet} title="Jobs" id="jobs" class="job-table" count=${filtered ? `${rows.length} of ${total}` : total}
      tools=${(total >= FILTER_FROM || filtered) && html`<${JobFilters} jobs=${request.jobs} filter=${filter} />`}>
      ${
        rows.length
          ? html`<${DataTable} caption="Jobs of request ${request.number}" columns=${shown} rows=${rows}
              rowKey=${(/** @type {Job} */ job) => job.identifier}
              isChosen=${(/** @type {Job} */ job) => job === selected} onChoose=${choose}
              isFailed=${(/** @type {Job} */ job) => job.display_status === "failed"} />`
          : html`<${Empty} title="No job matches" action=${html`<${Button} onClick=${() => changeQuery({ jobs: null, state: null })}>Remove the filters<//>`}>
              No job has this name and state.
            <//>`
      }
    <//>
  `;
}

/** @param {{ jobs: readonly Job[], filter: { text: string, status: string } }} props */
function JobFilters({ jobs, filter }) {
  const states = [...new Set(jobs.map((job) => job.display_status))];
  return html`
    <${SearchField} label="Filter jobs" value=${filter.text} onSearch=${(/** @type {string} */ text) => changeQuery({ jobs: text })} />
    <${SelectFilter} label="All states" value=${filter.status} options=${states.map((status) => ({ value: status, label: statusWord(status) }))}
      onPick=${(/** @type {string} */ status) => changeQuery({ state: status })} />
  `;
}

/**
 * What the columns depend on beside the job.
 *
 * @param {JobRequest} request
 */
function factsOf({ number, contact, jobs }) {
  return {
    number,
    silent: contact === "silent",
    measured: jobs.some(({ metrics }) => metrics),
    cancellable: jobs.some(({ can }) => can.cancel.allowed),
  };
}

/**
 * @param {ReturnType<typeof factsOf>} facts
 * @param {(action: string) => void} onCancel
 * @returns {Column<Job>[]}
 */
function columns({ number, silent, measured, cancellable }, onCancel) {
  return [
    {
      key: "action",
      label: "Action",
      head: true,
      render: (job) =>
        html`<a class="mono break-anywhere" href=${paths.job(number, job.identifier)}>${job.action}</a>`,
    },
    {
      key: "state",
      label: "State",
      render: (job) => html`<${Status} status=${job.display_status} />`,
    },
    {
      key: "reason",
      label: "Reason or message",
      render: (job) => html`<${Why} job=${job} />`,
    },
    {
      key: "waited",
      label: "Waited",
      end: true,
      render: (job) => html`<${Waited} job=${job} />`,
    },
    {
      key: "ran",
      label: "Ran",
      end: true,
      render: (job) => html`<${Ran} job=${job} silent=${silent} />`,
    },
    {
      key: "started",
      label: "Started",
      end: true,
      render: (job) =>
        job.started_at &&
        html`<span class="muted"><${Time} value=${job.started_at} style="since" /></span>`,
    },
    ...(measured ? MEASURED : []),
    ...(cancellable ? [cancelColumn(onCancel)] : []),
  ];
}

/** @type {Column<Job>[]} */
const MEASURED = [
  {
    key: "cpu",
    label: "CPU peak",
    end: true,
    render: ({ metrics }) =>
      metrics &&
      metrics.cpu_peak !== null &&
      html`<span class="muted">${formatPercent(metrics.cpu_peak)}</span>`,
  },
  {
    key: "memory",
    label: "Memory peak",
    end: true,
    render: ({ metrics }) =>
      metrics &&
      metrics.mem_mb_peak !== null &&
      html`<span class="muted">${formatBytes(metrics.mem_mb_peak * 1_000_000)}</span>`,
  },
];

/**
 * @param {(action: string) => void} onCancel
 * @returns {Column<Job>}
 */
function cancelColumn(onCancel) {
  return {
    key: "cancel",
    label: "Cancel",
    hideLabel: true,
    end: true,
    render: (job) =>
      job.can.cancel.allowed &&
      html`<${Button} changes kind="quiet" small aria-label="Cancel ${job.action}…" onClick=${() => onCancel(job.action)}>Cancel…<//>`,
  };
}

/** @param {{ job: Job }} props */
function Why({ job: { display_status: status, reason, status_message: message, log_path: log } }) {
  if (status === "succeeded" && !reason) return null;
  return html`
    ${reason ? html`<${Reason} reason=${reason} />` : html`<span class="break-anywhere">${message}</span>`}
    ${log && html` <span class="muted">Log: <code class="break-anywhere">${log}</code></span>`}
  `;
}

/** @param {{ job: Job, silent: boolean }} props */
function Ran({ job, silent }) {
  if (!job.started_at) return null;
  if (job.display_status !== "running") return html`<${Duration} seconds=${job.duration_s} />`;
  return silent ? "?" : html`<${Duration} since=${job.started_at} />`;
}
