/** Tables of what projects and repositories come to; for staff. */

import { call } from "./client.js";

/** @import { Abortable, Query } from "./types" */

/**
 * @param {Query<"showCopiloting">} [query]
 * @param {Abortable} [options]
 */
export function showCopiloting(query = {}, options = {}) {
  return call("showCopiloting", { query, ...options });
}

/**
 * @param {Query<"showProjectsInFigures">} [query]
 * @param {Abortable} [options]
 */
export function showProjectsInFigures(query = {}, options = {}) {
  return call("showProjectsInFigures", { query, ...options });
}

/**
 * @param {Query<"showLongRunningRepos">} [query]
 * @param {Abortable} [options]
 */
export function showLongRunningRepos(query = {}, options = {}) {
  return call("showLongRunningRepos", { query, ...options });
}

/**
 * @param {Query<"showReposOfSeveralProjects">} [query]
 * @param {Abortable} [options]
 */
export function showReposOfSeveralProjects(query = {}, options = {}) {
  return call("showReposOfSeveralProjects", { query, ...options });
}

/**
 * What the git host says of repositories; slow where the host is, so a page asks apart.
 *
 * @param {readonly { owner: string, name: string }[]} repos
 * @param {Abortable} [options]
 */
export function showReposAtHost(repos, options = {}) {
  const repo = repos.map(({ owner, name }) => `${owner}/${name}`);
  return call("showReposAtHost", { query: { repo }, ...options });
}
