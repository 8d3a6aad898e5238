/** Organisations: who projects belong to, and who belongs to them. */

import { call } from "./client.js";

/** @import { Abortable, Body, Query } from "./types" */

/**
 * @param {Query<"listOrgs">} [query]
 * @param {Abortable} [options]
 */
export function listOrgs(query = {}, options = {}) {
  return call("listOrgs", { query, ...options });
}

/**
 * @param {string} slug
 * @param {Abortable} [options]
 */
export function getOrg(slug, options = {}) {
  return call("getOrg", { path: { slug }, ...options });
}

/**
 * @param {Body<"createOrg">} body
 * @param {{ idempotencyKey: string }} options
 */
export function createOrg(body, { idempotencyKey }) {
  return call("createOrg", { body, idempotencyKey });
}

/**
 * @param {string} slug
 * @param {Body<"changeOrg">} changes
 * @param {{ version: number }} options the version that was shown; an older one is a 412
 */
export function changeOrg(slug, changes, { version }) {
  return call("changeOrg", { path: { slug }, body: changes, version });
}

/**
 * Shows another picture.
 *
 * @param {string} slug
 * @param {Blob} picture PNG, JPEG, GIF or WebP
 * @param {{ version: number }} options
 */
export function setOrgLogo(slug, picture, { version }) {
  return call("setOrgLogo", { path: { slug }, file: picture, version });
}

/**
 * @param {string} slug
 * @param {{ version: number }} options
 */
export function deleteOrgLogo(slug, { version }) {
  return call("deleteOrgLogo", { path: { slug }, version });
}

/**
 * @param {string} slug
 * @param {Query<"listOrgMembers">} [query]
 * @param {Abortable} [options]
 */
export function listOrgMembers(slug, query = {}, options = {}) {
  return call("listOrgMembers", { path: { slug }, query, ...options });
}

/**
 * @param {string} slug
 * @param {Body<"addOrgMembers">} body
 */
export function addOrgMembers(slug, body) {
  return call("addOrgMembers", { path: { slug }, body });
}

/**
 * @param {string} slug
 * @param {string} username
 */
export function removeOrgMember(slug, username) {
  return call("removeOrgMember", { path: { slug, username } });
}

/**
 * @param {string} slug
 * @param {Query<"listOrgEvents">} [query]
 * @param {Abortable} [options]
 */
export function listOrgEvents(slug, query = {}, options = {}) {
  return call("listOrgEvents", { path: { slug }, query, ...options });
}
