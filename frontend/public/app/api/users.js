/** People: everybody's view and that of staff, what staff change, and what is on record of them. */

import { call } from "./client.js";

/** @import { Abortable, Body, Query } from "./types" */

/**
 * @param {Query<"listUsers">} [query]
 * @param {Abortable} [options]
 */
export function listUsers(query = {}, options = {}) {
  return call("listUsers", { query, ...options });
}

/**
 * @param {string} username
 * @param {Abortable} [options]
 */
export function getUser(username, options = {}) {
  return call("getUser", { path: { username }, ...options });
}

/**
 * Changes the name, or switches the account off or on.
 *
 * @param {string} username
 * @param {Body<"changeUser">} changes
 * @param {{ version: number }} options
 */
export function changeUser(username, changes, { version }) {
  return call("changeUser", { path: { username }, body: changes, version });
}

/**
 * Lets a person hold exactly these roles everywhere.
 *
 * @param {string} username
 * @param {readonly string[]} roles
 * @param {{ version: number }} options
 */
export function setUserRoles(username, roles, { version }) {
  return call("setUserRoles", { path: { username }, body: { roles: [...roles] }, version });
}

/**
 * Lets a person belong to exactly these organisations.
 *
 * @param {string} username
 * @param {readonly string[]} orgs
 * @param {{ version: number }} options
 */
export function setUserOrgs(username, orgs, { version }) {
  return call("setUserOrgs", { path: { username }, body: { orgs: [...orgs] }, version });
}

/**
 * Lets a person run on exactly these backends.
 *
 * @param {string} username
 * @param {readonly string[]} backends
 * @param {{ version: number }} options
 */
export function setUserBackends(username, backends, { version }) {
  return call("setUserBackends", {
    path: { username },
    body: { backends: [...backends] },
    version,
  });
}

/**
 * Takes every role, everywhere and in each project.
 *
 * @param {string} username
 */
export function clearUserRoles(username) {
  return call("clearUserRoles", { path: { username } });
}

/**
 * Signs a person out everywhere.
 *
 * @param {string} username
 */
export function endUserSessions(username) {
  return call("endUserSessions", { path: { username } });
}

/**
 * @param {string} username
 * @param {number} id
 */
export function revokeUserToken(username, id) {
  return call("revokeUserToken", { path: { username, id } });
}

/**
 * Gives a role to people or takes it from them.
 *
 * @param {Body<"changeRoleOfMany">} change
 */
export function changeRoleOfMany(change) {
  return call("changeRoleOfMany", { body: change });
}

/**
 * Lets people into organisations and onto backends.
 *
 * @param {Body<"approveUsers">} approval
 */
export function approveUsers(approval) {
  return call("approveUsers", { body: approval });
}

/** @param {Abortable} [options] */
export function listRoles(options = {}) {
  return call("listRoles", options);
}

/**
 * What a person did and what was done about him, newest first.
 *
 * @param {string} username
 * @param {Query<"listUserEvents">} [query]
 * @param {Abortable} [options]
 */
export function listUserEvents(username, query, options) {
  return call("listUserEvents", { ...options, path: { username }, query });
}
