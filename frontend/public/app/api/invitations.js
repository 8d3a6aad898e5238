/** Invitations to the reader. */

import { call } from "./client.js";

/** @import { Abortable } from "./types" */

/** @param {Abortable} [options] */
export function listInvitations(options = {}) {
  return call("listInvitations", { query: { limit: 100 }, ...options });
}

/** @param {number} id */
export function acceptInvitation(id) {
  return call("acceptInvitation", { path: { id } });
}

/** @param {number} id */
export function declineInvitation(id) {
  return call("declineInvitation", { path: { id } });
}
