/** The repositories of a project, and whether the public can read them, as far as GitHub says. */

import { listProjectRepos } from "../../api/projects.js";
import { ErrorBox } from "../../components/error-box.js";
import { Icon } from "../../components/icon.js";
import { Loading } from "../../components/loading.js";
import { Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { useResource } from "../../state/resource.js";
import { html } from "../../ui.js";

/** @import { Repo } from "../../api/types" */

/** @param {{ slug: string }} props */
export function ProjectRepos({ slug }) {
  const { data, error, refresh } = useResource(
    (options) => listProjectRepos(slug, options),
    [slug],
  );
  const repos = data.value?.results;
  const isAnyUnknown = repos?.some(({ is_private: isPrivate }) => isPrivate === null);
  return html`
    <${Sheet} title="Repositories" padded>
      ${!repos && (error.value ? html`<${ErrorBox} error=${error.value} level=${3} title="The repositories did not load" onRetry=${refresh} />` : html`<${Loading} lines=${2} label="Asking the git host…" />`)}
      ${repos?.length === 0 && html`<p class="muted">None yet: a repository comes with the first workspace on it.</p>`}
      ${repos && repos.length > 0 && html`<ul class="project__repos">${repos.map((repo) => html`<${RepoLine} key=${repo.url} repo=${repo} />`)}</ul>`}
      ${isAnyUnknown && html`<p class="faint small">The git host does not say who may read those that are unknown. They count as private.</p>`}
    <//>
  `;
}

/** @param {{ repo: Repo }} props */
function RepoLine({ repo: { owner, name, is_private: isPrivate } }) {
  return html`
    <li>
      <a class="mono break-anywhere" href=${paths.repo({ owner, name })}>${owner}/${name}</a>
      <span class="tag nowrap">${isPrivate === true && html`<${Icon} name="lock" /> `}${readers(isPrivate)}</span>
    </li>
  `;
}

/** @param {boolean | null} isPrivate */
function readers(isPrivate) {
  if (isPrivate === null) return "unknown";
  return isPrivate ? "private" : "public";
}
