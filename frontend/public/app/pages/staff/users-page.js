/** Everybody with an account, for staff: filters, and what can be done for many at once. */

import { listUsers } from "../../api/users.js";
import { BulkBar, ChooseBox } from "../../components/bulk-bar.js";
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
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { roleWords } from "../../lib/roles.js";
import { backends } from "../../state/backends.js";
import { useListPage } from "../../state/list-page.js";
import { changeQuery } from "../../state/location.js";
import { html, useEffect, useState } from "../../ui.js";
import { findOrgs, PlaceFilter, usePlace } from "../places/places.js";
import { ApproveDialog, RoleDialog } from "./many-users.js";
import { StaffFrame } from "./staff-frame.js";
import { activeFilters, filtersOf, queryOf } from "./user-filters.js";

/** @import { User } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { PageProps } from "../../router.js" */
/** @import { Choice } from "../../state/found.js" */
/** @import { UserFilters } from "./user-filters.js" */

/** @param {PageProps} props */
export default function StaffUsersPage({ query }) {
  return html`<${StaffFrame} here="users"><${Users} query=${query} /><//>`;
}

/** @param {{ query: URLSearchParams }} props */
function Users({ query }) {
  const asked = filtersOf(query);
  const { page, rows, error, refresh, ...fresh } = useListPage({
    query,
    load: ({ cursor }, options) => listUsers({ ...queryOf(asked), cursor }, options),
    keyOf: ({ username }) => username,
    live: ["record:user", "record:project", "record:org", "record:backend"],
  });
  const [chosen, setChosen] = useState(/** @type {readonly string[]} */ ([]));
  const [deed, setDeed] = useState(/** @type {"give" | "take" | "approve" | null} */ (null));
  // Nobody stays chosen on another page.
  useEffect(() => setChosen([]), [query.toString()]);
  const handleChoose = (/** @type {string} */ name, /** @type {boolean} */ on) =>
    setChosen(on ? [...chosen, name] : chosen.filter((each) => each !== name));
  const handleDone = () => {
    refresh();
    setChosen([]);
  };
  const close = () => setDeed(null);

  return html`
    <${PageHead} title="Users"><p class="muted">Everybody with an account, newest first.</p><//>
    <${UserFilterBar} asked=${asked} />
    ${error && html`<${ErrorBox} error=${error} onRetry=${refresh} />`}
    ${!page && !error && html`<${Loading} />`}
    ${
      page &&
      html`
        <${Sheet}>
          <${NewRows} ...${fresh} word="person" words="people" />
          <${BulkBar} chosen=${chosen.length} shown=${rows.length} onClear=${() => setChosen([])}
            onAll=${() => setChosen(rows.map(({ username }) => username))}>
            <${Button} changes small onClick=${() => setDeed("approve")}>Let in…<//>
            <${Button} changes small onClick=${() => setDeed("give")}>Give role…<//>
            <${Button} changes small onClick=${() => setDeed("take")}>Take role…<//>
          <//>
          ${
            rows.length
              ? html`<${DataTable} caption="Users" columns=${columns(chosen, handleChoose)} rows=${rows}
                  rowKey=${(/** @type {User} */ { username }) => username}
                  isChosen=${(/** @type {User} */ { username }) => chosen.includes(username)} />`
              : html`<${NoUsers} filtered=${activeFilters(asked).length > 0} />`
          }
        <//>
        <${Pager} newerHref=${page.previous && paths.staffUsers({ ...asked, cursor: page.previous })}
          olderHref=${page.next && paths.staffUsers({ ...asked, cursor: page.next })} />
      `
    }
    ${deed === "approve" && html`<${ApproveDialog} usernames=${chosen} onDone=${handleDone} onClose=${close} />`}
    ${(deed === "give" || deed === "take") && html`<${RoleDialog} change=${deed} usernames=${chosen} onDone=${handleDone} onClose=${close} />`}
  `;
}

/**
 * @param {readonly string[]} chosen
 * @param {(username: string, on: boolean) => void} onChoose
 * @returns {Column<User>[]}
 */
