/** Which page a path shows, and where the paths of the old service lead. Loads pages on demand. */

import { enums } from "./api/operations.js";
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
  "/home/inbox": "home/inbox-page",
  "/sign-in": "session/sign-in-page",
  "/welcome": "session/welcome-page",
  "/workspaces": "workspaces/workspaces-page",
  "/workspaces/new": "workspaces/new-workspace-page",
  "/workspaces/:name": "workspaces/workspace-page",
  "/workspaces/:name/run": "requests/new-request-page",
  "/projects": "projects/projects-page",
  "/projects/new": "projects/new-project-page",
  "/projects/:slug": "projects/project-page",
  "/projects/:slug/settings": "projects/project-settings-page",
  "/orgs": "orgs/orgs-page",
  "/orgs/new": "orgs/new-org-page",
  "/orgs/:slug": "orgs/org-page",
  "/orgs/:slug/settings": "orgs/org-settings-page",
  "/repos/:owner/:name": "repos/repo-page",
  "/repo/:url": "repos/repo-link-page",
  "/requests": "requests/requests-page",
  "/requests/:identifier": "requests/request-page",
  "/requests/:identifier/jobs/:job": "jobs/job-page",
  "/jobs/:identifier": "jobs/job-lookup-page",
  "/backends": "backends/backends-page",
  "/settings": "settings/settings-page",
  "/settings/:tab": "settings/settings-page",
  "/users": "users/users-page",
  "/users/:username": "users/user-page",
  "/staff": "staff/staff-home-page",
  "/staff/users": "staff/users-page",
  "/staff/users/:username": "staff/user-page",
  "/staff/orgs": "staff/orgs-page",
  "/staff/projects": "staff/projects-page",
  "/staff/workspaces": "staff/workspaces-page",
  "/staff/repos": "staff/repos-page",
  "/staff/requests": "staff/requests-page",
  "/staff/dashboards": "staff/dashboards-page",
  "/staff/dashboards/:table": "staff/dashboards-page",
  "/staff/fleet": "staff/fleet-page",
  "/staff/backends": "staff/backends-page",
  "/staff/backends/:slug": "staff/backend-page",
  "/staff/alerts": "staff/alerts-page",
  "/staff/redirects": "staff/redirects-page",
  "/staff/roles": "staff/roles-page",
  "/staff/record": "staff/record-page",
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
  "/tokens": () => paths.tokens(),
  "/status": () => paths.backends(),
  "/organisations": () => paths.orgs(),
  "/organisations/:org": ({ org }) => paths.org(org),
  "/orgs/:org/logs": ({ org }, query) => paths.requests({ org, ...oldFilters(query) }),
  "/staff/site-alerts": () => paths.staffAlerts(),
  "/staff/job-requests": () => paths.staffRequests(),
  "/staff/job-requests/:number": ({ number }) => paths.request(number),
  "/staff/site-alerts/add": () => paths.staffAlerts(),
  "/staff/site-alerts/edit/:number": () => paths.staffAlerts(),
  "/staff/redirects/:number": () => paths.staffRedirects(),
  "/staff/users/:username/audit-log": ({ username }) => paths.staffRecord({ person: username }),
  "/staff/users/:username/:part": ({ username }) => paths.staffUser(username),
  "/staff/projects/create": () => paths.newProject(),
  "/staff/projects/:slug": ({ slug }) => paths.project(slug),
  "/staff/projects/:slug/audit-log": ({ slug }) => paths.project(slug),
  "/staff/projects/:slug/created": ({ slug }) => paths.project(slug),
  "/staff/projects/:slug/:part": ({ slug }) => paths.projectSettings(slug),
  "/staff/projects/:slug/members/:number/edit": ({ slug }) => paths.projectSettings(slug),
  "/staff/orgs/add": () => paths.newOrg(),
  "/staff/orgs/:slug": ({ slug }) => paths.org(slug),
  "/staff/orgs/:slug/:part": ({ slug }) => paths.orgSettings(slug),
  "/staff/workspaces/:name": ({ name }) => paths.workspace(name),
  "/staff/workspaces/:name/edit": ({ name }) => paths.workspace(name),
  "/staff/backends/:number/edit": () => paths.staffBackends(),
  "/staff/repos/:url": ({ url }) => paths.repoLink(url),
  "/event-log": (_params, query) => paths.requests(oldFilters(query)),
  "/event-list": (_params, query) => paths.requests(oldFilters(query)),
  "/jobs": (_params, query) => paths.requests(oldFilters(query)),
  "/job-requests": (_params, query) => paths.requests(oldFilters(query)),
  "/job-requests/:number": ({ number }) => paths.request(number),
  "/publish-repo/:url": ({ url }) => paths.repoLink(url, { "sign-off": true }),
  "/repo/:scheme/:host/:owner/:name": ({ owner, name }) =>
    paths.repoLink(`https://github.com/${owner}/${name}`),
  "/users/:user/logs": ({ user }) => paths.requests({ user }),
  "/backends/:backend": () => paths.backends(),
  "/:org/new-project": () => paths.newProject(),
  "/:project/new-workspace": ({ project }) => paths.newWorkspace({ project }),
  "/:project/logs": ({ project }) => paths.requests({ project }),
  "/:project/edit": ({ project }) => paths.projectSettings(project),
  "/:org/:project/settings": ({ project }) => paths.projectSettings(project),
  "/:org/:project/invite-users": ({ project }) => paths.projectSettings(project),
  "/:org/:project/accept-invite/:signed": () => paths.projects({ mine: true }),
  "/:org/:project/new-workspace": ({ project }) => paths.newWorkspace({ project }),
  "/:org/:project/members/:number/edit": ({ project }) => paths.projectSettings(project),
  "/:project/:workspace/run-jobs": ({ workspace }) => paths.newRequest(workspace),
  "/:project/:workspace/run-jobs/:commit": ({ workspace, commit }) =>
    paths.newRequest(workspace, { commit }),
  "/:project/:workspace/pick-ref": ({ workspace }) => paths.newRequest(workspace),
  "/:project/:workspace/edit": ({ workspace }) => paths.workspace(workspace),
  "/:project/:workspace/logs": ({ workspace }, query) =>
    paths.requests({ workspace, ...oldFilters(query) }),
  "/:project/:workspace/:number": ({ number }) => paths.request(number),
  "/:project/:workspace/:number/:identifier": ({ number, identifier }) =>
    paths.job(number, identifier),
};

/** Paths of the old service that end in the name of a workspace, a project or an organisation. */
const OLD_NAMES = ["/:project/:workspace", "/:workspace"];
const NAME_LOOKUP = "workspaces/name-lookup-page";

/** First parts of paths that no project or workspace is called by. */
const NOT_A_NAME = new Set(
  `accounts admin api app applications apply backends docs images login logout org organisations orgs
  problems projects releases repo repos requests settings sign-in staff static status styles tokens ui-components
  users vendor welcome workspaces`.split(/\s+/),
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
  for (const pattern of OLD_NAMES) {
    const params = matchParts(pattern, parts);
    if (params && areNames(params)) {
      return { page: NAME_LOOKUP, params: { name: params.workspace } };
    }
  }
  return { page: NOT_FOUND, params: {} };
}

/** The files of all pages, for the test that each exists. */
export const pageFiles = [...new Set([...Object.values(PAGES), NAME_LOOKUP, NOT_FOUND])];

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
function areNames({ org, project, workspace, number }) {
  const names = [org, project, workspace].filter((name) => name !== undefined);
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
  const status = query.get("status");
  return {
    search: query.get("q"),
    user: query.get("username"),
    status: enums.JobRequestStatus.find((known) => known === status),
  };
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
