/** A workspace: how each action stands, its requests, what it is, and the way to run jobs. */

import { listWorkspaceJobRequests } from "../../api/job-requests.js";
import { getWorkspace, listWorkspaceEvents } from "../../api/workspaces.js";
import { Button } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { History } from "../../components/history.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { RequestTable } from "../../components/request-table.js";
import { BottomBar, Columns, FactsList, Sheet } from "../../components/sheet.js";
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { useHistory } from "../../state/history.js";
import { herePath } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { user } from "../../state/session.js";
import { html } from "../../ui.js";
import { HeldBackends } from "../backends/callouts.js";
import { DueToBePublic, MovedRepo, useRepoAtHost } from "../repos/at-host.js";
import { privacyWord } from "../repos/where.js";
import { ActionStatuses } from "./action-statuses.js";
import { WorkspaceSignOff } from "./sign-off.js";
import { WhyNotRun } from "./why-not-run.js";
import { WorkspaceSettings } from "./workspace-settings.js";

/** @import { RepoAtHost, WorkspaceDetail } from "../../api/types" */
/** @import { PageProps } from "../../router.js" */

const SHOWN_REQUESTS = 10;

/** @param {PageProps} props */
export default function WorkspacePage({ params, query }) {
  const workspace = useResource((options) => getWorkspace(params.name, options), [], {
    live: ["record:workspace", "record:project", "record:repo", "record:backend"],
  });
  const requests = useResource(
    (options) => listWorkspaceJobRequests(params.name, { limit: SHOWN_REQUESTS }, options),
    [],
    { live: [`workspace:${params.name}`] },
  );
  const found = workspace.data.value;
  const rows = requests.data.value?.results;
  const atHost = useRepoAtHost(found?.repo ?? null);

  if (!found) {
    return html`
      <${PageHead} title=${params.name} trail=${trailOf(null)} />
      ${
        workspace.error.value
          ? html`<${ErrorBox} error=${workspace.error.value} onRetry=${workspace.refresh} signInHref=${user.value ? undefined : paths.signIn(herePath())}
              actions=${html`<${Button} small href=${paths.workspaces({ search: params.name })}>Search workspaces<//>`} />`
          : html`<${Loading} />`
      }
    `;
  }
  return html`
    <${Head} workspace=${found} atHost=${atHost} />
    ${found.is_archived && html`<${Archived} />`}
    <${HeldBackends} canRun=${found.can.run.allowed} />
    <${MovedRepo} atHost=${atHost} />
    <${DueToBePublic} repo=${found.repo} project=${found.project.slug} atHost=${atHost} />
    <${Columns} aside=${html`
      <${About} workspace=${found} />
      <${WorkspaceSettings} workspace=${found} onChange=${workspace.set} />
      <${WorkspaceSignOff} workspace=${found} onChange=${workspace.set} />
    `}>
      <${ActionStatuses} workspace=${found.name} backend=${query.get("backend")} newestRequest=${rows?.[0] ?? null}
        canRun=${found.can.run.allowed} />
      <${Requests} workspace=${found} resource=${requests} />
      <${WorkspaceHistory} workspace=${found} />
    <//>
    <${BottomBar} phoneOnly actions=${html`<${RunButton} workspace=${found} />`} />
  `;
}

/** @param {WorkspaceDetail | null} workspace */
function trailOf(workspace) {
  const all = { label: "Workspaces", href: paths.workspaces() };
  if (!workspace) return [all];
  const { slug, name } = workspace.project;
  return [all, { label: name, href: paths.project(slug) }];
}

/** @param {{ workspace: WorkspaceDetail, atHost: RepoAtHost | null }} props */
function Head({ workspace, atHost }) {
  const { name, purpose, repo, branch } = workspace;
  const privacy = privacyWord(atHost);
  return html`
    <${PageHead} title=${name} trail=${trailOf(workspace)} actions=${html`<${RunButton} workspace=${workspace} />`}
      facts=${[
        {
          key: "repo",
          icon: "folder",
          content: html`<a class="break-anywhere" href=${paths.repo(repo)}>${repo.owner}/${repo.name}</a> ${privacy && html`<span class="tag">${privacy}</span>`}`,
        },
        {
          key: "branch",
          icon: "branch",
          content: html`<code class="break-anywhere">${branch}</code>`,
        },
      ]}>
      ${purpose && html`<p class="workspace__purpose">${purpose}</p>`}
    <//>
  `;
}

/** @param {{ workspace: WorkspaceDetail }} props */
function RunButton({ workspace }) {
  if (workspace.can.run.allowed) {
    return html`<${Button} kind="primary" icon="play" href=${paths.newRequest(workspace.name)} data-shortcut="n">Run jobs<//>`;
  }
  return html`
    <div class="may-not">
      <${Button} kind="primary" icon="play" disabled aria-describedby="why-no-run">Run jobs<//>
      <p class="may-not__why" id="why-no-run"><${WhyNotRun} workspace=${workspace} /></p>
    </div>
  `;
}

function Archived() {
  return html`
    <${Callout} tone="held" title="This workspace is archived">
      <p>It takes no new requests. What was run in it stays as it is.</p>
    <//>
  `;
}

/** @param {{ workspace: WorkspaceDetail, resource: import("../../state/resource.js").Resource<any> }} props */
function Requests({ workspace: { name, can }, resource: { data, error, refresh } }) {
  const page = data.value;
  const all = html`<${Button} small href=${paths.requests({ workspace: name })}>All requests<//>`;
  return html`
    <${Sheet} title="Requests" tools=${page?.results.length ? all : null}>
      ${!page && (error.value ? html`<${ErrorBox} error=${error.value} level=${3} onRetry=${refresh} />` : html`<${Loading} />`)}
      ${
        page?.results.length === 0 &&
        html`<${Empty} title="No requests yet" action=${can.run.allowed && html`<${Button} href=${paths.newRequest(name)}>Run jobs<//>`}>
          When somebody runs jobs in this workspace, each request and its jobs appear here.
        <//>`
      }
      ${page && page.results.length > 0 && html`<${RequestTable} caption="Requests in ${name}" rows=${page.results} without=${["workspace"]} />`}
    <//>
  `;
}

/** @param {{ workspace: WorkspaceDetail }} props */
function About({ workspace }) {
  const {
    project,
    orgs,
    repo,
    created_at: made,
    created_by: maker,
    should_notify: notify,
  } = workspace;
  return html`
    <${Sheet} title="About" padded>
      <${FactsList} items=${[
        {
          label: "Project",
          value: html`<a href=${paths.project(project.slug)}>${project.name}</a>`,
        },
        { label: "Organisation", value: orgs.length ? orgs.join(", ") : null },
        {
          label: "Code",
          value: html`<a class="break-anywhere" href=${repo.url}>${repo.url.replace("https://", "")}</a>`,
        },
        { label: "Made", value: html`<${Time} value=${made} /> by ${maker.name}` },
        { label: "E-mail", value: notify ? "on for new requests" : "off for new requests" },
      ]} />
    <//>
  `;
}

/** @param {{ workspace: WorkspaceDetail }} props */
function WorkspaceHistory({ workspace: { name, version } }) {
  const history = useHistory(
    (query, options) => listWorkspaceEvents(name, query, options),
    [version],
    { live: ["record:workspace"] },
  );
  return html`<${Sheet} title="History"><${History} ...${history} /><//>`;
}
