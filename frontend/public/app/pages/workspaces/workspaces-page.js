/** The list of workspaces: search, project, the reader's own, the archived. All of it in the URL. */

import { listWorkspaces } from "../../api/workspaces.js";
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
import { Icon } from "../../components/icon.js";
import { Loading } from "../../components/loading.js";
import { NewRows } from "../../components/new-rows.js";
import { PageHead } from "../../components/page-head.js";
import { Sheet } from "../../components/sheet.js";
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { useListPage } from "../../state/list-page.js";
import { changeQuery, herePath } from "../../state/location.js";
import { session, user } from "../../state/session.js";
import { html } from "../../ui.js";
import { findProjects, PlaceFilter, usePlace } from "../places/places.js";

/** @import { Workspace } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { PageProps } from "../../router.js" */
/** @import { Choice } from "../../state/found.js" */

/** @type {readonly Column<Workspace>[]} */
const COLUMNS = [
  {
    key: "name",
    label: "Workspace",
    head: true,
    render: ({ name, is_archived: archived }) => html`
      <a class="break-anywhere" href=${paths.workspace(name)}>${name}</a>
      ${archived && html` <span class="tag">archived</span>`}
    `,
  },
  {
    key: "project",
    label: "Project",
    render: ({ project }) => html`<a href=${paths.project(project.slug)}>${project.name}</a>`,
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

/** @param {PageProps} props */
export default function WorkspacesPage({ query }) {
  const asked = filtersOf(query);
  const { page, rows, error, refresh, ...fresh } = useListPage({
    query,
    load: ({ cursor }, options) => listWorkspaces({ ...asked, cursor }, options),
    keyOf: ({ name }) => name,
    live: ["record:workspace", "record:project"],
  });
  const mayCreate = session.value?.can.create_workspace;

  return html`
    <${PageHead} title="Workspaces" actions=${html`
      <${Button} href=${paths.projects()}>Projects<//>
      ${
        mayCreate
          ? html`<${Button} kind="primary" icon="plus" href=${paths.newWorkspace({ project: asked.project })}>New workspace<//>`
          : html`<p class="page-head__why">To create a workspace, <a href=${paths.signIn(herePath())}>sign in</a>.</p>`
      }
    `}>
      <p class="muted">A workspace is one branch of a study's repository, with everything that was run on it.</p>
    <//>
    <${WorkspaceFilters} asked=${asked} />
    ${error && html`<${ErrorBox} error=${error} onRetry=${refresh} />`}
    ${!page && !error && html`<${Loading} />`}
    ${
      page &&
      html`
        <${Sheet}>
          <${NewRows} ...${fresh} word="workspace" />
          ${
            rows.length
              ? html`<${DataTable} caption="Workspaces" columns=${COLUMNS} rows=${rows}
                  rowKey=${(/** @type {Workspace} */ workspace) => workspace.name} />`
              : html`<${NoWorkspaces} asked=${asked} />`
          }
        <//>
        <${Pager} newerHref=${page.previous && paths.workspaces({ ...asked, cursor: page.previous })}
          olderHref=${page.next && paths.workspaces({ ...asked, cursor: page.next })} />
      `
    }
  `;
}

/** @typedef {{ search?: string, project?: string, mine?: boolean, archived?: boolean }} Asked */

/**
 * @param {URLSearchParams} query
 * @returns {Asked}
 */
function filtersOf(query) {
  return {
    search: query.get("search") ?? undefined,
    project: query.get("project") ?? undefined,
    mine: query.get("mine") === "true" || undefined,
    archived: query.get("archived") === "true" || undefined,
  };
}

const set = (/** @type {Record<string, string | boolean | null>} */ changes) =>
  changeQuery({ ...changes, cursor: null });

/** @param {{ asked: Asked }} props */
function WorkspaceFilters({ asked }) {
  const { choice } = usePlace(findProjects, asked.project);
  const projectName = choice?.label ?? asked.project;
  const chips = [
    asked.search && { key: "search", label: `“${asked.search}”` },
    asked.project && { key: "project", label: `Project: ${projectName}` },
    asked.mine && { key: "mine", label: "Made by you" },
    asked.archived && { key: "archived", label: "Archived" },
  ].filter((chip) => chip !== undefined && chip !== false && chip !== "");
  return html`
    <${Filters} label="Search workspaces">
      <${SearchField} label="Name or repository" value=${asked.search ?? ""} onSearch=${(/** @type {string} */ search) => set({ search })} />
      <${PlaceFilter} label="Project" find=${findProjects} chosen=${projectName ?? ""}
        onPick=${(/** @type {Choice} */ { value }) => set({ project: value })} />
      ${
        user.value &&
        html`<${SelectFilter} label="Made by anyone" value=${asked.mine ? "mine" : ""} options=${[{ value: "mine", label: "Made by you" }]}
          onPick=${(/** @type {string} */ mine) => set({ mine: mine === "mine" })} />`
      }
      ${
        session.value?.can.see_archived &&
        html`<${SelectFilter} label="In use" value=${asked.archived ? "archived" : ""} options=${[{ value: "archived", label: "Archived" }]}
          onPick=${(/** @type {string} */ archived) => set({ archived: archived === "archived" })} />`
      }
    <//>
    <${FilterChips} onRemoveAll=${() => set({ search: null, project: null, mine: null, archived: null })}
      chips=${chips.map((chip) => ({ ...chip, onRemove: () => set({ [chip.key]: null }) }))} />
  `;
}

/** @param {{ asked: Asked }} props */
function NoWorkspaces({ asked }) {
  if (Object.values(asked).some(Boolean)) {
    return html`
      <${Empty} level=${2} title="No workspace matches" action=${html`<${Button} href=${paths.workspaces()}>Remove all filters<//>`}>
        No workspace has everything that is set above.
      <//>
    `;
  }
  return html`<${Empty} level=${2} title="No workspaces yet">When somebody creates a workspace, it stands here with its project and branch.<//>`;
}
