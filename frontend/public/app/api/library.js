/** Calls of the sign-in library, whose refusals are given the form of ours. */

import { ApiProblem, call } from "./client.js";

/** @import { Answer, CallOptions, OperationId } from "./types" */

/**
 * @template {OperationId} Id
 * @param {Id} id
 * @param {CallOptions<Id>} [options]
 * @returns {Promise<Answer<Id>>}
 * @throws {ApiProblem} `errors` holds the library's messages; named `password-needed` where the
 *   password must be said again first, `second-step` where one waits
 */
export async function callLibrary(id, options) {
  try {
    return await call(id, options);
  } catch (error) {
    throw asProblem(error);
  }
}

/**
 * The library lists its errors as `{message, code, param}`, and says by 401 what it waits for.
 *
 * @param {unknown} error
 */
function asProblem(error) {
  if (!(error instanceof ApiProblem) || error.name !== `status-${error.status}`) return error;
  const { errors = [], meta, data } = /** @type {LibraryRefusal} */ (error.members);
  const waits = data?.flows?.some(({ is_pending: pending }) => pending);
  const wrong = errors.some(({ code }) => code === "username_password_mismatch");
  const refusal = wrong ? "wrong-password" : "refused";
  const name = meta?.is_authenticated ? "password-needed" : waits ? "second-step" : refusal;
  const detail = errors.map(({ message }) => message).join(" ");
  return new ApiProblem(
    {
      type: `/problems/${name}`,
      title: "That did not work",
      detail: detail || (error.status === 401 ? "You are not signed in any more." : ""),
      errors: errors
        .filter(({ param }) => param)
        .map(({ message, code, param }) => ({ pointer: `/${param}`, detail: message, code })),
    },
    error.status,
    { cause: error, retryAfterS: error.retryAfterS },
  );
}

/**
 * @typedef {{
 *   errors?: { message: string, code: string, param?: string }[],
 *   meta?: { is_authenticated?: boolean }, data?: { flows?: { is_pending?: boolean }[] }
 * }} LibraryRefusal
 */
