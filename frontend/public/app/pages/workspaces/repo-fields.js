/** Repository, from the list or typed, and the branch that its list offers. */

import { listBranches, listRepos } from "../../api/repos.js";
import { Button } from "../../components/button.js";
import { SelectField, TextField } from "../../components/form.js";
import { useResource } from "../../state/resource.js";
import { useSettled } from "../../state/settled.js";
import { html, useEffect } from "../../ui.js";
import { parseRepo, preferredBranch } from "./repo-choice.js";

/**
 * @param {{
 *   repo: string, branch: string, errors: Record<string, string>,
 *   onChange: (changes: { repo?: string, branch?: string }) => void
 * }} props
 */
export function RepoFields({ repo, branch, errors, onChange }) {
  const settled = useSettled(repo);
  const repos = useResource(
    (options) => listRepos({ search: settled.trim() || undefined, limit: 100 }, options),
    [settled],
  );
  const { found, branches } = useBranches(repo, settled);
  const preferred = found ? preferredBranch(found.results, found.default) : "";
  // The branch follows the repository until the reader has chosen one.
  useEffect(() => {
    const known = found?.results.some(({ name }) => name === branch);
    if (found && !known) onChange({ branch: preferred });
  }, [found]);

  return html`
    <${TextField} id="repo" label="Repository" mono value=${repo} list="repo-choices"
      error=${errors.repo ?? branches.error.value?.detail} autocapitalize="none" autocomplete="off" spellcheck="false"
      hint="Choose from the list, or type its address on GitHub."
      onInput=${(/** @type {string} */ text) => onChange({ repo: text })} />
    <datalist id="repo-choices">
      ${(repos.data.value?.results ?? []).map(({ url }) => html`<option key=${url} value=${url}></option>`)}
    </datalist>
    ${repos.error.value && html`<p class="field__hint">The list of repositories did not load: ${repos.error.value.detail} You can type the address all the same.</p>`}
    ${
      branches.error.value?.status === 503 || branches.error.value?.status === 0
        ? html`<p><${Button} small onClick=${branches.refresh}>Try again<//></p>`
        : null
    }
    <${SelectField} id="branch" label="Branch" value=${branch} error=${errors.branch}
      options=${(found?.results ?? []).map(({ name }) => ({ value: name, label: name }))}
      placeholder=${branchPlaceholder({ hasRepo: parseRepo(repo) !== null, loading: branches.loading.value, found })}
      onPick=${(/** @type {string} */ name) => onChange({ branch: name })} />
  `;
}

/**
 * The branches of the repository that stands in the field; `found` is null until those of this very
 * repository are here.
 *
 * @param {string} repo
 * @param {string} settled the same, once the reader pauses
 */
function useBranches(repo, settled) {
  const named = parseRepo(settled);
  const branches = useResource(
    async (options) => (named ? { of: settled, ...(await listBranches(named, options)) } : null),
    [named && `${named.owner}/${named.name}`],
  );
  const { data, error } = branches;
  return { found: data.value?.of === repo && !error.value ? data.value : null, branches };
}

/** @param {{ hasRepo: boolean, loading: boolean, found: object | null }} state */
function branchPlaceholder({ hasRepo, loading, found }) {
  if (!hasRepo) return "Choose a repository first";
  if (loading) return "Loading…";
  return found ? "Choose a branch" : "No branches";
}
