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

/** @throws {ApiProblem} when the server did not answer */
export async function signOut() {
  await api.signOut();
  await sessionResource.refresh();
}