function columns(chosen, onChoose) {
  return [
    {
      key: "choose",
      label: "Choose",
      hideLabel: true,
      render: ({ username, name }) =>
        html`<${ChooseBox} label="Choose ${name}" checked=${chosen.includes(username)}
          onChange=${(/** @type {boolean} */ on) => onChoose(username, on)} />`,
    },
    {
      key: "name",
      label: "Name",
      head: true,
      render: ({ username, name, account }) => html`
        <a class="users__name break-anywhere" href=${paths.staffUser(username)}>${name}</a>
        ${account && !account.is_active && html` <span class="tag">${account.closed_at ? "closed" : "off"}</span>`}
        ${name !== username && html`<span class="users__username muted break-anywhere">${username}</span>`}
      `,
    },
    { key: "orgs", label: "Organisation", render: ({ account }) => namesOrNone(account?.orgs) },
    { key: "backends", label: "Backends", render: ({ account }) => namesOrNone(account?.backends) },
    { key: "projects", label: "Projects", end: true, render: ({ projects }) => projects.length },
    {
      key: "roles",
      label: "Global roles",
      render: ({ account }) =>
        account?.roles.length
          ? html`<span class="users__roles">${account.roles.map((role) => html`<span key=${role} class="tag">${roleWords(role)}</span>`)}</span>`
          : null,
    },
    {
      key: "seen",
      label: "Last seen",
      render: ({ account }) =>
        html`<span class="muted nowrap">${
          account?.last_seen_at
            ? html`<${Time} value=${account.last_seen_at} style="ago" />`
            : "never"
        }</span>`,
    },
  ];
}

/** @param {readonly { name: string }[] | undefined} places */
function namesOrNone(places = []) {
  if (!places.length) return html`<span class="users__none">none</span>`;
  return places.map(({ name }) => name).join(", ");
}

const set = (/** @type {Record<string, string | null>} */ changes) =>
  changeQuery({ ...changes, cursor: null });

const MISSING = [
  { value: "backend", label: "No backend" },
  { value: "org", label: "No organisation" },
  { value: "project", label: "No project" },
];
const ANY_ROLES = [
  { value: "true", label: "Some role" },
  { value: "false", label: "No role" },
];
const ROLES = [
  "Administrator",
  "DeploymentAdministrator",
  "OutputChecker",
  "OutputPublisher",
  "ProjectCollaborator",
  "ServiceAdministrator",
  "SignOffRepoWithOutputs",
  "StaffAreaAdministrator",
  "TechSupport",
].map((value) => ({ value, label: roleWords(value) }));

/** @param {{ asked: UserFilters }} props */
function UserFilterBar({ asked }) {
  const { choice: org } = usePlace(findOrgs, asked.org);
  const named = (/** @type {readonly { slug: string, name: string }[]} */ rows) =>
    rows.map(({ slug, name }) => ({ value: slug, label: name }));
  const choices = {
    org: org ? [org] : [],
    backend: named(backends.data.value?.results ?? []),
    role: ROLES,
    any_roles: ANY_ROLES,
    missing: MISSING,
    disabled: [{ value: "true", label: "Switched off" }],
  };
  const labelOf = (/** @type {keyof typeof choices} */ key, /** @type {string} */ value) =>
    choices[key].find((choice) => choice.value === value)?.label ?? value;
  const chips = activeFilters(asked).map(({ key, value }) => ({
    key,
    label:
      key === "search" ? `“${value}”` : labelOf(/** @type {keyof typeof choices} */ (key), value),
    onRemove: () => set({ [key]: null }),
  }));
  const select = (/** @type {keyof typeof choices} */ key, /** @type {string} */ label) =>
    html`<${SelectFilter} label=${label} value=${asked[key] ?? ""} options=${choices[key]}
      onPick=${(/** @type {string} */ value) => set({ [key]: value })} />`;
  return html`
    <${Filters} label="Search users">
      <${SearchField} label="Name, user name or e-mail" value=${asked.search ?? ""} onSearch=${(/** @type {string} */ search) => set({ search })} />
      <${PlaceFilter} label="Organisation" find=${findOrgs} chosen=${asked.org ? labelOf("org", asked.org) : ""}
        onPick=${(/** @type {Choice} */ { value }) => set({ org: value })} />
      ${select("backend", "Backend")} ${select("role", "Role")}
      ${select("any_roles", "Any role")} ${select("missing", "Missing")} ${select("disabled", "Account")}
    <//>
    <${FilterChips} chips=${chips} onRemoveAll=${() => set(Object.fromEntries(activeFilters(asked).map(({ key }) => [key, null])))} />
  `;
}

/** @param {{ filtered: boolean }} props */
function NoUsers({ filtered }) {
  if (!filtered) {
    return html`<${Empty} level=${2} title="Nobody yet">Whoever signs in for the first time stands here.<//>`;
  }
  return html`
    <${Empty} level=${2} title="Nobody matches" action=${html`<${Button} href=${paths.staffUsers()}>Remove all filters<//>`}>
      Nobody has everything that is set above.
    <//>
  `;
}
