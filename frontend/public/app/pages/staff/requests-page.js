/** Every request, for staff: found by person, workspace, project or organisation, and cancelled. */

import { cancelJobRequest, listJobRequests } from "../../api/job-requests.js";
import { Button } from "../../components/button.js";
import { ConfirmDialog } from "../../components/dialog.js";
import { ErrorBox } from "../../components/error-box.js";
import { Reason } from "../../components/reason.js";
import { Status } from "../../components/status.js";
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { isUnfinished } from "../../lib/statuses.js";
import { listOf } from "../../lib/text.js";
import { useAction } from "../../state/action.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";
import { backendOptions, useOrgFilter, useProjectFilter } from "./choices.js";
import { StaffList } from "./staff-list.js";

/** @import { JobRequestRow } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { PageProps } from "../../router.js" */

const LIVE = ["requests"];
const UNFINISHED = [{ value: "true", label: "Unfinished" }];

/** @param {PageProps} props */
export default function StaffRequestsPage({ query }) {
  const org = useOrgFilter(query);
  const project = useProjectFilter(query);
  const [cancelling, setCancelling] = useState(/** @type {JobRequestRow | null} */ (null));
  const [turn, setTurn] = useState(0);
  return html`
    <${StaffList} here="requests" title="Requests" query=${query} columns=${columns(setCancelling)} load=${listJobRequests} live=${LIVE} turn=${turn}
      intro="Every request, newest first, with its jobs on its own page. Staff may cancel any."
      fields=${[
        { key: "search", label: "Number, identifier, action, person, workspace or project" },
        { key: "backend", label: "Backend", options: backendOptions() },
        org,
        project,
        { key: "unfinished", label: "Any state", options: UNFINISHED },
        { key: "user", label: "Asked by" },
        { key: "workspace", label: "Workspace" },
      ]}
      rowKey=${(/** @type {JobRequestRow} */ { identifier }) => identifier}
      empty=${{ title: "No requests yet", text: "When somebody asks for a run, the request stands here." }} />
    ${cancelling && html`<${CancelDialog} request=${cancelling} onDone=${() => setTurn(turn + 1)} onClose=${() => setCancelling(null)} />`}
  `;
}

/**
 * @param {(row: JobRequestRow) => void} onCancel
 * @returns {readonly Column<JobRequestRow>[]}
 */
function columns(onCancel) {
  return [
    {
      key: "number",
      label: "Request",
      head: true,
      render: ({ number }) => html`<a href=${paths.request(number)}>${number}</a>`,
    },
    {
      key: "state",
      label: "State",
      render: (row) => html`
        <span class="staff-stack">
          <${Status} status=${row.display_status} />
          ${row.reason && html`<span class="staff-second"><${Reason} reason=${row.reason} /></span>`}
        </span>
      `,
    },
    {
      key: "workspace",
      label: "Workspace",
      render: ({ workspace, project }) => html`
        <span class="staff-stack">
          <a class="break-anywhere" href=${paths.staffRequests({ workspace: workspace.name })}>${workspace.name}</a>
          <span class="muted staff-second">${project.name}</span>
        </span>
      `,
    },
    { key: "backend", label: "Backend", render: ({ backend }) => backend.name },
    {
      key: "by",
      label: "Asked by",
      render: ({ created_by: { username, name } }) =>
        html`<a class="break-anywhere" href=${paths.staffRequests({ user: username })}>${name}</a>`,
    },
    {
      key: "asked",
      label: "Asked",
      render: (row) =>
        html`<span class="muted nowrap"><${Time} value=${row.created_at} style="short" /></span>`,
    },
    {
      key: "cancel",
      label: "Cancel",
      hideLabel: true,
      end: true,
      render: (row) =>
        isUnfinished(row.display_status)
          ? html`<${Button} changes small aria-label="Cancel request ${row.number}…" onClick=${() => onCancel(row)}>Cancel…<//>`
          : null,
    },
  ];
}

/** @param {{ request: JobRequestRow, onDone: () => void, onClose: () => void }} props */
function CancelDialog({ request, onDone, onClose }) {
  const { busy, error, run } = useAction();
  const { number, backend, created_by: person, requested_actions: actions } = request;
  const handleConfirm = async () => {
    if (!(await run(() => cancelJobRequest(request.identifier, undefined)))) return;
    showToast(`Cancel of request ${number} sent.`);
    onDone();
    onClose();
  };
  return html`
    <${ConfirmDialog} title="Cancel all that is unfinished of request ${number}?" confirm="Cancel request ${number}" keep="Keep it"
      busy=${busy && "Sending…"} onConfirm=${handleConfirm} onClose=${onClose}>
      <p>${person.name} asked for ${listOf(actions, { max: 4, total: request.requested_actions_total })} in ${request.workspace.name}.</p>
      <p>${backend.name} is told at its next contact. Jobs that have succeeded keep their results.</p>
      ${error && html`<div role="alert"><${ErrorBox} error=${error} level=${3} title="Nothing is cancelled" /></div>`}
    <//>
  `;
}
