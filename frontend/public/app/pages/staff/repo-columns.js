/** What staff see of a repository in a row. */

import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { html } from "../../ui.js";

/** @import { RepoRecord } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */

/** @type {readonly Column<RepoRecord>[]} */
export const REPO_COLUMNS = [
  {
    key: "name",
    label: "Repository",
    head: true,
    render: (repo) =>
      html`<a class="mono break-anywhere" href=${paths.repo(repo)}>${repo.owner}/${repo.name}</a>`,
  },
  {
    key: "projects",
    label: "Projects",
    render: ({ projects }) =>
      projects.map(
        ({ slug, name }, i) =>
          html`${i > 0 && ", "}<a key=${slug} href=${paths.project(slug)}>${name}</a>`,
      ),
  },
  {
    key: "workspaces",
    label: "Workspaces signed off",
    end: true,
    render: ({ signed_off_workspace_count: done, workspace_count: all }) => `${done} of ${all}`,
  },
  {
    key: "first",
    label: "First run",
    render: (repo) =>
      repo.first_run_at
        ? html`<span class="nowrap"><${Time} value=${repo.first_run_at} style="short" /></span>`
        : html`<span class="faint">none</span>`,
  },
  {
    key: "outputs",
    label: "Outputs on GitHub",
    render: ({ has_github_outputs: has }) => (has ? "yes" : "no"),
  },
  { key: "sign_off", label: "Sign-off", render: (repo) => signOffWord(repo) },
];

/** @param {RepoRecord} repo */
export const repoKey = ({ owner, name }) => `${owner}/${name}`;

/** @param {RepoRecord} repo how far the sign-off is, in words */
export function signOffWord({ internal_signed_off_at: done, researcher_signed_off_at: half }) {
  if (done) return "signed off";
  return half ? "waits for staff" : "waits for a researcher";
}
