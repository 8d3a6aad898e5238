/** What the git host says of repositories that are due to be made public. */

/** @typedef {{ owner: string, name: string }} RepoName */
/** @typedef {RepoName & { is_private: boolean | null, is_non_research: boolean | null }} Mark */

/**
 * @param {RepoName} repo
 * @param {readonly Mark[]} marks
 */
export function markOf({ owner, name }, marks) {
  return marks.find((mark) => mark.owner === owner && mark.name === name) ?? null;
}

/**
 * @param {Mark | null} mark
 * @param {boolean} waits whether the host is being asked
 */
export function markWord(mark, waits) {
  if (!mark || mark.is_private === null) return waits ? "…" : "not known";
  if (!mark.is_private) return "public";
  return mark.is_non_research ? "private, no research" : "private";
}

/**
 * How many of the rows are due (private and research), done, and unknown to the host.
 *
 * @param {readonly RepoName[]} rows
 * @param {readonly Mark[]} marks
 */
export function stillDue(rows, marks) {
  const words = rows.map((repo) => markWord(markOf(repo, marks), false));
  const due = words.filter((word) => word === "private").length;
  const unknown = words.filter((word) => word === "not known").length;
  return { due, unknown, done: rows.length - due - unknown };
}
