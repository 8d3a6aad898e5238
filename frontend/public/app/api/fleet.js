/** The fleet, for those who manage backends. */

import { call } from "./client.js";

/** @import { Abortable, Body } from "./types" */

/** @param {Abortable} [options] */
export function getFleet(options = {}) {
  return call("getFleet", options);
}

/** @param {Body<"stopFleet">} body an end and a note */
export function stopFleet(body) {
  return call("stopFleet", { body });
}

export function resumeFleet() {
  return call("resumeFleet");
}

/** @param {string} slug of the backend whose waiting requests are cancelled */
export function cancelWaiting(slug) {
  return call("cancelWaiting", { path: { slug } });
}
