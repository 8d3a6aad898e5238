/** Every project, for staff. */

import { listProjects } from "../../api/projects.js";
import { Button } from "../../components/button.js";
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { projectStatusWord, STATUS_CHOICES } from "../../lib/projects.js";
import { session } from "../../state/session.js";
import { html } from "../../ui.js";
import { useOrgFilter } from "./choices.js";
import { StaffList } from "./staff-list.js";

/** @import { Project } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { PageProps } from "../../router.js" */

const LIVE = ["record:project", "record:workspace", "record:org"];

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
  { key: "number", label: "Number", render: ({ number }) => number ?? "–" },
  {
    key: "orgs",
    label: "Organisations",
    render: ({ orgs }) => orgs.map(({ name }) => name).join(", ") || "–",
  },
  { key: "status", label: "Status", render: ({ status }) => projectStatusWord(status) },
  { key: "copilot", label: "Co-pilot", render: ({ copilot }) => copilot?.name ?? "–" },
  { key: "workspaces", label: "Workspaces", end: true, render: ({ workspaces }) => workspaces },
  { key: "members", label: "Members", end: true, render: ({ members }) => members },
  {
    key: "made",
    label: "Made",
    render: (project) =>
      html`<span class="muted nowrap"><${Time} value=${project.created_at} style="short" /></span>`,
  },
];

/** @param {PageProps} props */
export default function StaffProjectsPage({ query }) {
  const org = useOrgFilter(query);
  const mayCreate = session.value?.can.create_project;
  return html`
    <${StaffList} here="projects" title="Projects" query=${query} columns=${COLUMNS} load=${listProjects} live=${LIVE}
      intro="Every project, newest first. Members, organisations and status are changed on its own page."
      actions=${mayCreate && html`<${Button} kind="primary" icon="plus" href=${paths.newProject()}>New project<//>`}
      fields=${[
        { key: "search", label: "Name or number" },
        org,
        { key: "status", label: "Status", options: STATUS_CHOICES },
        { key: "archived", label: "In use", options: [{ value: "true", label: "Archived" }] },
      ]}
      rowKey=${(/** @type {Project} */ { slug }) => slug}
      empty=${{ title: "No projects yet", text: "When somebody makes a project, it stands here." }} />
  `;
}
