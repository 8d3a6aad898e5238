/** Repositories: those in use with their sign-off, and their branches and commits at the git host. */

import { call } from "./client.js";

/** @import { Abortable, Query } from "./types" */

/**
 * @param {Query<"listRepos">} [query]
 * @param {Abortable} [options]
 */
export function listRepos(query = {}, options = {}) {
  return call("listRepos", { query, ...options });
}

/**
 * @param {{ owner: string, name: string }} repo
 * @param {Abortable} [options]
 */
export function listBranches({ owner, name }, options = {}) {
  return call("listBranches", { path: { owner, name }, ...options });
}

/**
 * @param {{ owner: string, name: string }} repo
 * @param {Query<"listCommits">} query
 * @param {Abortable} [options]
 */
export function listCommits({ owner, name }, query, options = {}) {
  return call("listCommits", { path: { owner, name }, query, ...options });
}

/** @typedef {{ owner: string, name: string }} RepoName */

/**
 * @param {RepoName} repo
 * @param {Abortable} [options]
 */
export function getRepo({ owner, name }, options = {}) {
  return call("getRepo", { path: { owner, name }, ...options });
}

/**
 * What the git host says now: private or not, renamed or not.
 *
 * @param {RepoName} repo
 * @param {Abortable} [options]
 */
export function getRepoAtHost({ owner, name }, options = {}) {
  return call("getRepoAtHost", { path: { owner, name }, ...options });
}

/**
 * @param {RepoName} repo
 * @param {Abortable} [options]
 */
export function listProjectsOfRepo({ owner, name }, options = {}) {
  return call("listProjectsOfRepo", { path: { owner, name }, ...options });
}

/**
 * @param {RepoName} repo
 * @param {Query<"listRepoEvents">} [query]
 * @param {Abortable} [options]
 */
export function listRepoEvents({ owner, name }, query = {}, options = {}) {
  return call("listRepoEvents", { path: { owner, name }, query, ...options });
}

/**
 * For the researchers, after all workspaces on it.
 *
 * @param {RepoName} repo
 */
export function signOffRepo({ owner, name }) {
  return call("signOffRepo", { path: { owner, name } });
}

/**
 * For the staff, after a researcher.
 *
 * @param {RepoName} repo
 */
export function signOffRepoInternally({ owner, name }) {
  return call("signOffRepoInternally", { path: { owner, name } });
}
