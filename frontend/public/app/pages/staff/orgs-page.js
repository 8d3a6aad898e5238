/** Every organisation, for staff. */

import { listOrgs } from "../../api/orgs.js";
import { Button } from "../../components/button.js";
import { paths } from "../../lib/paths.js";
import { user } from "../../state/session.js";
import { html } from "../../ui.js";
import { ORG_COLUMNS } from "../orgs/orgs-page.js";
import { StaffList } from "./staff-list.js";

/** @import { Org } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { PageProps } from "../../router.js" */

const LIVE = ["record:org", "record:project"];

/** @type {readonly Column<Org>[]} */
const COLUMNS = [
  ...ORG_COLUMNS,
  {
    key: "github",
    label: "On GitHub",
    render: ({ github_orgs: names }) =>
      html`<span class="mono break-anywhere">${names.join(", ") || "–"}</span>`,
  },
  {
    key: "settings",
    label: "Settings",
    hideLabel: true,
    end: true,
    render: ({ slug, name }) =>
      html`<${Button} small aria-label="Settings of ${name}" href=${paths.orgSettings(slug)}>Settings<//>`,
  },
];

/** @param {PageProps} props */
export default function StaffOrgsPage({ query }) {
  const mayCreate = user.value?.permissions.includes("org_create");
  return html`
    <${StaffList} here="orgs" title="Organisations" query=${query} columns=${COLUMNS} load=${listOrgs} live=${LIVE}
      intro="Every organisation, newest first."
      actions=${mayCreate && html`<${Button} kind="primary" icon="plus" href=${paths.newOrg()}>New organisation<//>`}
      fields=${[{ key: "search", label: "Name" }]} rowKey=${(/** @type {Org} */ { slug }) => slug}
      empty=${{ title: "No organisations yet", text: "When somebody makes one, it stands here." }} />
  `;
}
