/** A repository: where it is used, and the sign-off of its code, step by step. */

import { getRepo, listRepoEvents, signOffRepo, signOffRepoInternally } from "../../api/repos.js";
import { DataTable } from "../../components/data-table.js";
import { ErrorBox } from "../../components/error-box.js";
import { History } from "../../components/history.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { Columns, FactsList, Sheet } from "../../components/sheet.js";
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { plural } from "../../lib/text.js";
import { useHistory } from "../../state/history.js";
import { herePath } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { user } from "../../state/session.js";
import { html } from "../../ui.js";
import { SignOffButton, SignOffState, SignOffWorkspace } from "../workspaces/sign-off.js";
import { MovedRepo, useRepoAtHost } from "./at-host.js";
import { privacyWord } from "./where.js";

/** @import { RepoDetail, RepoWorkspace } from "../../api/types" */
/** @import { PageProps } from "../../router.js" */

const TRAIL = [{ label: "Workspaces", href: paths.workspaces() }];

/** @param {PageProps} props */
export default function RepoPage({ params: { owner, name } }) {
  const { data, error, refresh, set } = useResource(
    (options) => getRepo({ owner, name }, options),
    [],
    { live: ["record:repo", "record:workspace", "record:project", "record:job_request"] },
  );
  const repo = data.value;
  const atHost = useRepoAtHost(repo);
  if (!repo) {
    return html`
      <${PageHead} title="${owner}/${name}" trail=${TRAIL} />
      ${error.value ? html`<${ErrorBox} error=${error.value} onRetry=${refresh} signInHref=${user.value ? undefined : paths.signIn(herePath())} />` : html`<${Loading} />`}
    `;
  }
  const privacy = privacyWord(atHost);
  return html`
    <${PageHead} title="${repo.owner}/${repo.name}" trail=${TRAIL} facts=${[
      {
        key: "url",
        icon: "folder",
        content: html`<a class="break-anywhere" href=${repo.url}>${repo.url.replace("https://", "")}</a>`,
      },
      privacy && { key: "privacy", content: html`<span class="tag">${privacy}</span>` },
      {
        key: "used",
        content: `${plural(repo.workspace_count, "workspace")} in ${plural(repo.projects.length, "project")}`,
      },
    ]} />
    <${MovedRepo} atHost=${atHost} />
    <${Columns} aside=${html`<${About} repo=${repo} />`}>
      <${Workspaces} repo=${repo} onDone=${refresh} />
      <${SignOff} repo=${repo} onDone=${set} />
      <${RepoHistory} repo=${repo} />
    <//>
  `;
}

/** @param {{ repo: RepoDetail, onDone: () => void }} props */
function Workspaces({ repo, onDone }) {
  const columns = [
    {
      key: "name",
      label: "Workspace",
      head: true,
      render: (/** @type {RepoWorkspace} */ { name, is_archived: archived }) => html`
        <a class="break-anywhere" href=${paths.workspace(name)}>${name}</a>
        ${archived && html` <span class="tag">archived</span>`}
      `,
    },
    {
      key: "project",
      label: "Project",
      render: (/** @type {RepoWorkspace} */ { project }) =>
        html`<a href=${paths.project(project.slug)}>${project.name}</a>`,
    },
    {
      key: "branch",
      label: "Branch",
      render: (/** @type {RepoWorkspace} */ { branch }) =>
        html`<span class="mono break-anywhere">${branch}</span>`,
    },
    {
      key: "sign-off",
      label: "Sign-off",
      render: (/** @type {RepoWorkspace} */ workspace) =>
        workspace.signed_off_at
          ? html`<${SignOffState} at=${workspace.signed_off_at} by=${workspace.signed_off_by} none="" />`
          : html`<${SignOffWorkspace} name=${workspace.name} verdict=${workspace.can.sign_off} onDone=${onDone} />`,
    },
  ];
  const note = `${repo.signed_off_workspace_count} of ${repo.workspace_count} signed off`;
  return html`
    <${Sheet} title="Workspaces on it" note=${note}>
      <${DataTable} caption="Workspaces on ${repo.owner}/${repo.name}" columns=${columns} rows=${repo.workspaces}
        rowKey=${(/** @type {RepoWorkspace} */ workspace) => workspace.name} />
    <//>
  `;
}

/** @param {{ repo: RepoDetail, onDone: (repo: RepoDetail) => void }} props */
function SignOff({ repo, onDone }) {
  const full = `${repo.owner}/${repo.name}`;
  return html`
    <${Sheet} title="Sign-off of the repository" padded>
      <ol class="sign-off">
        <li class="sign-off__step">
          <h3>By a researcher</h3>
          <${SignOffState} at=${repo.researcher_signed_off_at} by=${repo.researcher_signed_off_by} none="After all workspaces on it, a member of any project that uses it." />
          ${
            !repo.researcher_signed_off_at &&
            html`<${SignOffButton} id="researcher" label="Sign off for the researchers…" verdict=${repo.can.sign_off}
              title="Sign off 1 repository?" confirm="Sign off ${full}" act=${() => signOffRepo(repo)} onDone=${onDone}>
              <p>You say for all projects that use it that its code may be made public. Who made workspaces on it is told by e-mail; it is not taken back here.</p>
            <//>`
          }
        </li>
        <li class="sign-off__step">
          <h3>By the staff</h3>
          <${SignOffState} at=${repo.internal_signed_off_at} by=${repo.internal_signed_off_by} none="After a researcher." />
          ${
            !repo.internal_signed_off_at &&
            html`<${SignOffButton} id="staff" label="Sign off for the staff…" verdict=${repo.can.sign_off_internally}
              title="Sign off 1 repository for the staff?" confirm="Sign off ${full}" act=${() => signOffRepoInternally(repo)} onDone=${onDone}>
              <p>You say that its code may be made public. The repository itself is changed on the git host, not here.</p>
            <//>`
          }
        </li>
      </ol>
    <//>
  `;
}

/** @param {{ repo: RepoDetail }} props */
function About({ repo }) {
  const { projects, created_at: made, first_run_at: firstRun, has_github_outputs: outputs } = repo;
  return html`
    <${Sheet} title="About" padded>
      <${FactsList} items=${[
        {
          label: projects.length === 1 ? "Project" : "Projects",
          value: html`<ul class="plain-list">${projects.map(({ slug, name }) => html`<li key=${slug}><a href=${paths.project(slug)}>${name}</a></li>`)}</ul>`,
        },
        { label: "In use since", value: html`<${Time} value=${made} />` },
        { label: "First run", value: firstRun ? html`<${Time} value=${firstRun} />` : "none yet" },
        { label: "Outputs on the git host", value: outputs ? "yes" : "no" },
      ]} />
    <//>
  `;
}

/** @param {{ repo: RepoDetail }} props */
function RepoHistory({ repo }) {
  const history = useHistory(
    (query, options) => listRepoEvents(repo, query, options),
    [repo.researcher_signed_off_at, repo.internal_signed_off_at],
    { live: ["record:repo"] },
  );
  return html`<${Sheet} title="History"><${History} ...${history} /><//>`;
}
