/** Home of somebody who is signed in: what needs him, what is under way, his workspaces. */

import { listJobRequests } from "../../api/job-requests.js";
import { listWorkspaces } from "../../api/workspaces.js";
import { Button } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { Reason } from "../../components/reason.js";
import { RequestTable } from "../../components/request-table.js";
import { Columns, Sheet } from "../../components/sheet.js";
import { Status } from "../../components/status.js";
import { Strip } from "../../components/strip.js";
import { Time, useNow } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { useResource } from "../../state/resource.js";
import { session } from "../../state/session.js";
import { html } from "../../ui.js";
import { MyInvitations } from "../projects/my-invitations.js";
import { BackendsGlance, EverybodysNewest } from "./asides.js";
import { OwnWorkspaces } from "./own-workspaces.js";
import {
  failureTitle,
  needingYou,
  newestByWorkspace,
  summaryWords,
  unfinishedOf,
} from "./summary.js";

/** @import { JobRequestRow } from "../../api/types" */

const SHOWN_RECENT = 5;
const SHOWN_UNFINISHED = 10;

export function OwnHome() {
  const live = ["requests"];
  const unfinished = useResource(
    (options) =>
      listJobRequests({ mine: true, unfinished: true, limit: SHOWN_UNFINISHED }, options),
    [],
    { live },
  );
  const recent = useResource((options) => listJobRequests({ mine: true, limit: 25 }, options), [], {
    live,
  });
  const latest = useResource((options) => listJobRequests({ limit: 5 }, options), [], {
    live,
  });
  const workspaces = useResource((options) => listWorkspaces({ mine: true, limit: 10 }, options));
  const now = useNow(60_000);

  const page = unfinished.data.value;
  const rows = recent.data.value?.results;
  const needing = needingYou(rows ?? [], now);
  const error = unfinished.error.value ?? recent.error.value;
  const finished = rows?.filter((row) => !unfinishedOf([row]).length).slice(0, SHOWN_RECENT) ?? [];

  return html`
    <${PageHead} title="Your work" documentTitle="Home" actions=${
      session.value?.can.create_workspace &&
      html`
        <${Button} icon="plus" href=${paths.newWorkspace()}>New workspace<//>
        <${Button} kind="primary" icon="play" href=${paths.workspaces({ mine: true })}>Run jobs<//>
      `
    }>
      ${page && rows && html`<p class="muted">${summaryWords({ needing: needing.length, unfinished: page.results.length, more: page.next !== null })}</p>`}
    <//>
    <${MyInvitations} />
    <${Columns} aside=${html`
      <${BackendsGlance} />
      <${EverybodysNewest} rows=${latest.data.value?.results ?? []} />
    `}>
      ${needing.map((row) => html`<${NeedsYou} key=${row.identifier} row=${row} />`)}
      <${Sheet} title="Your unfinished requests" tools=${html`<a href=${paths.requests({ mine: true })}>All your requests</a>`}>
        ${
          page
            ? html`<${Unfinished} rows=${page.results} />`
            : error
              ? html`<${ErrorBox} error=${error} level=${3} onRetry=${unfinished.refresh} />`
              : html`<${Loading} />`
        }
      <//>
      ${
        finished.length > 0 &&
        html`<${Sheet} title="Finished lately">
          <${RequestTable} caption="Your requests that finished lately" rows=${finished} without=${["by", "actions"]} />
        <//>`
      }
      <${OwnWorkspaces} resource=${workspaces} newest=${newestByWorkspace(rows ?? [])} />
    <//>
  `;
}

/** @param {{ row: JobRequestRow }} props */
function NeedsYou({ row }) {
  const { not_run: notRun } = row.job_counts;
  const blocked = notRun
    ? ` ${notRun} ${notRun === 1 ? "was" : "were"} not run because of it.`
    : "";
  return html`
    <${Callout} tone="failed" title=${failureTitle(row)} actions=${html`<${Button} small href=${paths.request(row.number)}>See why<//>`}>
      <p>
        <${Reason} reason=${row.display_status === "failed" ? row.reason : null} />
        ${blocked} Request ${row.number} on ${row.backend.name}, asked <${Time} value=${row.created_at} />.
      </p>
    <//>
  `;
}

/** @param {{ rows: readonly JobRequestRow[] }} props */
function Unfinished({ rows }) {
  if (!rows.length) {
    return html`
      <${Empty} title="Nothing of yours runs or waits" action=${html`<${Button} href=${paths.workspaces({ mine: true })}>Your workspaces<//>`}>
        When you run jobs in a workspace, each request stands here until it is finished.
      <//>
    `;
  }
  return html`
    <ul class="unfinished">
      ${rows.map(
        (row) => html`
          <li key=${row.identifier} class="unfinished__item">
            <span class="unfinished__state"><${Status} status=${row.display_status} /></span>
            <div class="unfinished__main">
              <p class="unfinished__line">
                <span>
                  <a class="name-link break-anywhere" href=${paths.request(row.number)}><strong>${row.workspace.name}</strong>
                  <span class="muted"> request ${row.number}</span></a>
                </span>
                <span class="muted small">on ${row.backend.name} · asked <${Time} value=${row.created_at} style="short" /></span>
              </p>
              <p class="muted"><${Reason} reason=${row.reason} /></p>
              ${row.job_counts.total > 0 && html`<${Strip} strip=${row.strip} counts=${row.job_counts} />`}
            </div>
          </li>
        `,
      )}
    </ul>
  `;
}
