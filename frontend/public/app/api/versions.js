/** Whether what pages show has moved. */

import { call } from "./client.js";

/** @import { Abortable } from "./types" */

/**
 * @param {readonly string[]} topics
 * @param {Abortable} [options]
 */
export function listVersions(topics, options = {}) {
  return call("listVersions", { query: { topic: [...topics] }, ...options });
}
