/** Job requests: asking for runs, following and cancelling them. */

import { call } from "./client.js";

/** @import { Abortable, Body, Query } from "./types" */

/**
 * @param {Query<"listJobRequests">} [query]
 * @param {Abortable} [options]
 */
export function listJobRequests(query = {}, options = {}) {
  return call("listJobRequests", { query, ...options });
}

/**
 * @param {string} workspace name
 * @param {Query<"listWorkspaceJobRequests">} [query]
 * @param {Abortable} [options]
 */
export function listWorkspaceJobRequests(workspace, query = {}, options = {}) {
  return call("listWorkspaceJobRequests", { path: { name: workspace }, query, ...options });
}

/**
 * The caller's own runs with failed jobs that nobody ran again since.
 *
 * @param {Abortable} [options]
 */
export function listStandingFailures(options = {}) {
  return call("listStandingFailures", options);
}

/**
 * @param {string} identifier or number
 * @param {Abortable} [options]
 */
export function getJobRequest(identifier, options = {}) {
  return call("getJobRequest", { path: { identifier }, ...options });
}

/**
 * How each action of a request did in the runs before.
 *
 * @param {string} identifier or number
 * @param {Abortable} [options]
 */
export function compareJobRequest(identifier, options = {}) {
  return call("compareJobRequest", { path: { identifier }, ...options });
}

/**
 * @param {string} workspace name
 * @param {Body<"createJobRequest">} body
 * @param {{ idempotencyKey: string }} options
 */
export function createJobRequest(workspace, body, { idempotencyKey }) {
  return call("createJobRequest", { path: { name: workspace }, body, idempotencyKey });
}

/**
 * Asks the backend to stop unfinished jobs.
 *
 * @param {string} identifier
 * @param {string[]} [actions] all unfinished ones without
 */
export function cancelJobRequest(identifier, actions) {
  return call("cancelJobRequest", { path: { identifier }, body: actions ? { actions } : {} });
}
