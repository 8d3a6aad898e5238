/** Jobs: one action of one request. */

import { call } from "./client.js";

/** @import { Abortable } from "./types" */

/**
 * @param {string} requestIdentifier
 * @param {string} jobIdentifier
 * @param {Abortable} [options]
 */
export function getJobOfRequest(requestIdentifier, jobIdentifier, options = {}) {
  return call("getJobOfRequest", {
    path: { identifier: requestIdentifier, job: jobIdentifier },
    ...options,
  });
}

/**
 * The job with this identifier, or whose identifier alone begins so.
 *
 * @param {string} identifier at least 4 characters
 * @param {Abortable} [options]
 * @throws {ApiProblem} `ambiguous-identifier` with `members.matches`
 */
export function getJob(identifier, options = {}) {
  return call("getJob", { path: { identifier }, ...options });
}
