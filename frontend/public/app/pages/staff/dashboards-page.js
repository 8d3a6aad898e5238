/** Tables of what projects and repositories come to, for staff. */

import {
  showCopiloting,
  showLongRunningRepos,
  showProjectsInFigures,
  showReposAtHost,
  showReposOfSeveralProjects,
} from "../../api/dashboards.js";
import { Segment } from "../../components/segment.js";
import { Time } from "../../components/time.js";
import { formatNumber } from "../../lib/numbers.js";
import { paths } from "../../lib/paths.js";
import { projectStatusWord } from "../../lib/projects.js";
import { plural } from "../../lib/text.js";
import { useResource } from "../../state/resource.js";
import { html, useState } from "../../ui.js";
import NotFoundPage from "../errors/not-found-page.js";
import { REPO_COLUMNS, repoKey } from "./repo-columns.js";
import { markOf, markWord, stillDue } from "./repo-marks.js";
import { StaffList } from "./staff-list.js";

/** @import { ProjectFigures, RepoRecord } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { PageProps } from "../../router.js" */
/** @import { LoadOptions } from "../../state/resource.js" */
/** @import { Asked } from "./list-filters.js" */

const LIVE = ["record:project", "record:workspace", "record:repo", "record:job_request"];
const NO_PROJECTS = { title: "No projects yet", text: "When somebody makes one, it stands here." };

/** @type {Record<string, { label: string, title: string, intro: string }>} */
const TABLES = {
  copiloting: {
    label: "Co-piloting",
    title: "Co-piloting",
    intro: "Projects that staff support, newest first; the service's own are left out.",
  },
  project: {
    label: "Projects",
    title: "Projects in figures",
    intro: "Every project, newest first. Runs are counted up to 1,000.",
  },
  repos: {
    label: "Private code",
    title: "Private code",
    intro:
      "Repositories that are private more than eleven months after their first run. Their code is to be public after twelve.",
  },
  "repos-with-multiple-projects": {
    label: "Shared code",
    title: "Shared code",
    intro: "Repositories that two projects or more use.",
  },
};

/** @param {PageProps} props */
export default function DashboardsPage({ params, query }) {
  const table = params.table ?? "copiloting";
  if (!TABLES[table]) return html`<${NotFoundPage} params=${params} query=${query} />`;
  const { title, intro } = TABLES[table];
  const views = Object.entries(TABLES).map(([key, { label }]) => ({
    key,
    label,
    href: paths.staffDashboard(key),
  }));
  const shared = {
    here: "dashboards",
    title,
    intro,
    query,
    live: LIVE,
    tabs: html`<div class="figures__views"><${Segment} label="Tables" views=${views} current=${table} /></div>`,
  };
  if (table === "repos") return html`<${PrivateCode} key=${table} ...${shared} />`;
  if (table === "repos-with-multiple-projects") {
    return html`<${StaffList} key=${table} ...${shared} columns=${REPO_COLUMNS} load=${showReposOfSeveralProjects} rowKey=${repoKey}
      empty=${{ title: "No shared code", text: "When a second project uses a repository, it stands here." }} />`;
  }
  return html`<${StaffList} key=${table} ...${shared} empty=${NO_PROJECTS}
    columns=${table === "copiloting" ? [PROJECT_COLUMNS[0], COPILOT, ...PROJECT_COLUMNS.slice(1)] : PROJECT_COLUMNS}
    load=${table === "copiloting" ? showCopiloting : showProjectsInFigures}
    rowKey=${(/** @type {ProjectFigures} */ { slug }) => slug} />`;
}

/** @type {readonly Column<ProjectFigures>[]} */
const PROJECT_COLUMNS = [
  {
    key: "name",
    label: "Project",
    head: true,
    render: ({ slug, title, orgs: [lead], is_archived: archived }) => html`
      <span class="figures__name">
        <a href=${paths.project(slug)}>${title}</a>
        ${archived && html` <span class="tag">archived</span>`}
        ${lead && html`<span class="muted staff-second">${lead.name}</span>`}
      </span>
    `,
  },
  { key: "status", label: "Status", render: ({ status }) => projectStatusWord(status) },
  { key: "members", label: "Members", end: true, render: ({ members }) => members },
  { key: "workspaces", label: "Workspaces", end: true, render: ({ workspaces }) => workspaces },
  {
    key: "runs",
    label: "Runs",
    end: true,
    render: ({ runs: { value, capped } }) => `${formatNumber(value)}${capped ? "+" : ""}`,
  },
  { key: "first", label: "First run", render: ({ first_run_at: at }) => when(at) },
  { key: "last", label: "Last run", render: ({ last_run_at: at }) => when(at) },
  { key: "files", label: "Files released", end: true, render: ({ files_released: n }) => n },
];

/** @type {Column<ProjectFigures>} */
const COPILOT = {
  key: "copilot",
  label: "Co-pilot",
  render: ({ copilot, copilot_support_ends_at: at }) => html`
    <span class="staff-stack">
      <span>${copilot?.name ?? "–"}</span>
      ${at && html`<span class="muted staff-second">until ${when(at)}</span>`}
    </span>
  `,
};

/** @param {string | null} at */
function when(at) {
  if (!at) return html`<span class="faint">none</span>`;
  return html`<span class="nowrap"><${Time} value=${at} style="short" /></span>`;
}

/** @param {any} props those of the list; what the git host says comes later, and may not come */
function PrivateCode(props) {
  const [shown, setShown] = useState(/** @type {readonly RepoRecord[]} */ ([]));
  const marks = useResource(
    async (options) => (shown.length ? showReposAtHost(shown, options) : { results: [] }),
    [shown],
  );
  const known = marks.data.value?.results ?? [];
  const waits = marks.loading.value;
  const load = async (/** @type {Asked} */ asked, /** @type {LoadOptions} */ options) => {
    const page = await showLongRunningRepos(asked, options);
    setShown(page.results);
    return page;
  };
  /** @type {Column<RepoRecord>} */
  const mark = {
    key: "mark",
    label: "On the git host",
    render: (repo) => markWord(markOf(repo, known), waits),
  };
  return html`
    <${StaffList} ...${props} load=${load} rowKey=${repoKey} columns=${[REPO_COLUMNS[0], mark, ...REPO_COLUMNS.slice(1)]}
      note=${(/** @type {readonly RepoRecord[]} */ rows) => html`<${Due} rows=${rows} known=${known} waits=${waits} failed=${marks.error.value !== null} />`}
      empty=${{ title: "Nothing is due", text: "No repository has had its first run more than eleven months ago." }} />
  `;
}

/** @param {{ rows: readonly RepoRecord[], known: readonly any[], waits: boolean, failed: boolean }} props */
function Due({ rows, known, waits, failed }) {
  if (!rows.length) return null;
  if (waits)
    return html`<p class="muted" role="status">Asking the git host which of them are private…</p>`;
  if (failed) {
    return html`<p role="status">The git host was not asked, so which of them are private is not known.</p>`;
  }
  const { due, done, unknown } = stillDue(rows, known);
  return html`
    <p role="status">
      <strong>${plural(due, "repository is", "repositories are")} due on this page.</strong>
      ${done > 0 && html` ${plural(done, "is", "are")} public or no research.`}
      ${unknown > 0 && html` Of ${formatNumber(unknown)} the git host says nothing.`}
    </p>
  `;
}
