/** The reader's inbox. */

import { call } from "./client.js";

/** @import { Abortable, Body, Query } from "./types" */

/**
 * @param {Query<"listNotices">} [query]
 * @param {Abortable} [options]
 */
export function listNotices(query = {}, options = {}) {
  return call("listNotices", { query, ...options });
}

/** @param {Abortable} [options] */
export function countUnreadNotices(options = {}) {
  return call("countUnreadNotices", options);
}

/** @param {Body<"readNotices">} [body] without ids all of them */
export function readNotices(body = {}) {
  return call("readNotices", { body });
}
