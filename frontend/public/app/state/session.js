/** Who is signed in and what he may do; one for the whole page. */

import * as api from "../api/session.js";
import { computed } from "../ui.js";
import { createResource } from "./resource.js";

/** @import { ApiProblem } from "../api/client.js" */

/** Who I am and what I may do, as the server says. */
export const sessionResource = createResource(api.getSession);

/** The answer of GET session; null until it is there. */
export const session = sessionResource.data;

/** The person who is signed in; null for a visitor. */
export const user = computed(() => session.value?.user ?? null);

/** Why nothing can be changed now: one sees the service as somebody else; empty otherwise. */
export const whyNoChanges = computed(() =>
  session.value?.viewer ? `You are viewing as ${user.value?.name}; changes are off.` : "",
);

/** Whether the reader may read anything: a visitor may while `PUBLIC_READ` is on. */
export const mayRead = () => Boolean(session.value?.public_read || user.value);

/**
 * Signs in and learns who that is.
 *
 * @param {{ username: string, password: string }} credentials
 * @throws {ApiProblem} what the sign-in library says against it
 */
export async function signIn(credentials) {
  // The answer brings the CSRF cookie, which may have run out while the form stood open.
  await sessionResource.refresh();
  await api.signIn(credentials);
  await sessionResource.refresh();
}

/**
 * Goes on with signing in, by a deed that the server answers with a session.
 *
 * @param {() => Promise<void>} act
 * @throws {ApiProblem} what stands against it
 */
export async function signInBy(act) {
  await sessionResource.refresh();
  await act();
  await sessionResource.refresh();
}

/** @throws {ApiProblem} when the server did not answer */
export async function signOut() {
  await api.signOut();
  await sessionResource.refresh();
}

/**
 * Sees the service as somebody else does, and learns what that is.
 *
 * @param {string} username
 * @throws {ApiProblem} one may not, or not as this person
 */
export async function beginViewAs(username) {
  await api.beginViewAs(username);
  await sessionResource.refresh();
}

/** @throws {ApiProblem} when the server did not answer */
export async function endViewAs() {
  await api.endViewAs();
  await sessionResource.refresh();
}
