/** Notices of the staff to everybody who is signed in. */

import { call } from "./client.js";

/** @import { Abortable, Body, Query } from "./types" */

/** @param {Abortable} [options] */
export function listSiteAlerts(options = {}) {
  return call("listSiteAlerts", options);
}

/**
 * @param {Body<"createSiteAlert">} body
 * @param {{ idempotencyKey: string }} options
 */
export function createSiteAlert(body, { idempotencyKey }) {
  return call("createSiteAlert", { body, idempotencyKey });
}

/**
 * @param {number} id
 * @param {Body<"changeSiteAlert">} changes
 * @param {{ version: number }} options the version that was shown; an older one is a 412
 */
export function changeSiteAlert(id, changes, { version }) {
  return call("changeSiteAlert", { path: { id }, body: changes, version });
}

/**
 * @param {number} id
 * @param {{ version: number }} options
 */
export function deleteSiteAlert(id, { version }) {
  return call("deleteSiteAlert", { path: { id }, version });
}

/**
 * @param {number} id
 * @param {Query<"listSiteAlertEvents">} [query]
 * @param {Abortable} [options]
 */
export function listSiteAlertEvents(id, query = {}, options = {}) {
  return call("listSiteAlertEvents", { path: { id }, query, ...options });
}
