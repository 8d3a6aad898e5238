/** Workspaces: one branch of one repository, and what has run on it. */

import { call } from "./client.js";

/** @import { Abortable, Body, Query } from "./types" */

/**
 * @param {Query<"listWorkspaces">} [query]
 * @param {Abortable} [options]
 */
export function listWorkspaces(query = {}, options = {}) {
  return call("listWorkspaces", { query, ...options });
}

/**
 * @param {string} name
 * @param {Abortable} [options]
 */
export function getWorkspace(name, options = {}) {
  return call("getWorkspace", { path: { name }, ...options });
}

/**
 * @param {Body<"createWorkspace">} body
 * @param {{ idempotencyKey: string }} options
 */
export function createWorkspace(body, { idempotencyKey }) {
  return call("createWorkspace", { body, idempotencyKey });
}

/**
 * @param {string} name
 * @param {Body<"changeWorkspace">} changes
 * @param {{ version: number }} options the version that was shown; an older one is a 412
 */
export function changeWorkspace(name, changes, { version }) {
  return call("changeWorkspace", { path: { name }, body: changes, version });
}

/**
 * The newest job of each action, without asking the git host.
 *
 * @param {string} name
 * @param {Query<"listActionStatuses">} [query]
 * @param {Abortable} [options]
 */
export function listActionStatuses(name, query = {}, options = {}) {
  return call("listActionStatuses", { path: { name }, query, ...options });
}

/**
 * Says that its code may be made public.
 *
 * @param {string} name
 */
export function signOffWorkspace(name) {
  return call("signOffWorkspace", { path: { name } });
}

/**
 * @param {string} name
 * @param {Query<"listWorkspaceEvents">} [query]
 * @param {Abortable} [options]
 */
export function listWorkspaceEvents(name, query = {}, options = {}) {
  return call("listWorkspaceEvents", { path: { name }, query, ...options });
}

/**
 * Archives many at once; the answer says which were skipped and why.
 *
 * @param {string[]} names
 */
export function archiveWorkspaces(names) {
  return call("archiveWorkspaces", { body: { names } });
}
