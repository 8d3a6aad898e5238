/** Personal tokens of the reader, for scripts. */

import { call } from "./client.js";

/** @import { Abortable, Body } from "./types" */

/** @param {Abortable} [options] */
export function listTokens(options = {}) {
  return call("listTokens", options);
}

/**
 * Makes a token; the answer holds it, this once.
 *
 * @param {Body<"createToken">} body
 * @param {{ idempotencyKey: string }} options
 */
export function createToken(body, { idempotencyKey }) {
  return call("createToken", { body, idempotencyKey });
}

/** @param {number} id */
export function revokeToken(id) {
  return call("revokeToken", { path: { id } });
}
