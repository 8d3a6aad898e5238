/** Where each action of a workspace stands on one backend. */

import { listActionStatuses } from "../../api/workspaces.js";
import { Button } from "../../components/button.js";
import { DataTable } from "../../components/data-table.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { SelectFilter } from "../../components/filters.js";
import { Loading } from "../../components/loading.js";
import { Reason } from "../../components/reason.js";
import { Segment } from "../../components/segment.js";
import { Sheet } from "../../components/sheet.js";
import { Status } from "../../components/status.js";
import { Duration, Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { isUnfinished } from "../../lib/statuses.js";
import { plural } from "../../lib/text.js";
import { backends } from "../../state/backends.js";
import { changeQuery } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { html } from "../../ui.js";

/** @import { ActionStatus, Backend, JobRequestRow } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */

/** @type {readonly Column<ActionStatus>[]} */
const COLUMNS = [
  {
    key: "action",
    label: "Action",
    head: true,
    render: ({ action, newest }) =>
      html`<a class="mono break-anywhere" href=${paths.job(newest.job_request_number, newest.job_identifier)}>${action}</a>`,
  },
  {
    key: "state",
    label: "Newest state",
    render: ({ newest }) => html`
      <${Status} status=${newest.display_status} />
      ${newest.display_status !== "succeeded" && html`<span class="request-table__reason"><${Reason} reason=${newest.reason} /></span>`}
    `,
  },
  {
    key: "when",
    label: "When",
    render: ({ newest }) => html`
      <span class="muted nowrap">${isUnfinished(newest.display_status) && "since "}<${Time} value=${newest.at} style="short" /></span>
    `,
  },
  {
    key: "took",
    label: "Took",
    end: true,
    render: ({ newest }) =>
      html`<${Duration} seconds=${newest.duration_s} since=${newest.display_status === "running" ? newest.at : null} />`,
  },
  {
    key: "request",
    label: "Request",
    end: true,
    render: ({ newest }) =>
      html`<a href=${paths.request(newest.job_request_number)}>${newest.job_request_number}</a>`,
  },
];

/**
 * @param {{
 *   workspace: string, backend: string | null, newestRequest: JobRequestRow | null, canRun: boolean
 * }} props `backend` is the one in the URL; without it the one of the newest request
 */
export function ActionStatuses({ workspace, backend, newestRequest, canRun }) {
  const known = backends.data.value?.results ?? [];
  const shown = backend ?? newestRequest?.backend.slug ?? known[0]?.slug ?? null;
  const { data, error, refresh } = useResource(
    async (options) => (shown ? listActionStatuses(workspace, { backend: shown }, options) : null),
    [shown],
    { live: [`workspace:${workspace}`] },
  );
  const rows = data.value?.results;
  const name = known.find(({ slug }) => slug === shown)?.name ?? shown;

  return html`
    <${Sheet} class="job-table" title="Where each action stands" note=${rows?.length ? summaryOf(rows) : null}
      tools=${shown && html`<${BackendChoice} backends=${known} shown=${shown} workspace=${workspace} />`}>
      ${!rows && (error.value ? html`<${ErrorBox} error=${error.value} level=${3} onRetry=${refresh} />` : html`<${Loading} />`)}
      ${
        rows?.length === 0 &&
        html`<${Empty} title="Nothing has run on ${name}" action=${canRun && html`<${Button} href=${paths.newRequest(workspace, { backend: shown ?? undefined })}>Run jobs on ${name}<//>`}>
          When an action runs there, it stands here with its newest state.
        <//>`
      }
      ${
        rows &&
        rows.length > 0 &&
        html`<${DataTable} caption="Newest state of each action on ${name}" columns=${COLUMNS} rows=${rows}
          rowKey=${(/** @type {ActionStatus} */ row) => row.action}
          isFailed=${(/** @type {ActionStatus} */ row) => row.newest.display_status === "failed"} />`
      }
    <//>
  `;
}

/**
 * @param {readonly ActionStatus[]} rows
 */
function summaryOf(rows) {
  const succeeded = rows.filter(({ newest }) => newest.display_status === "succeeded").length;
  return `${plural(rows.length, "action has", "actions have")} run, ${succeeded} of them with a result`;
}

/** @param {{ backends: readonly Backend[], shown: string, workspace: string }} props few stand side by side */
function BackendChoice({ backends: choices, shown, workspace }) {
  if (choices.length <= 4) {
    const views = choices.map(({ slug, name }) => ({
      key: slug,
      label: name,
      href: paths.workspace(workspace, { backend: slug }),
    }));
    return html`<${Segment} label="Backend" views=${views} current=${shown} />`;
  }
  return html`
    <${SelectFilter} label="Backend of the newest request" value=${shown} options=${choices.map(({ slug, name }) => ({ value: slug, label: name }))}
      onPick=${(/** @type {string} */ slug) => changeQuery({ backend: slug })} />
  `;
}
