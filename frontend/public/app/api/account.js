/** The reader's own account. */

import { call, forgetAnswers } from "./client.js";
import { operations } from "./operations.js";

/** @import { Abortable, Body } from "./types" */

/** @param {Abortable} [options] */
export function getAccount(options = {}) {
  return call("getAccount", options);
}

/**
 * @param {Body<"changeAccount">} changes
 * @param {{ version: number }} options the version that was shown; an older one is a 412
 */
export function changeAccount(changes, { version }) {
  return call("changeAccount", { body: changes, version });
}

/**
 * Closes the account for good; nobody is signed in afterwards.
 *
 * @param {Body<"closeAccount">} typed
 */
export async function closeAccount(typed) {
  await call("closeAccount", { body: typed });
  forgetAnswers();
}

/** Where the browser saves all that is kept of the reader. */
export const exportPath = operations.exportAccount.path;
