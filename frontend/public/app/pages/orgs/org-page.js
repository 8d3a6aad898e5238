/** An organisation: what it is, its projects, its people, what became of it. */

import { getOrg, listOrgEvents, listOrgMembers } from "../../api/orgs.js";
import { listProjects } from "../../api/projects.js";
import { Button } from "../../components/button.js";
import { DataTable } from "../../components/data-table.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { History } from "../../components/history.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { Columns, FactsList, Sheet } from "../../components/sheet.js";
import { TextWithLinks } from "../../components/text-with-links.js";
import { paths } from "../../lib/paths.js";
import { plural } from "../../lib/text.js";
import { useHistory } from "../../state/history.js";
import { herePath } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { user } from "../../state/session.js";
import { html } from "../../ui.js";
import { MembersSheet } from "./members-sheet.js";

/** @import { Org, Project } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { PageProps } from "../../router.js" */

const TRAIL = [{ label: "Organisations", href: paths.orgs() }];
const SHOWN_PROJECTS = 25;
const LIVE = ["record:org", "record:project", "record:workspace"];

/** @param {PageProps} props */
export default function OrgPage({ params: { slug }, query }) {
  const { data, error, refresh } = useResource((options) => getOrg(slug, options), [slug], {
    live: LIVE,
  });
  const org = data.value;
  if (!org) {
    return html`
      <${PageHead} title=${slug} trail=${TRAIL} />
      ${
        error.value
          ? html`<${ErrorBox} error=${error.value} onRetry=${refresh} signInHref=${user.value ? undefined : paths.signIn(herePath())}
              actions=${html`<${Button} small href=${paths.orgs({ search: slug })}>Search organisations<//>`} />`
          : html`<${Loading} />`
      }
    `;
  }
  return html`
    <${PageHead} title=${org.name} trail=${TRAIL} badge=${org.logo_url && html`<img class="org-logo" src=${org.logo_url} alt="" />`} facts=${[
      { key: "projects", icon: "folder", content: plural(org.projects, "project") },
      { key: "members", icon: "person", content: plural(org.members, "member") },
    ]} actions=${user.value && html`<${Edit} org=${org} />`}>
      ${org.description && html`<p class="org-text"><${TextWithLinks} text=${org.description} /></p>`}
    <//>
    <${Columns} aside=${html`<${About} org=${org} /><${Past} org=${org} />`}>
      <${Projects} org=${org} />
      <${MembersSheet} of=${slug} place=${org.name} cursor=${query.get("members")} load=${listOrgMembers} count=${org.members} />
    <//>
  `;
}

/** @param {{ org: Org }} props */
function Edit({ org: { slug, can } }) {
  if (can.edit.allowed) return html`<${Button} href=${paths.orgSettings(slug)}>Settings<//>`;
  return html`
    <div class="may-not">
      <${Button} disabled aria-describedby="why-no-settings">Settings<//>
      <p class="may-not__why" id="why-no-settings">${can.edit.why_not}</p>
    </div>
  `;
}

/** @type {readonly Column<Project>[]} */
const PROJECT_COLUMNS = [
  {
    key: "name",
    label: "Project",
    head: true,
    render: ({ slug, name }) =>
      html`<a class="break-anywhere" href=${paths.project(slug)}>${name}</a>`,
  },
  { key: "number", label: "Number", render: ({ number }) => number ?? "–" },
  { key: "workspaces", label: "Workspaces", end: true, render: ({ workspaces }) => workspaces },
  { key: "members", label: "Members", end: true, render: ({ members }) => members },
];

/** @param {{ org: Org }} props */
function Projects({ org: { slug, projects: count } }) {
  const { data, error, refresh } = useResource(
    (options) => listProjects({ org: slug, limit: SHOWN_PROJECTS }, options),
    [slug],
    { live: LIVE },
  );
  const rows = data.value?.results;
  const all = html`<${Button} small href=${paths.projects({ org: slug })}>All projects<//>`;
  return html`
    <${Sheet} title="Projects" count=${count || null} tools=${data.value?.next ? all : null}>
      ${!rows && (error.value ? html`<${ErrorBox} error=${error.value} level=${3} onRetry=${refresh} />` : html`<${Loading} />`)}
      ${rows?.length === 0 && html`<${Empty} title="No projects in use">Projects that the organisation takes part in stand here.<//>`}
      ${
        rows &&
        rows.length > 0 &&
        html`<${DataTable} caption="Projects of this organisation" columns=${PROJECT_COLUMNS} rows=${rows}
          rowKey=${(/** @type {Project} */ project) => project.slug} />`
      }
    <//>
  `;
}

/** @param {{ org: Org }} props */
function About({ org: { slug, github_orgs: names } }) {
  return html`
    <${Sheet} title="About" padded>
      <${FactsList} items=${[
        {
          label: "On GitHub",
          value: names.length
            ? html`<span class="mono break-anywhere">${names.join(", ")}</span>`
            : html`<span class="muted">no organisation</span>`,
        },
        {
          label: "Requests",
          value: html`<a href=${paths.requests({ org: slug })}>of its projects</a>`,
        },
      ]} />
    <//>
  `;
}

/** @param {{ org: Org }} props */
function Past({ org: { slug, version } }) {
  const history = useHistory(
    (query, options) => listOrgEvents(slug, { ...query, limit: 10 }, options),
    [slug, version],
    { live: ["record:org"] },
  );
  return html`<${Sheet} title="History"><${History} ...${history} /><//>`;
}
