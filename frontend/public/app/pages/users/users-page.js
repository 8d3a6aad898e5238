/** The people of this service: names and projects, for everybody who may read. */

import { listUsers } from "../../api/users.js";
import { Button } from "../../components/button.js";
import { DataTable } from "../../components/data-table.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { FilterChips, Filters, Pager, SearchField } from "../../components/filters.js";
import { Loading } from "../../components/loading.js";
import { NewRows } from "../../components/new-rows.js";
import { PageHead } from "../../components/page-head.js";
import { Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { listOf } from "../../lib/text.js";
import { useListPage } from "../../state/list-page.js";
import { changeQuery } from "../../state/location.js";
import { html } from "../../ui.js";

/** @import { User } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { PageProps } from "../../router.js" */

const PROJECTS_NAMED = 3;

/** @type {readonly Column<User>[]} */
const COLUMNS = [
  {
    key: "name",
    label: "Name",
    head: true,
    render: ({ username, name }) => html`
      <a class="break-anywhere" href=${paths.user(username)}>${name}</a>
      ${name !== username && html` <span class="muted small break-anywhere">${username}</span>`}
    `,
  },
  {
    key: "projects",
    label: "Projects",
    render: ({ projects }) =>
      projects.length
        ? listOf(
            projects.map(({ name }) => name),
            { max: PROJECTS_NAMED },
          )
        : "none",
  },
];

const set = (/** @type {string | null} */ search) => changeQuery({ search, cursor: null });

/** @param {PageProps} props */
export default function UsersPage({ query }) {
  const search = query.get("search") ?? undefined;
  const { page, rows, error, refresh, ...fresh } = useListPage({
    query,
    load: ({ cursor }, options) => listUsers({ search, cursor }, options),
    keyOf: ({ username }) => username,
    live: ["record:user", "record:project"],
  });
  const chips = search ? [{ key: "search", label: `“${search}”`, onRemove: () => set(null) }] : [];
  return html`
    <${PageHead} title="People"><p class="muted">Who has an account here, newest first.</p><//>
    <${Filters} label="Search people"><${SearchField} label="Name or user name" value=${search ?? ""} onSearch=${set} /><//>
    <${FilterChips} chips=${chips} onRemoveAll=${() => set(null)} />
    ${error && html`<${ErrorBox} error=${error} onRetry=${refresh} />`}
    ${!page && !error && html`<${Loading} />`}
    ${
      page &&
      html`
        <${Sheet}>
          <${NewRows} ...${fresh} word="person" words="people" />
          ${
            rows.length
              ? html`<${DataTable} caption="People" columns=${COLUMNS} rows=${rows} rowKey=${(/** @type {User} */ { username }) => username} />`
              : html`<${Nobody} search=${search} />`
          }
        <//>
        <${Pager} newerHref=${page.previous && paths.users({ search, cursor: page.previous })}
          olderHref=${page.next && paths.users({ search, cursor: page.next })} />
      `
    }
  `;
}

/** @param {{ search?: string }} props */
function Nobody({ search }) {
  if (!search) {
    return html`<${Empty} level=${2} title="Nobody yet">Whoever signs in for the first time stands here.<//>`;
  }
  return html`
    <${Empty} level=${2} title="Nobody matches" action=${html`<${Button} href=${paths.users()}>Remove the filter<//>`}>
      No name begins with “${search}”.
    <//>
  `;
}
