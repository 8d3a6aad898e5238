/** Which page a path shows, and where the paths of the old service lead. Loads pages on demand. */

import { paths } from "./lib/paths.js";

/** @import { ComponentType } from "./ui" */

/**
 * @typedef {Record<string, string>} Params
 * @typedef {{ params: Params, query: URLSearchParams }} PageProps
 * @typedef {{ page: string, params: Params }} Match
 * @typedef {{ redirect: string }} Redirect
 */

/** Each screen has one path. Parts of it with a colon are parameters. */
const PAGES = {
  "/": "home/home-page",
  "/sign-in": "session/sign-in-page",
  "/workspaces": "workspaces/workspaces-page",
  "/workspaces/new": "workspaces/new-workspace-page",
  "/workspaces/:name": "workspaces/workspace-page",
  "/workspaces/:name/run": "requests/new-request-page",
  "/requests": "requests/requests-page",
  "/requests/:identifier": "requests/request-page",
  "/requests/:identifier/jobs/:job": "jobs/job-page",
  "/jobs/:identifier": "jobs/job-lookup-page",
  "/backends": "backends/backends-page",
  "/tokens": "tokens/tokens-page",
  "/problems": "problems/problem-page",
  "/problems/:name": "problems/problem-page",
};

const NOT_FOUND = "errors/not-found-page";

/**
 * Where the paths of the old service lead. Those that begin with a name come last, and only names
 * that could be a project's or a workspace's count.
 *
 * @type {Record<string, (params: Params, query: URLSearchParams) => string>}
 */
const OLD_PATHS = {
  "/login": (_params, query) => paths.signIn(query.get("next") ?? undefined),
  "/status": () => paths.backends(),
  "/event-log": (_params, query) => paths.requests(oldFilters(query)),
  "/event-list": (_params, query) => paths.requests(oldFilters(query)),
  "/jobs": (_params, query) => paths.requests(oldFilters(query)),
  "/job-requests/:number": ({ number }) => paths.request(number),
  "/:project/new-workspace": ({ project }) => paths.newWorkspace({ project }),
  "/:project/logs": ({ project }) => paths.workspaces({ project }),
  "/:project/:workspace/run-jobs": ({ workspace }) => paths.newRequest(workspace),
  "/:project/:workspace/run-jobs/:commit": ({ workspace, commit }) =>
    paths.newRequest(workspace, { commit }),
  "/:project/:workspace/logs": ({ workspace }, query) =>
    paths.requests({ workspace, ...oldFilters(query) }),
  "/:project/:workspace/:number": ({ number }) => paths.request(number),
  "/:project/:workspace/:number/:identifier": ({ number, identifier }) =>
    paths.job(number, identifier),
  "/:project/:workspace": ({ workspace }) => paths.workspace(workspace),
  "/:workspace": ({ workspace }) => paths.workspace(workspace),
};

/** First parts of paths that no project or workspace is called by. */
const NOT_A_NAME = new Set(
  `accounts admin api app applications apply backends docs images login logout org organisations orgs
  problems projects releases repo requests sign-in staff static status styles tokens ui-components
  users vendor workspaces`.split(/\s+/),
);

/** Second parts of paths of the old service's projects that were no workspaces. */
const NOT_A_WORKSPACE = new Set(["edit", "releases", "reports", "settings"]);

/**
 * @param {string} pathname
 * @param {URLSearchParams} [query]
 * @returns {Match | Redirect}
 */
export function match(pathname, query = new URLSearchParams()) {
  const parts = pathname.split("/").filter(Boolean).map(decode);
  for (const [pattern, page] of Object.entries(PAGES)) {
    const params = matchParts(pattern, parts);
    if (!params) continue;
    const canonical = pathname === "/" || !pathname.endsWith("/");
    return canonical ? { page, params } : { redirect: trimSlash(pathname) + search(query) };
  }
  for (const [pattern, target] of Object.entries(OLD_PATHS)) {
    const params = matchParts(pattern, parts);
    if (params && areNames(params)) return { redirect: target(params, query) };
  }
  return { page: NOT_FOUND, params: {} };
}

/** The files of all pages, for the test that each exists. */
export const pageFiles = [...new Set([...Object.values(PAGES), NOT_FOUND])];

const loaded = /** @type {Map<string, ComponentType<PageProps>>} */ (new Map());

/**
 * The component of a page, where its module is here already.
 *
 * @param {string} page
 */
export function loadedPage(page) {
  return loaded.get(page) ?? null;
}

/**
 * @param {string} page
 * @returns {Promise<ComponentType<PageProps>>}
 * @throws {Error} the module did not load
 */
export async function loadPage(page) {
  const module = await import(`./pages/${page}.js`);
  loaded.set(page, module.default);
  return module.default;
}

/**
 * @param {string} pattern
 * @param {readonly string[]} parts
 * @returns {Params | null}
 */
function matchParts(pattern, parts) {
  const wanted = pattern.split("/").filter(Boolean);
  if (wanted.length !== parts.length) return null;
  /** @type {Params} */
  const params = {};
  for (const [i, part] of wanted.entries()) {
    if (part.startsWith(":")) params[part.slice(1)] = parts[i];
    else if (part !== parts[i]) return null;
  }
  return params;
}

/** @param {Params} params */
function areNames({ project, workspace, number }) {
  const names = [project, workspace].filter((name) => name !== undefined);
  return (
    names.every((name) => /^[-\w]+$/.test(name)) &&
    !NOT_A_NAME.has(names[0]) &&
    !(project !== undefined && NOT_A_WORKSPACE.has(workspace)) &&
    (number === undefined || /^\d+$/.test(number))
  );
}

/**
 * Filters of the old lists that ours have too, under our names.
 *
 * @param {URLSearchParams} query
 */
function oldFilters(query) {
  return { search: query.get("q"), user: query.get("username") };
}

/** @param {string} part that may hold a stray "%" */
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** @param {string} pathname */
const trimSlash = (pathname) => pathname.replace(/\/+$/, "");

/** @param {URLSearchParams} query */
const search = (query) => (query.size ? `?${query}` : "");
