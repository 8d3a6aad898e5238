/** What each problem of the API means. */

import { call } from "./client.js";

/** @import { Abortable } from "./types" */

/** @param {Abortable} [options] */
export function listProblems(options = {}) {
  return call("listProblems", options);
}
