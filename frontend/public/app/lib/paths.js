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
   * @param {{ backend?: string, commit?: string, actions?: readonly string[] }} [choice]
   */
  newRequest: (workspaceName, { backend, commit, actions } = {}) =>
    `/workspaces/${part(workspaceName)}/run${queryString({ backend, commit, actions: actions?.join(",") })}`,
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
  tokens: () => "/tokens",
  problems: () => "/problems",
  /** @param {string} name */
  problem: (name) => `/problems/${part(name)}`,
  apiDocs: () => "/api/docs/",
};
