/** The earlier tries of a job, which its runner began anew. */

import { DataTable } from "../../components/data-table.js";
import { Reason } from "../../components/reason.js";
import { Sheet } from "../../components/sheet.js";
import { Status } from "../../components/status.js";
import { Duration, Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { html } from "../../ui.js";

/** @import { JobDetail } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */

/** @typedef {JobDetail["attempts"][number] & { number: number, request: number }} Attempt */

/** @param {{ job: JobDetail }} props nothing for a job that was tried once */
export function Attempts({ job: { attempts, attempts_total: total, job_request: request } }) {
  if (!attempts.length) return null;
  const rows = attempts.map((attempt, i) => ({
    ...attempt,
    number: total - 1 - i,
    request: request.number,
  }));
  return html`
    <${Sheet} title="Earlier tries" id="attempts" count=${total - 1}>
      <${DataTable} caption="Earlier tries of this job, newest first" columns=${COLUMNS} rows=${rows}
        rowKey=${(/** @type {Attempt} */ { number }) => number} />
    <//>
  `;
}

/** @type {Column<Attempt>[]} */
const COLUMNS = [
  {
    key: "number",
    label: "Try",
    head: true,
    render: ({ number, request, job_identifier: job }) =>
      job
        ? html`<a href=${paths.job(request, job)} aria-label="Try ${number}, job ${job}">${number}</a>`
        : number,
  },
  {
    key: "state",
    label: "State",
    render: ({ was_interrupted: interrupted, display_status: status }) =>
      interrupted
        ? html`<${Status} status="cancelled" word="Interrupted" />`
        : html`<${Status} status=${status} />`,
  },
  {
    key: "reason",
    label: "Reason or message",
    render: ({
      was_interrupted: interrupted,
      job_identifier: job,
      reason,
      status_message: message,
    }) =>
      interrupted
        ? html`<span class="break-anywhere">${job ? "Its runner reports it no longer, and had not ended it." : "Its runner began it anew before it had ended."} ${message}</span>`
        : html`<${Reason} reason=${reason} />`,
  },
  {
    key: "ran",
    label: "Ran",
    end: true,
    render: ({ duration_s: seconds }) => html`<${Duration} seconds=${seconds} />`,
  },
  {
    key: "ended",
    label: "Ended",
    end: true,
    render: ({ ended_at: at }) => html`<${Time} value=${at} style="short" />`,
  },
];
