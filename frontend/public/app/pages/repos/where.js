/** Where a repository is and who can read it, in words and paths. */

import { paths } from "../../lib/paths.js";

/** @import { RepoAtHost } from "../../api/types" */
/** @import { RepoName } from "../../api/repos.js" */

/**
 * "private" or "public"; null where nobody knows.
 *
 * @param {RepoAtHost | null} atHost
 */
export function privacyWord(atHost) {
  if (!atHost || atHost.is_private === null) return null;
  return atHost.is_private ? "private" : "public";
}

/**
 * Where the link leads on: to the sign-off, or to the only project; null where it stays.
 *
 * @param {RepoName} repo
 * @param {readonly { slug: string }[]} projects
 * @param {boolean} signOff
 */
export function targetOf(repo, projects, signOff) {
  if (signOff && projects.length) return paths.repo(repo);
  return projects.length === 1 ? paths.project(projects[0].slug) : null;
}

/** After this, private code is due to be made public soon: it is to be so a year after its first run. */
const PRIVATE_MS = 330 * 24 * 60 * 60 * 1000;

/**
 * Whether the code has been run for so long that it should be public soon.
 *
 * @param {string | null} firstRunAt
 * @param {number} now milliseconds since 1970
 */
export function isDueToBePublic(firstRunAt, now) {
  return firstRunAt !== null && now - Date.parse(firstRunAt) > PRIVATE_MS;
}
