/** The pipeline of a workspace: what its project.yaml says, and what a request would run. */

import { call } from "./client.js";

/** @import { Abortable, Body, Query } from "./types" */

/**
 * @param {string} workspace name
 * @param {Query<"getPipeline">} [query]
 * @param {Abortable} [options]
 */
export function getPipeline(workspace, query = {}, options = {}) {
  return call("getPipeline", { path: { name: workspace }, query, ...options });
}

/**
 * What a request would run and why; nothing is stored.
 *
 * @param {string} workspace name
 * @param {Body<"planJobRequest">} body
 * @param {Abortable} [options]
 */
export function planJobRequest(workspace, body, options = {}) {
  return call("planJobRequest", { path: { name: workspace }, body, ...options });
}
