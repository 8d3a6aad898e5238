/** The whole record: who did what to which object. */

import { call, callForFile } from "./client.js";

/** @import { Abortable, Body, Query } from "./types" */

/**
 * @param {Query<"listAuditEvents">} [query]
 * @param {Abortable} [options]
 */
export function listAuditEvents(query = {}, options = {}) {
  return call("listAuditEvents", { query, ...options });
}

/**
 * The verbs and the types of objects that there are events of.
 *
 * @param {Abortable} [options]
 */
export function listAuditEventKinds(options = {}) {
  return call("listAuditEventKinds", options);
}

/**
 * A part of the record as a file.
 *
 * @param {Body<"exportAuditEvents">} asked the form and the filters
 */
export function exportAuditEvents(asked) {
  return callForFile("exportAuditEvents", { body: asked });
}
