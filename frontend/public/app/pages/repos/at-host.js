/** What the git host says of a repository now, for those whom the server lets ask. */

import { getRepo, getRepoAtHost } from "../../api/repos.js";
import { Callout } from "../../components/callout.js";
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { useResource } from "../../state/resource.js";
import { user } from "../../state/session.js";
import { html } from "../../ui.js";
import { isDueToBePublic } from "./where.js";

/** @import { RepoAtHost } from "../../api/types" */

/**
 * What the host says; null until it has, and where it does not: no page waits for it or fails by it.
 *
 * @param {{ owner: string, name: string } | null} repo
 * @returns {RepoAtHost | null}
 */
export function useRepoAtHost(repo) {
  const { data } = useResource(
    async (options) => (repo && user.value ? getRepoAtHost(repo, options) : null),
    [repo && `${repo.owner}/${repo.name}`],
  );
  return data.value;
}

/** @param {{ atHost: RepoAtHost | null }} props that it has another name by now */
export function MovedRepo({ atHost }) {
  if (!atHost?.moved_to) return null;
  const { url, owner, name } = atHost.moved_to;
  return html`
    <${Callout} tone="held" title="The repository has another name now">
      <p>
        It is <a class="break-anywhere" href=${url}>${owner}/${name}</a>. The old address still leads there, so what is
        pinned goes on running; new workspaces are better made on the new one.
      </p>
    <//>
  `;
}

/**
 * That code which was run first nearly a year ago is private still: for members of its project.
 *
 * @param {{
 *   repo: { owner: string, name: string }, project: string, atHost: RepoAtHost | null
 * }} props `project` is the slug of the one whose members are told
 */
export function DueToBePublic({ repo, project, atHost }) {
  const isMember = user.value?.projects.some(({ slug }) => slug === project);
  const asks = isMember && atHost?.is_private === true;
  const { data } = useResource(
    async (options) => (asks ? getRepo(repo, options) : null),
    [asks, `${repo.owner}/${repo.name}`],
  );
  const first = data.value?.first_run_at ?? null;
  if (first === null || !isDueToBePublic(first, Date.now())) return null;
  return html`
    <${Callout} tone="held" title="The code is private still">
      <p>
        It was run first <${Time} value=${first} />. Code is made public within twelve months of that:
        its workspaces are signed off, then <a class="break-anywhere" href=${paths.repo(repo)}>${repo.owner}/${repo.name}</a>.
      </p>
    <//>
  `;
}
