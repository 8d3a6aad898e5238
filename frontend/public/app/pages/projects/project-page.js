/** A project: how far it is, its workspaces, what was run lately, who is in it, its repositories. */

import { listJobRequests } from "../../api/job-requests.js";
import { getProject, listProjectEvents } from "../../api/projects.js";
import { listWorkspaces } from "../../api/workspaces.js";
import { Button } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { DataTable } from "../../components/data-table.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { History } from "../../components/history.js";
import { Icon } from "../../components/icon.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { RequestTable } from "../../components/request-table.js";
import { Columns, FactsList, Sheet } from "../../components/sheet.js";
import { TextWithLinks } from "../../components/text-with-links.js";
import { Time } from "../../components/time.js";
import { formatNumber } from "../../lib/numbers.js";
import { paths } from "../../lib/paths.js";
import { projectStatusWord } from "../../lib/projects.js";
import { useHistory } from "../../state/history.js";
import { herePath } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { user } from "../../state/session.js";
import { html } from "../../ui.js";
import { ProjectMembers } from "./project-members.js";
import { ProjectRepos } from "./project-repos.js";

/** @import { Project, Workspace } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { PageProps } from "../../router.js" */

const SHOWN_REQUESTS = 5;
const SHOWN_WORKSPACES = 25;
const LIVE = ["record:project", "record:workspace", "record:org"];
const TRAIL = [{ label: "Projects", href: paths.projects() }];

/** @param {PageProps} props */
export default function ProjectPage({ params, query }) {
  const { data, error, refresh } = useResource(
    (options) => getProject(params.slug, options),
    [params.slug],
    { live: LIVE },
  );
  const project = data.value;
  if (!project) {
    return html`
      <${PageHead} title=${params.slug} trail=${TRAIL} />
      ${
        error.value
          ? html`<${ErrorBox} error=${error.value} onRetry=${refresh} signInHref=${user.value ? undefined : paths.signIn(herePath())}
              actions=${html`<${Button} small href=${paths.projects({ search: params.slug })}>Search projects<//>`} />`
          : html`<${Loading} />`
      }
    `;
  }
  return html`
    <${Head} project=${project} />
    ${project.is_archived && html`<${Archived} />`}
    <${Columns} aside=${html`<${About} project=${project} /><${ProjectRepos} slug=${project.slug} /><${Past} project=${project} />`}>
      <${Status} project=${project} />
      <${Workspaces} project=${project} />
      <${Requests} project=${project} />
      <${ProjectMembers} project=${project} cursor=${query.get("members")} hrefOf=${(/** @type {string} */ members) => `${paths.project(project.slug)}?members=${members}`} />
    <//>
  `;
}

/** @param {{ project: Project }} props */
function Head({ project }) {
  const { slug, name, number, orgs, can, description } = project;
  const [lead] = orgs;
  const mayChange = [can.edit_status, can.rename, can.edit, can.manage_members].some(
    ({ allowed }) => allowed,
  );
  return html`
    <${PageHead} title=${name} trail=${TRAIL} facts=${[
      number && { key: "number", content: html`Project <strong>${number}</strong>` },
      lead && {
        key: "org",
        icon: "folder",
        content: html`<a href=${paths.org(lead.slug)}>${lead.name}</a>`,
      },
      {
        key: "members",
        icon: "person",
        content: `${formatNumber(project.members)} ${project.members === 1 ? "member" : "members"}`,
      },
    ]} actions=${html`
      ${mayChange && html`<${Button} href=${paths.projectSettings(slug)}>Settings<//>`}
      ${user.value && html`<${NewWorkspace} project=${project} />`}
    `}>
      ${description && html`<p class="project__text"><${TextWithLinks} text=${description} /></p>`}
    <//>
  `;
}

/** @param {{ project: Project }} props */
function NewWorkspace({ project: { slug, can } }) {
  const { allowed, why_not: whyNot } = can.create_workspace;
  if (allowed) {
    return html`<${Button} kind="primary" icon="plus" href=${paths.newWorkspace({ project: slug })}>New workspace<//>`;
  }
  return html`
    <div class="may-not">
      <${Button} kind="primary" icon="plus" disabled aria-describedby="why-no-workspace">New workspace<//>
      <p class="may-not__why" id="why-no-workspace">${whyNot}</p>
    </div>
  `;
}

function Archived() {
  return html`
    <${Callout} tone="held" title="This project is archived">
      <p>It takes no new workspaces and no new runs. Those that were asked for go on, and its history stays.</p>
    <//>
  `;
}

