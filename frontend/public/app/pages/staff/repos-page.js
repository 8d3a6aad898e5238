/** Every repository in use, for staff: its dates, its projects, and how far its sign-off is. */

import { listRepos } from "../../api/repos.js";
import { html } from "../../ui.js";
import { useOrgFilter } from "./choices.js";
import { REPO_COLUMNS, repoKey } from "./repo-columns.js";
import { StaffList } from "./staff-list.js";

/** @import { PageProps } from "../../router.js" */

const LIVE = ["record:repo", "record:workspace", "record:project", "record:job_request"];
const SIGN_OFF = [
  { value: "open", label: "Waits for a researcher" },
  { value: "waiting", label: "Waits for staff" },
  { value: "done", label: "Signed off" },
];
const OUTPUTS = [
  { value: "true", label: "Outputs on GitHub" },
  { value: "false", label: "No outputs on GitHub" },
];

/** @param {PageProps} props */
export default function StaffReposPage({ query }) {
  const org = useOrgFilter(query);
  return html`
    <${StaffList} here="repos" title="Repositories" query=${query} columns=${REPO_COLUMNS} load=${listRepos} live=${LIVE} rowKey=${repoKey}
      intro="Every repository that a workspace uses, newest first. Its own page signs it off."
      fields=${[
        { key: "search", label: "Owner or name" },
        org,
        { key: "has_outputs", label: "Outputs", options: OUTPUTS },
        { key: "sign_off", label: "Sign-off", options: SIGN_OFF },
      ]}
      empty=${{ title: "No repositories yet", text: "When somebody makes a workspace, its repository stands here." }} />
  `;
}
