/** The reader's workspaces, each with his newest request there. */

import { Button } from "../../components/button.js";
import { DataTable } from "../../components/data-table.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { Sheet } from "../../components/sheet.js";
import { Status } from "../../components/status.js";
import { Strip } from "../../components/strip.js";
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { html } from "../../ui.js";

/** @import { JobRequestRow, Workspace } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { Resource } from "../../state/resource.js" */

/**
 * @param {{
 *   resource: Resource<{ results: Workspace[], next: string | null }>, newest: ReadonlyMap<string, JobRequestRow>
 * }} props
 */
export function OwnWorkspaces({ resource: { data, error, refresh }, newest }) {
  const page = data.value;
  const tools = html`<a href=${paths.workspaces({ mine: true })}>All your workspaces</a>`;
  return html`
    <${Sheet} title="Your workspaces" tools=${page?.next && tools}>
      ${!page && (error.value ? html`<${ErrorBox} error=${error.value} level=${3} onRetry=${refresh} />` : html`<${Loading} />`)}
      ${
        page?.results.length === 0 &&
        html`<${Empty} title="No workspaces yet" action=${html`<${Button} href=${paths.newWorkspace()}>New workspace<//>`}>
          When you create a workspace, it stands here with your newest request in it.
        <//>`
      }
      ${
        page &&
        page.results.length > 0 &&
        html`<${DataTable} caption="Your workspaces" columns=${columns(newest)} rows=${page.results}
          rowKey=${(/** @type {Workspace} */ workspace) => workspace.name} />`
      }
    <//>
  `;
}

/**
 * @param {ReadonlyMap<string, JobRequestRow>} newest
 * @returns {Column<Workspace>[]}
 */
function columns(newest) {
  return [
    {
      key: "name",
      label: "Workspace",
      head: true,
      render: ({ name, branch }) => html`
        <a class="break-anywhere" href=${paths.workspace(name)}>${name}</a>
        <span class="own-workspaces__branch mono muted">${branch}</span>
      `,
    },
    {
      key: "project",
      label: "Project",
      render: ({ project }) => html`<span class="muted">${project.name}</span>`,
    },
    {
      key: "newest",
      label: "Your newest request",
      render: ({ name }) => {
        const row = newest.get(name);
        return row
          ? html`<a class="plain-link" href=${paths.request(row.number)}><${Status} status=${row.display_status} /></a>`
          : "–";
      },
    },
    {
      key: "jobs",
      label: "Its jobs",
      render: ({ name }) => {
        const row = newest.get(name);
        return row?.job_counts.total
          ? html`<${Strip} size="small" strip=${row.strip} counts=${row.job_counts} />`
          : "–";
      },
    },
    {
      key: "when",
      label: "When",
      end: true,
      render: ({ name }) => {
        const row = newest.get(name);
        return html`<span class="muted"><${Time} value=${row?.created_at} style="short" /></span>`;
      },
    },
  ];
}