/** @param {{ project: Project }} props */
function Status({ project: { status, status_description: text } }) {
  return html`
    <${Sheet} title="Status" padded note=${projectStatusWord(status)}>
      ${text ? html`<p class="project__text"><${TextWithLinks} text=${text} /></p>` : html`<p class="muted">Nobody has described it yet.</p>`}
    <//>
  `;
}

/** @type {readonly Column<Workspace>[]} */
const WORKSPACE_COLUMNS = [
  {
    key: "name",
    label: "Workspace",
    head: true,
    render: ({ name }) => html`<a class="break-anywhere" href=${paths.workspace(name)}>${name}</a>`,
  },
  {
    key: "repo",
    label: "Repository and branch",
    render: ({ repo, branch }) => html`
      <span class="mono break-anywhere">${repo.owner}/${repo.name}</span>
      <span class="workspaces__branch"><${Icon} name="branch" /> <span class="mono break-anywhere">${branch}</span></span>
    `,
  },
  { key: "by", label: "Made by", render: ({ created_by: person }) => person.name },
  {
    key: "made",
    label: "Made",
    render: (workspace) =>
      html`<span class="muted nowrap"><${Time} value=${workspace.created_at} style="short" /></span>`,
  },
];

/** @param {{ project: Project }} props */
function Workspaces({ project: { slug, workspaces: count } }) {
  const { data, error, refresh } = useResource(
    (options) => listWorkspaces({ project: slug, limit: SHOWN_WORKSPACES }, options),
    [slug],
    { live: ["record:workspace"] },
  );
  const rows = data.value?.results;
  return html`
    <${Sheet} title="Workspaces" count=${count || null} tools=${rows?.length ? html`<${Button} small href=${paths.workspaces({ project: slug })}>All workspaces<//>` : null}>
      ${!rows && (error.value ? html`<${ErrorBox} error=${error.value} level=${3} onRetry=${refresh} />` : html`<${Loading} />`)}
      ${rows?.length === 0 && html`<${Empty} title="No workspaces in use">A workspace is one branch of a repository; those of this project stand here.<//>`}
      ${
        rows &&
        rows.length > 0 &&
        html`<${DataTable} caption="Workspaces of this project" columns=${WORKSPACE_COLUMNS} rows=${rows}
          rowKey=${(/** @type {Workspace} */ workspace) => workspace.name} />`
      }
    <//>
  `;
}

/** @param {{ project: Project }} props */
function Requests({ project: { slug } }) {
  const { data, error, refresh } = useResource(
    (options) => listJobRequests({ project: slug, limit: SHOWN_REQUESTS }, options),
    [slug],
    { live: [`project:${slug}`] },
  );
  const rows = data.value?.results;
  return html`
    <${Sheet} title="Latest requests" tools=${rows?.length ? html`<${Button} small href=${paths.requests({ project: slug })}>All requests<//>` : null}>
      ${!rows && (error.value ? html`<${ErrorBox} error=${error.value} level=${3} onRetry=${refresh} />` : html`<${Loading} />`)}
      ${rows?.length === 0 && html`<${Empty} title="No requests yet">When somebody runs jobs in a workspace of this project, each request appears here.<//>`}
      ${rows && rows.length > 0 && html`<${RequestTable} caption="Latest requests of this project" rows=${rows} without=${["by"]} />`}
    <//>
  `;
}

/** @param {{ project: Project }} props */
function About({ project }) {
  const { orgs, copilot, copilot_support_ends_at: endsAt, copilot_notes: notes } = project;
  return html`
    <${Sheet} title="About" padded>
      <${FactsList} items=${[
        {
          label: orgs.length === 1 ? "Organisation" : "Organisations",
          value: html`<ul class="project__orgs">
            ${orgs.map(
              ({ slug, name, is_lead: leads }) =>
                html`<li key=${slug}><a href=${paths.org(slug)}>${name}</a>${leads && orgs.length > 1 && html` <span class="muted">leads</span>`}</li>`,
            )}
          </ul>`,
        },
        { label: "Made", value: html`<${Time} value=${project.created_at} />` },
        { label: "Changed", value: html`<${Time} value=${project.updated_at} />` },
        { label: "Co-pilot", value: copilot?.name },
        { label: "Support ends", value: endsAt && html`<${Time} value=${endsAt} />` },
        {
          label: "Staff note",
          value: notes ? html`<span class="project__text">${notes}</span>` : null,
        },
      ]} />
    <//>
  `;
}

/** @param {{ project: Project }} props */
function Past({ project: { slug, version } }) {
  const history = useHistory(
    (query, options) => listProjectEvents(slug, { ...query, limit: 10 }, options),
    [slug, version],
    { live: ["record:project"] },
  );
  return html`<${Sheet} title="History"><${History} ...${history} /><//>`;
}
