/** The organisations that research is done in. */

import { listOrgs } from "../../api/orgs.js";
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
import { PageHead } from "../../components/page-head.js";
import { Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { changeQuery, herePath } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { user } from "../../state/session.js";
import { html } from "../../ui.js";
import { inOrder } from "./org-order.js";

/** @import { Org } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { PageProps } from "../../router.js" */

const ON_A_PAGE = 100;

/** @type {readonly Column<Org>[]} */
export const ORG_COLUMNS = [
  {
    key: "name",
    label: "Organisation",
    head: true,
    render: ({ slug, name }) => html`<a class="break-anywhere" href=${paths.org(slug)}>${name}</a>`,
  },
  { key: "projects", label: "Projects", end: true, render: ({ projects }) => projects },
  { key: "members", label: "Members", end: true, render: ({ members }) => members },
];

/** @param {PageProps} props */
export default function OrgsPage({ query }) {
  const asked = {
    search: query.get("search") ?? undefined,
    mine: query.get("mine") === "true" || undefined,
  };
  const { data, error, refresh } = useResource(
    (options) =>
      listOrgs({ ...asked, limit: ON_A_PAGE, cursor: query.get("cursor") ?? undefined }, options),
    [query.toString()],
    { live: ["record:org", "record:project"] },
  );
  const page = data.value;
  const mayCreate = user.value?.permissions.includes("org_create");
  return html`
    <${PageHead} title="Organisations" actions=${mayCreate && html`<${Button} kind="primary" icon="plus" href=${paths.newOrg()}>New organisation<//>`}>
      <p class="muted">Universities, companies and agencies whose people do research here.</p>
    <//>
    <${OrgFilters} asked=${asked} />
    ${error.value && html`<${ErrorBox} error=${error.value} onRetry=${refresh} signInHref=${user.value ? undefined : paths.signIn(herePath())} />`}
    ${!page && !error.value && html`<${Loading} />`}
    ${
      page &&
      html`
        <${Sheet}>
          ${
            page.results.length
              ? html`<${DataTable} caption="Organisations" columns=${ORG_COLUMNS} rows=${inOrder(page)} rowKey=${(/** @type {Org} */ { slug }) => slug} />`
              : html`<${NoOrgs} asked=${asked} />`
          }
        <//>
        <${Pager} newerHref=${page.previous && paths.orgs({ ...asked, cursor: page.previous })}
          olderHref=${page.next && paths.orgs({ ...asked, cursor: page.next })} />
      `
    }
  `;
}

const set = (/** @type {Record<string, string | null>} */ changes) =>
  changeQuery({ ...changes, cursor: null });

/** @param {{ asked: { search?: string, mine?: boolean } }} props */
function OrgFilters({ asked }) {
  const chips = [
    ...(asked.search ? [{ key: "search", label: `“${asked.search}”` }] : []),
    ...(asked.mine ? [{ key: "mine", label: "Yours" }] : []),
  ].map((chip) => ({ ...chip, onRemove: () => set({ [chip.key]: null }) }));
  return html`
    <${Filters} label="Search organisations">
      <${SearchField} label="Name" value=${asked.search ?? ""} onSearch=${(/** @type {string} */ search) => set({ search })} />
      ${
        user.value &&
        html`<${SelectFilter} label="All" value=${asked.mine ? "true" : ""} options=${[{ value: "true", label: "Yours" }]}
          onPick=${(/** @type {string} */ mine) => set({ mine })} />`
      }
    <//>
    <${FilterChips} chips=${chips} onRemoveAll=${() => set({ search: null, mine: null })} />
  `;
}

/** @param {{ asked: { search?: string, mine?: boolean } }} props */
function NoOrgs({ asked }) {
  if (asked.search) {
    return html`<${Empty} level=${2} title="No organisation matches" action=${html`<${Button} href=${paths.orgs()}>Remove all filters<//>`}>
      No name has “${asked.search}” in it.
    <//>`;
  }
  if (asked.mine) {
    return html`<${Empty} level=${2} title="You belong to no organisation" action=${html`<${Button} href=${paths.orgs()}>All organisations<//>`}>
      The staff of this service add people to theirs.
    <//>`;
  }
  return html`<${Empty} level=${2} title="No organisations yet">When staff make one, it stands here.<//>`;
}
