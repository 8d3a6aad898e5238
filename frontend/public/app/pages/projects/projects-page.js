/** The list of projects: search, status, the reader's own, the archived; his invitations above. */

import { listProjects } from "../../api/projects.js";
import { Button } from "../../components/button.js";
import { DataTable } from "../../components/data-table.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import {
  FilterChips,
  Filters,
  Pager,
  SearchField,
  SelectFilter,
} from "../../components/filters.js";
import { Loading } from "../../components/loading.js";
import { NewRows } from "../../components/new-rows.js";
import { PageHead } from "../../components/page-head.js";
import { Sheet } from "../../components/sheet.js";
import { formatNumber } from "../../lib/numbers.js";
import { paths } from "../../lib/paths.js";
import { projectStatusWord, STATUS_CHOICES } from "../../lib/projects.js";
import { listOf } from "../../lib/text.js";
import { useListPage } from "../../state/list-page.js";
import { changeQuery, herePath } from "../../state/location.js";
import { session, user } from "../../state/session.js";
import { html, useState } from "../../ui.js";
import { MyInvitations } from "./my-invitations.js";

/** @import { Project, ProjectStatus } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { PageProps } from "../../router.js" */

/** @type {readonly Column<Project>[]} */
const COLUMNS = [
  {
    key: "name",
    label: "Project",
    head: true,
    render: ({ slug, name, is_archived: archived }) => html`
      <a class="break-anywhere" href=${paths.project(slug)}>${name}</a>
      ${archived && html` <span class="tag">archived</span>`}
    `,
  },
  {
    key: "number",
    label: "Number",
    render: ({ number }) => html`<span class="nowrap">${number ?? "–"}</span>`,
  },
  {
    key: "orgs",
    label: "Organisations",
    render: ({ orgs }) => listOf(orgs.map(({ name }) => name)),
  },
  { key: "status", label: "Status", render: ({ status }) => projectStatusWord(status) },
  {
    key: "workspaces",
    label: "Workspaces",
    end: true,
    render: ({ workspaces }) => formatNumber(workspaces),
  },
  { key: "members", label: "Members", end: true, render: ({ members }) => formatNumber(members) },
];

/** @param {PageProps} props */
export default function ProjectsPage({ query }) {
  const asked = filtersOf(query);
  const [turn, setTurn] = useState(0);
  const { page, rows, error, refresh, ...fresh } = useListPage({
    query,
    load: ({ cursor }, options) => listProjects({ ...asked, cursor }, options),
    keyOf: ({ slug }) => slug,
    live: ["record:project", "record:workspace", "record:org"],
    turn,
  });
  return html`
    <${PageHead} title="Projects" actions=${session.value?.can.create_project && html`<${Button} kind="primary" icon="plus" href=${paths.newProject()}>New project<//>`}>
      <p class="muted">A project is a piece of research that was approved, with its people and its workspaces.</p>
    <//>
    <${MyInvitations} onAnswer=${() => setTurn(turn + 1)} />
    <${ProjectFilters} asked=${asked} />
    ${
      error &&
      html`<${ErrorBox} error=${error} onRetry=${refresh} signInHref=${user.value ? undefined : paths.signIn(herePath())} />`
    }
    ${!page && !error && html`<${Loading} />`}
    ${
      page &&
      html`
        <${Sheet}>
          <${NewRows} ...${fresh} word="project" />
          ${
            rows.length
              ? html`<${DataTable} caption="Projects" columns=${COLUMNS} rows=${rows} rowKey=${(/** @type {Project} */ project) => project.slug} />`
              : html`<${NoProjects} asked=${asked} />`
          }
        <//>
        <${Pager} newerHref=${page.previous && paths.projects({ ...asked, cursor: page.previous })}
          olderHref=${page.next && paths.projects({ ...asked, cursor: page.next })} />
      `
    }
  `;
}

/** @typedef {{ search?: string, org?: string, status?: ProjectStatus, mine?: boolean, archived?: boolean }} Asked */

/**
 * @param {URLSearchParams} query
 * @returns {Asked}
 */
function filtersOf(query) {
  const status = query.get("status");
  return {
    search: query.get("search") ?? undefined,
    org: query.get("org") ?? undefined,
    status: /** @type {ProjectStatus | undefined} */ (
      STATUS_CHOICES.find(({ value }) => value === status)?.value
    ),
    mine: query.get("mine") === "true" || undefined,
    archived: query.get("archived") === "true" || undefined,
  };
}

const set = (/** @type {Record<string, string | boolean | null>} */ changes) =>
  changeQuery({ ...changes, cursor: null });

/** @param {{ asked: Asked }} props */
function ProjectFilters({ asked }) {
  const chips = [
    asked.search && { key: "search", label: `“${asked.search}”` },
    asked.org && { key: "org", label: `Organisation: ${asked.org}` },
    asked.status && { key: "status", label: projectStatusWord(asked.status) },
    asked.mine && { key: "mine", label: "Your projects" },
    asked.archived && { key: "archived", label: "Archived" },
  ].filter((chip) => chip !== undefined && chip !== false && chip !== "");
  return html`
    <${Filters} label="Search projects">
      <${SearchField} label="Name or number" value=${asked.search ?? ""} onSearch=${(/** @type {string} */ search) => set({ search })} />
      ${
        user.value &&
        html`<${SelectFilter} label="Everybody's" value=${asked.mine ? "mine" : ""} options=${[{ value: "mine", label: "Your projects" }]}
          onPick=${(/** @type {string} */ mine) => set({ mine: mine === "mine" })} />`
      }
      <${SelectFilter} label="Any status" value=${asked.status ?? ""} options=${STATUS_CHOICES} onPick=${(/** @type {string} */ status) => set({ status })} />
      <${SelectFilter} label="In use" value=${asked.archived ? "archived" : ""} options=${[{ value: "archived", label: "Archived" }]}
        onPick=${(/** @type {string} */ archived) => set({ archived: archived === "archived" })} />
    <//>
    <${FilterChips} onRemoveAll=${() => set({ search: null, org: null, status: null, mine: null, archived: null })}
      chips=${chips.map((chip) => ({ ...chip, onRemove: () => set({ [chip.key]: null }) }))} />
  `;
}

/** @param {{ asked: Asked }} props */
function NoProjects({ asked }) {
  const { mine, ...others } = asked;
  if (Object.values(others).some(Boolean)) {
    return html`
      <${Empty} level=${2} title="No project matches" action=${html`<${Button} href=${paths.projects()}>Remove all filters<//>`}>
        No project has everything that is set above.
      <//>
    `;
  }
  if (mine) {
    return html`
      <${Empty} level=${2} title="You are in no project yet" action=${html`<${Button} href=${paths.projects()}>All projects<//>`}>
        When somebody invites you, the invitation stands above; once you accept it, the project is here.
      <//>
    `;
  }
  return html`<${Empty} level=${2} title="No projects yet">When staff make a project, it stands here with its organisations and its status.<//>`;
}
