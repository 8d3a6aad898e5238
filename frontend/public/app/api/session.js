/** Who is signed in, and signing in and out by the calls of the sign-in library. */

import { ApiProblem, call, forgetAnswers } from "./client.js";

/** @import { Abortable } from "./types" */

/** @param {Abortable} [options] */
export function getSession(options = {}) {
  return call("getSession", options);
}

/**
 * Signs in with a password.
 *
 * @param {{ username: string, password: string }} credentials
 * @throws {ApiProblem} `errors` holds the library's messages; 429 after too many tries
 */
export async function signIn(credentials) {
  try {
    await call("signIn", { body: credentials });
  } catch (error) {
    throw asProblem(error);
  }
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
 * The library lists its errors as `{message, code, param}`; this gives them the form of ours.
 *
 * @param {unknown} error
 */
function asProblem(error) {
  if (!(error instanceof ApiProblem) || error.name !== `status-${error.status}`) return error;
  const errors = /** @type {{ message: string, code: string, param?: string }[]} */ (
    error.members.errors ?? []
  );
  return new ApiProblem(
    {
      title: "You are not signed in",
      detail: errors.map(({ message }) => message).join(" "),
      errors: errors
        .filter(({ param }) => param)
        .map(({ message, code, param }) => ({ pointer: `/${param}`, detail: message, code })),
    },
    error.status,
    { cause: error, retryAfterS: error.retryAfterS },
  );
}
