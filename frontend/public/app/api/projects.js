/** Projects: what a workspace belongs to, who is in them, whom they wait for. */

import { call } from "./client.js";

/** @import { Abortable, Body, Query } from "./types" */

/**
 * @param {Query<"listProjects">} [query]
 * @param {Abortable} [options]
 */
export function listProjects(query = {}, options = {}) {
  return call("listProjects", { query, ...options });
}

/**
 * @param {string} slug
 * @param {Abortable} [options]
 */
export function getProject(slug, options = {}) {
  return call("getProject", { path: { slug }, ...options });
}

/**
 * @param {Body<"createProject">} body
 * @param {{ idempotencyKey: string }} options
 */
export function createProject(body, { idempotencyKey }) {
  return call("createProject", { body, idempotencyKey });
}

/**
 * @param {string} slug
 * @param {Body<"changeProject">} changes
 * @param {{ version: number }} options the version that was shown; an older one is a 412
 */
export function changeProject(slug, changes, { version }) {
  return call("changeProject", { path: { slug }, body: changes, version });
}

/**
 * What the forms about projects offer to staff.
 *
 * @param {Abortable} [options]
 */
export function getProjectChoices(options = {}) {
  return call("getProjectChoices", options);
}

/**
 * The repositories of a project; slow where the git host is, so a page asks for them apart.
 *
 * @param {string} slug
 * @param {Abortable} [options]
 */
export function listProjectRepos(slug, options = {}) {
  return call("listProjectRepos", { path: { slug }, ...options });
}

/**
 * @param {string} slug
 * @param {Query<"listProjectEvents">} [query]
 * @param {Abortable} [options]
 */
export function listProjectEvents(slug, query = {}, options = {}) {
  return call("listProjectEvents", { path: { slug }, query, ...options });
}

/**
 * @param {string} slug
 * @param {Query<"listProjectMembers">} [query]
 * @param {Abortable} [options]
 */
export function listProjectMembers(slug, query = {}, options = {}) {
  return call("listProjectMembers", { path: { slug }, query, ...options });
}

/**
 * Lets people who have an account belong to the project: all of them, or none.
 *
 * @param {string} slug
 * @param {Body<"addProjectMembers">} body
 */
export function addProjectMembers(slug, body) {
  return call("addProjectMembers", { path: { slug }, body });
}

/**
 * @param {string} slug
 * @param {string} username
 * @param {Body<"changeProjectMember">} changes
 */
export function changeProjectMember(slug, username, changes) {
  return call("changeProjectMember", { path: { slug, username }, body: changes });
}

/**
 * @param {string} slug
 * @param {string} username
 */
export function removeProjectMember(slug, username) {
  return call("removeProjectMember", { path: { slug, username } });
}

/**
 * @param {string} slug
 * @param {Query<"listProjectInvitations">} [query]
 * @param {Abortable} [options]
 */
export function listProjectInvitations(slug, query = {}, options = {}) {
  return call("listProjectInvitations", { path: { slug }, query, ...options });
}

/**
 * Invites by GitHub name; some names may fail, the answer says which.
 *
 * @param {string} slug
 * @param {Body<"inviteToProject">} body
 */
export function inviteToProject(slug, body) {
  return call("inviteToProject", { path: { slug }, body });
}

/**
 * @param {string} slug
 * @param {number} id
 */
export function cancelProjectInvitation(slug, id) {
  return call("cancelProjectInvitation", { path: { slug, id } });
}
