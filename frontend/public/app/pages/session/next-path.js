/** Where signing in leads back to. */

/**
 * The path of this site that a link names; anything else leads home, so that no link to us can
 * send the reader to another site.
 *
 * @param {string | null} next
 */
export function nextPath(next) {
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith("/sign-in") ? next : "/";
}
