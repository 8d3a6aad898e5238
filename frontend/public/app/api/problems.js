/** The types of problems that the API answers with, and what each means. */

import { call } from "./client.js";

/** @import { Abortable } from "./types" */

/** @param {Abortable} [options] */
export function listProblemTypes(options = {}) {
  return call("listProblemTypes", options);
}
