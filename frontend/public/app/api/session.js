/** Who is signed in, where, and signing in and out by the calls of the sign-in library. */

import { ApiProblem, call, forgetAnswers } from "./client.js";
import { callLibrary } from "./library.js";
import { operations } from "./operations.js";

/** @import { Abortable } from "./types" */

/** @param {Abortable} [options] */
export function getSession(options = {}) {
  return call("getSession", options);
}

/**
 * Signs in with a password, or begins to: a second step may follow, which the session then names.
 *
 * @param {{ username: string, password: string }} credentials
 * @throws {ApiProblem} `errors` holds the library's messages; 429 after too many tries
 */
export async function signIn(credentials) {
  try {
    await callLibrary("signIn", { body: credentials });
  } catch (error) {
    if (!(error instanceof ApiProblem && error.name === "second-step")) throw error;
  }
  forgetAnswers();
}

/** Where a form is posted to begin signing in by GitHub; the browser follows, no call can. */
export const gitHubStartPath = operations.startGitHubSignIn.path;

/**
 * The second step, by a code of the app or a recovery code.
 *
 * @param {string} code
 */
export async function signInByCode(code) {
  await callLibrary("signInByCode", { body: { code } });
  forgetAnswers();
}

/** Signs out. The library answers 401 to say that nobody is signed in any more. */
export async function signOut() {
  try {
    await call("signOut");
  } catch (error) {
    if (!(error instanceof ApiProblem && error.status === 401)) throw error;
  }
  forgetAnswers();
}

/**
 * Sees the service as somebody else does, without changing anything.
 *
 * @param {string} username
 */
export async function beginViewAs(username) {
  await call("beginViewAs", { body: { username } });
  forgetAnswers();
}

/** Sees the service as oneself again. */
export async function endViewAs() {
  await call("endViewAs");
  forgetAnswers();
}

/** @param {Abortable} [options] */
export function listSessions(options = {}) {
  return call("listSessions", options);
}

/** @param {number} pk */
export function endSession(pk) {
  return call("endSession", { path: { id: pk } });
}

/** Signs the reader out everywhere but here. */
export function endOtherSessions() {
  return call("endOtherSessions");
}

/** Signs the reader out everywhere, here too. */
export async function endAllSessions() {
  await call("endAllSessions");
  forgetAnswers();
}
