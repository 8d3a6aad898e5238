/** The repository and branch of a new workspace. */

/** @typedef {{ owner: string, name: string }} RepoName */

/**
 * Owner and name of a repository that was chosen or typed: an address of GitHub, or "owner/name".
 *
 * @param {string} text
 * @returns {RepoName | null} null where it is neither
 */
export function parseRepo(text) {
  const path = text
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?github\.com\//i, "")
    .replace(/(?:\.git)?\/*$/, "");
  const parts = path.split("/");
  const isName = (/** @type {string} */ part) => /^[-.\w]+$/.test(part);
  return parts.length === 2 && parts.every(isName) ? { owner: parts[0], name: parts[1] } : null;
}

/**
 * The address under which the service knows a repository.
 *
 * @param {RepoName} repo
 */
export function repoUrl({ owner, name }) {
  return `https://github.com/${owner}/${name}`;
}

/**
 * The branch that stands chosen at first: main, master, the host's default, else the only one.
 *
 * @param {readonly { name: string }[]} branches
 * @param {string | null} standard the default branch of the repository
 */
export function preferredBranch(branches, standard) {
  const names = branches.map(({ name }) => name);
  const wanted = ["main", "master", standard].find((name) => name && names.includes(name));
  return wanted ?? (names.length === 1 ? names[0] : "");
}
