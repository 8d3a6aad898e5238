/** Where signing in leads back to. */

const HERE = "http://here.example";

/**
 * The path of this site that a link names; anything else leads home, so that no link to us can
 * send the reader to another site, however it is spelled.
 *
 * @param {string | null} next
 */
export function nextPath(next) {
  if (!next?.startsWith("/") || !URL.canParse(next, HERE)) return "/";
  const { origin, pathname, search, hash } = new URL(next, HERE);
  return origin === HERE && pathname !== "/sign-in" && !pathname.startsWith("//")
    ? pathname + search + hash
    : "/";
}
