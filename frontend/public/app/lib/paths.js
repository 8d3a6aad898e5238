/** The path of each screen. router.js has the same paths as patterns. */

/** @typedef {string | number | boolean | null | undefined} QueryValue */
/** @typedef {Record<string, QueryValue | readonly QueryValue[]>} QueryValues */

/**
 * Query values as text: "?a=1&b=x&b=y"; what is empty, null, undefined or false stays out.
 *
 * @param {QueryValues} [values]
 */
export function queryString(values = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const item of [value].flat()) {
      if (item || item === 0) query.append(name, String(item));
    }
  }
  return query.size ? `?${query}` : "";
}

/** @param {string} text */
const part = (text) => encodeURIComponent(text);

export const paths = {
  home: () => "/",
  /** @param {string} [next] the path to go to afterwards */
  signIn: (next) => `/sign-in${queryString({ next: next === "/" ? undefined : next })}`,
  /** @param {string} [next] the path to go to afterwards */
  welcome: (next) => `/welcome${queryString({ next: next === "/" ? undefined : next })}`,
  /** @param {QueryValues} [query] filters */
  workspaces: (query) => `/workspaces${queryString(query)}`,
  /** @param {QueryValues} [query] `project` to choose beforehand */
  newWorkspace: (query) => `/workspaces/new${queryString(query)}`,
  /**
   * @param {string} name
   * @param {QueryValues} [query]
   */
  workspace: (name, query) => `/workspaces/${part(name)}${queryString(query)}`,
  /**
   * @param {string} workspaceName
   * @param {{
   *   backend?: string, commit?: string, actions?: readonly string[], again?: number,
   *   only?: "unsuccessful"
   * }} [choice] `again`: what the request of that number asked for, or of its jobs `only` those that
   *   did not succeed; so the address stays short, however many they are
   */
  newRequest: (workspaceName, { actions, ...choice } = {}) =>
    `/workspaces/${part(workspaceName)}/run${queryString({ ...choice, actions: actions?.join(",") })}`,
  /** @param {QueryValues} [query] filters */
  orgs: (query) => `/orgs${queryString(query)}`,
  newOrg: () => "/orgs/new",
  /** @param {string} slug */
  org: (slug) => `/orgs/${part(slug)}`,
  /** @param {string} slug */
  orgSettings: (slug) => `/orgs/${part(slug)}/settings`,
  /** @param {string} slug */
  project: (slug) => `/projects/${part(slug)}`,
  /** @param {{ owner: string, name: string }} repo */
  repo: ({ owner, name }) => `/repos/${part(owner)}/${part(name)}`,
  /**
   * @param {string} url of a repository: leads to where it is used
   * @param {QueryValues} [query]
   */
  repoLink: (url, query) => `/repo/${part(url)}${queryString(query)}`,
  /** @param {QueryValues} [query] filters */
  projects: (query) => `/projects${queryString(query)}`,
  newProject: () => "/projects/new",
  /**
   * @param {string} slug
   * @param {QueryValues} [query] `members`: a cursor in the list of them
   */
  projectSettings: (slug, query) => `/projects/${part(slug)}/settings${queryString(query)}`,
  /** @param {QueryValues} [query] filters */
  requests: (query) => `/requests${queryString(query)}`,
  /**
   * @param {string | number} identifier or number
   * @param {QueryValues} [query]
   */
  request: (identifier, query) => `/requests/${part(String(identifier))}${queryString(query)}`,
  /**
   * @param {string | number} requestIdentifier
   * @param {string} jobIdentifier
   */
  job: (requestIdentifier, jobIdentifier) =>
    `/requests/${part(String(requestIdentifier))}/jobs/${part(jobIdentifier)}`,
  /** @param {string} identifier of a job, or its beginning */
  jobLookup: (identifier) => `/jobs/${part(identifier)}`,
  backends: () => "/backends",
  /** @param {QueryValues} [query] `unread`, `cursor` */
  inbox: (query) => `/home/inbox${queryString(query)}`,
  /** @param {string} [tab] */
  settings: (tab) => (tab ? `/settings/${tab}` : "/settings"),
  tokens: () => "/settings/tokens",
  /** @param {QueryValues} [query] filters */
  users: (query) => `/users${queryString(query)}`,
  staff: () => "/staff",
  /** @param {QueryValues} [query] filters */
  staffUsers: (query) => `/staff/users${queryString(query)}`,
  /** @param {string} username */
  staffUser: (username) => `/staff/users/${part(username)}`,
  staffOrgs: () => "/staff/orgs",
  staffProjects: () => "/staff/projects",
  staffWorkspaces: () => "/staff/workspaces",
  staffRepos: () => "/staff/repos",
  /** @param {QueryValues} [query] filters */
  staffRequests: (query) => `/staff/requests${queryString(query)}`,
  staffRedirects: () => "/staff/redirects",
  staffAlerts: () => "/staff/alerts",
  /** @param {QueryValues} [query] the backend whose details are shown */
  staffFleet: (query) => `/staff/fleet${queryString(query)}`,
  staffBackends: () => "/staff/backends",
  /** @param {string} slug */
  staffBackend: (slug) => `/staff/backends/${part(slug)}`,
  /** @param {string} [table] */
  staffDashboard: (table) => (table ? `/staff/dashboards/${part(table)}` : "/staff/dashboards"),
  staffRoles: () => "/staff/roles",
  /** @param {QueryValues} [query] filters */
  staffRecord: (query) => `/staff/record${queryString(query)}`,
  /** @param {string} username */
  user: (username) => `/users/${part(username)}`,
  problems: () => "/problems",
  /** @param {string} name */
  problem: (name) => `/problems/${part(name)}`,
  apiDocs: () => "/api/docs/",
};
