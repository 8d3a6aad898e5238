/** Home of somebody who is signed in: what needs him, what is under way, his workspaces. */

import { listJobRequests, listStandingFailures } from "../../api/job-requests.js";
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
import { Time } from "../../components/time.js";
import { formatNumber } from "../../lib/numbers.js";
import { paths } from "../../lib/paths.js";
import { listOf } from "../../lib/text.js";
import { useResource } from "../../state/resource.js";
import { session, user } from "../../state/session.js";
import { html, useState } from "../../ui.js";
import { MyInvitations } from "../projects/my-invitations.js";
import { BackendsGlance, EverybodysNewest } from "./asides.js";
import { OwnWorkspaces } from "./own-workspaces.js";
import { failureTitle, newestByWorkspace, summaryWords, unfinishedOf } from "./summary.js";

/** @import { JobRequestRow, StandingFailure } from "../../api/types" */

const SHOWN_FAILURES = 3;
const SHOWN_RECENT = 5;
const SHOWN_UNFINISHED = 10;
const NAMED_ACTIONS = 4;

export function OwnHome() {
  const [all, setAll] = useState(false);
  const own = `requests-of:${user.value?.username}`;
  const live = [own];
  const unfinished = useResource(
    (options) =>
      listJobRequests({ mine: true, unfinished: true, limit: SHOWN_UNFINISHED }, options),
    [],
    { live },
  );
  const recent = useResource((options) => listJobRequests({ mine: true, limit: 25 }, options), [], {
    live,
  });
  // Somebody else may put a failure right: what is shown of them follows their workspaces too.
  const failures = useResource(listStandingFailures, [], {
    live: (found) => [own, ...shownOf(found?.results).map(topicOf)],
  });
  const latest = useResource((options) => listJobRequests({ limit: 5 }, options), [], {
    live: ["newest-requests"],
  });
  const workspaces = useResource(
    (options) => listWorkspaces({ mine: true, limit: 10 }, options),
    [],
    { live: ["record:workspace"] },
  );

  const page = unfinished.data.value;
  const rows = recent.data.value?.results;
  const needing = failures.data.value?.results;
  const more = (needing?.length ?? 0) - SHOWN_FAILURES;
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
      ${page && needing && html`<p class="muted">${summaryWords({ needing: needing.length, unfinished: page.results.length, more: page.next !== null })}</p>`}
    <//>
    <${MyInvitations} />
    <${Columns} aside=${html`
      <${BackendsGlance} />
      <${EverybodysNewest} rows=${latest.data.value?.results ?? []} />
    `}>
      ${!needing && failures.error.value && html`<${ErrorBox} error=${failures.error.value} title="What needs you did not load" onRetry=${failures.refresh} />`}
      ${(all ? needing : shownOf(needing))?.map((failure) => html`<${NeedsYou} key=${failure.job_request.identifier} failure=${failure} />`)}
      ${!all && more > 0 && html`<p><${Button} small changes=${false} onClick=${() => setAll(true)}>Show ${formatNumber(more)} more that failed<//></p>`}
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

const shownOf = (/** @type {readonly StandingFailure[]} */ failures = []) =>
  failures.slice(0, SHOWN_FAILURES);

/** @param {StandingFailure} failure */
const topicOf = ({ job_request: { workspace } }) => `workspace:${workspace.name}`;

/** @param {{ failure: StandingFailure }} props */
function NeedsYou({ failure }) {
  const { job_request: row, actions, actions_total: total } = failure;
  const { failed, not_run: notRun } = row.job_counts;
  // What the request says of itself holds as long as nothing of it was put right.
  const whole = total === failed;
  const blocked =
    whole && notRun ? ` ${notRun} ${notRun === 1 ? "was" : "were"} not run because of it.` : "";
  return html`
    <${Callout} tone="failed" title=${failureTitle(failure)} actions=${html`<${Button} small href=${paths.request(row.number)}>See why<//>`}>
      <p>
        ${total > 1 && html`<span class="mono break-anywhere">${listOf(actions, { max: NAMED_ACTIONS, total })}.</span> `}
        <${Reason} reason=${whole && row.display_status === "failed" ? row.reason : null} />
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
