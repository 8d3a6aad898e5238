/** Every role: what it lets one do, and where it is held. */

import { listRoles } from "../../api/users.js";
import { DataTable } from "../../components/data-table.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { roleWords } from "../../lib/roles.js";
import { listOf, plural } from "../../lib/text.js";
import { useResource } from "../../state/resource.js";
import { html } from "../../ui.js";
import { StaffFrame } from "./staff-frame.js";

/** @import { RoleDescription } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */

/** @type {readonly Column<RoleDescription>[]} */
const COLUMNS = [
  {
    key: "name",
    label: "Role",
    head: true,
    render: ({ name, held_on: on }) =>
      on.includes("everywhere")
        ? html`<a href=${paths.staffUsers({ role: name })}>${roleWords(name)}</a>`
        : roleWords(name),
  },
  { key: "does", label: "What it is for", render: ({ description }) => description },
  { key: "held", label: "Held", render: ({ held_on: on }) => listOf(on) },
  {
    key: "permissions",
    label: "Permissions",
    render: ({ name, permissions }) => html`
      <details class="roles__permissions">
        <summary aria-label="${plural(permissions.length, "permission")} of ${roleWords(name)}">${plural(permissions.length, "permission")}</summary>
        <ul>${permissions.map((permission) => html`<li key=${permission}><code>${permission}</code></li>`)}</ul>
      </details>
    `,
  },
];

export default function RolesPage() {
  return html`<${StaffFrame} here="roles"><${Roles} /><//>`;
}

function Roles() {
  const { data, error, refresh } = useResource(listRoles);
  const roles = data.value?.results;
  return html`
    <${PageHead} title="Roles">
      <p class="muted">
        A role held everywhere counts in every project; one held in a project counts there alone. Of
        several roles each gives what it gives. Who may run on a backend is no role.
      </p>
    <//>
    ${!roles && (error.value ? html`<${ErrorBox} error=${error.value} onRetry=${refresh} />` : html`<${Loading} />`)}
    ${
      roles &&
      html`<${Sheet}>
        <${DataTable} caption="Roles" columns=${COLUMNS} rows=${roles} rowKey=${(/** @type {RoleDescription} */ { name }) => name} />
      <//>`
    }
  `;
}
