/** Backends: where jobs run. */

import { call } from "./client.js";

/** @import { Abortable, Body, Query } from "./types" */

/** @param {Abortable} [options] */
export function listBackends(options = {}) {
  return call("listBackends", options);
}

/**
 * @param {string} slug
 * @param {Abortable} [options]
 */
export function getBackend(slug, options = {}) {
  return call("getBackend", { path: { slug }, ...options });
}

/**
 * @param {Body<"createBackend">} body
 * @param {{ idempotencyKey: string }} options
 */
export function createBackend(body, { idempotencyKey }) {
  return call("createBackend", { body, idempotencyKey });
}

/**
 * @param {string} slug
 * @param {Body<"changeBackend">} changes
 * @param {{ version: number }} options the version that was shown; an older one is a 412
 */
export function changeBackend(slug, changes, { version }) {
  return call("changeBackend", { path: { slug }, body: changes, version });
}

/**
 * @param {string} slug
 * @param {Abortable} [options]
 */
export function listBackendCalls(slug, options = {}) {
  return call("listBackendCalls", { path: { slug }, ...options });
}

/**
 * @param {string} slug
 * @param {Query<"listBackendEvents">} [query]
 * @param {Abortable} [options]
 */
export function listBackendEvents(slug, query = {}, options = {}) {
  return call("listBackendEvents", { path: { slug }, query, ...options });
}

/**
 * @param {string} slug
 * @param {Abortable} [options]
 */
export function listBackendTokens(slug, options = {}) {
  return call("listBackendTokens", { path: { slug }, ...options });
}

/**
 * Makes a token for a runner; the answer holds it, this once.
 *
 * @param {string} slug
 * @param {Body<"createBackendToken">} body
 * @param {{ idempotencyKey: string }} options
 */
export function createBackendToken(slug, body, { idempotencyKey }) {
  return call("createBackendToken", { path: { slug }, body, idempotencyKey });
}

/**
 * Makes a token in the place of another, which lives on for some days; the answer holds it, this once.
 *
 * @param {string} slug
 * @param {number} id of the token that is replaced
 * @param {Body<"rotateBackendToken">} body
 * @param {{ idempotencyKey: string }} options
 */
export function rotateBackendToken(slug, id, body, { idempotencyKey }) {
  return call("rotateBackendToken", { path: { slug, id }, body, idempotencyKey });
}

/**
 * @param {string} slug
 * @param {number} id
 */
export function revokeBackendToken(slug, id) {
  return call("revokeBackendToken", { path: { slug, id } });
}

/**
 * @param {string} slug
 * @param {Query<"listBackendMembers">} [query]
 * @param {Abortable} [options]
 */
export function listBackendMembers(slug, query = {}, options = {}) {
  return call("listBackendMembers", { path: { slug }, query, ...options });
}

/**
 * @param {string} slug
 * @param {Body<"addBackendMembers">} body
 */
export function addBackendMembers(slug, body) {
  return call("addBackendMembers", { path: { slug }, body });
}

/**
 * @param {string} slug
 * @param {string} username
 */
export function removeBackendMember(slug, username) {
  return call("removeBackendMember", { path: { slug, username } });
}
