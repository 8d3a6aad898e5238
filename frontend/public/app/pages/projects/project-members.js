/** Who is in a project, page after page; with what may be done about each where it is given. */

import { listProjectMembers } from "../../api/projects.js";
import { DataTable } from "../../components/data-table.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { Pager } from "../../components/filters.js";
import { Loading } from "../../components/loading.js";
import { Sheet } from "../../components/sheet.js";
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { rolesInWords } from "../../lib/projects.js";
import { useResource } from "../../state/resource.js";
import { html } from "../../ui.js";

/** @import { Project, ProjectMember } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { Child } from "../../ui" */

/** @type {readonly Column<ProjectMember>[]} */
const COLUMNS = [
  {
    key: "name",
    label: "Member",
    head: true,
    render: ({ user: { username, name } }) => html`
      <a class="break-anywhere" href=${paths.user(username)}>${name}</a>
      ${name !== username && html` <span class="muted small break-anywhere">${username}</span>`}
    `,
  },
  { key: "roles", label: "Roles", render: ({ roles }) => rolesInWords(roles) },
  {
    key: "since",
    label: "Since",
    render: ({ created_at: at }) =>
      html`<span class="muted nowrap"><${Time} value=${at} style="short" /></span>`,
  },
];

/**
 * @param {{
 *   project: Project, cursor: string | null, hrefOf: (cursor: string) => string,
 *   of?: number, buttonsOf?: (member: ProjectMember) => Child
 * }} props `hrefOf` is the address of another page of the list; a new `of` loads it again;
 *   `buttonsOf` fills a last column
 */
export function ProjectMembers({ project, cursor, hrefOf, of = 0, buttonsOf }) {
  const { data, error, refresh } = useResource(
    (options) => listProjectMembers(project.slug, { cursor: cursor ?? undefined }, options),
    [project.slug, cursor, of],
    { live: ["record:project"] },
  );
  const page = data.value;
  const columns = buttonsOf
    ? [
        ...COLUMNS,
        { key: "do", label: "What to do", hideLabel: true, end: true, render: buttonsOf },
      ]
    : COLUMNS;
  return html`
    <${Sheet} title="Members" count=${project.members || null}>
      ${!page && (error.value ? html`<${ErrorBox} error=${error.value} level=${3} onRetry=${refresh} />` : html`<${Loading} />`)}
      ${page?.results.length === 0 && html`<${Empty} title="No members yet">People stand here once they are added or have accepted an invitation.<//>`}
      ${
        page &&
        page.results.length > 0 &&
        html`<${DataTable} caption="Members of this project" columns=${columns} rows=${page.results}
          rowKey=${(/** @type {ProjectMember} */ member) => member.user.username} />`
      }
    <//>
    ${page && html`<${Pager} newerHref=${page.previous && hrefOf(page.previous)} olderHref=${page.next && hrefOf(page.next)} />`}
  `;
}
