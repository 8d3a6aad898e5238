/** Generated from openapi.yaml by `make schema`; never edited. */

/** Method and path of each operation. */
export const operations = /** @type {const} */ ({
  cancelJobRequest: {
    method: "POST",
    path: "/api/v3/job-requests/{identifier}/cancel"
  },
  changeWorkspace: {
    method: "PATCH",
    path: "/api/v3/workspaces/{name}"
  },
  createJobRequest: {
    method: "POST",
    path: "/api/v3/workspaces/{name}/job-requests"
  },
  createToken: {
    method: "POST",
    path: "/api/v3/tokens"
  },
  createWorkspace: {
    method: "POST",
    path: "/api/v3/workspaces"
  },
  getBackend: {
    method: "GET",
    path: "/api/v3/backends/{slug}"
  },
  getJob: {
    method: "GET",
    path: "/api/v3/jobs/{identifier}"
  },
  getJobOfRequest: {
    method: "GET",
    path: "/api/v3/job-requests/{identifier}/jobs/{job}"
  },
  getJobRequest: {
    method: "GET",
    path: "/api/v3/job-requests/{identifier}"
  },
  getOrg: {
    method: "GET",
    path: "/api/v3/orgs/{slug}"
  },
  getPipeline: {
    method: "GET",
    path: "/api/v3/workspaces/{name}/pipeline"
  },
  getProject: {
    method: "GET",
    path: "/api/v3/projects/{slug}"
  },
  getSession: {
    method: "GET",
    path: "/api/v3/session"
  },
  getSignInSession: {
    method: "GET",
    path: "/_allauth/browser/v1/auth/session"
  },
  getWorkspace: {
    method: "GET",
    path: "/api/v3/workspaces/{name}"
  },
  listActionStatuses: {
    method: "GET",
    path: "/api/v3/workspaces/{name}/statuses"
  },
  listBackends: {
    method: "GET",
    path: "/api/v3/backends"
  },
  listBranches: {
    method: "GET",
    path: "/api/v3/repos/{owner}/{name}/branches"
  },
  listCommits: {
    method: "GET",
    path: "/api/v3/repos/{owner}/{name}/commits"
  },
  listJobRequests: {
    method: "GET",
    path: "/api/v3/job-requests"
  },
  listOrgs: {
    method: "GET",
    path: "/api/v3/orgs"
  },
  listProblemTypes: {
    method: "GET",
    path: "/api/v3/problems"
  },
  listProjects: {
    method: "GET",
    path: "/api/v3/projects"
  },
  listRepos: {
    method: "GET",
    path: "/api/v3/repos"
  },
  listTokens: {
    method: "GET",
    path: "/api/v3/tokens"
  },
  listWorkspaceJobRequests: {
    method: "GET",
    path: "/api/v3/workspaces/{name}/job-requests"
  },
  listWorkspaces: {
    method: "GET",
    path: "/api/v3/workspaces"
  },
  planJobRequest: {
    method: "POST",
    path: "/api/v3/workspaces/{name}/plan"
  },
  revokeToken: {
    method: "DELETE",
    path: "/api/v3/tokens/{id}"
  },
  signIn: {
    method: "POST",
    path: "/_allauth/browser/v1/auth/login"
  },
  signOut: {
    method: "DELETE",
    path: "/_allauth/browser/v1/auth/session"
  }
});

/** The words of each enumeration, in the order of the schema. */
export const enums = /** @type {const} */ ({
  BackendContact: [
    "heard",
    "silent",
    "never"
  ],
  BackendMode: [
    "taking",
    "paused",
    "maintenance"
  ],
  Decision: [
    "chosen",
    "needed",
    "reused",
    "active"
  ],
  DisplayStatus: [
    "succeeded",
    "running",
    "waiting",
    "held",
    "failed",
    "not_run",
    "cancelled",
    "unknown"
  ],
  JobRequestStatus: [
    "pending",
    "running",
    "succeeded",
    "failed",
    "cancelled",
    "nothing_to_do",
    "unknown",
    "unknown_error_creating_jobs"
  ],
  ProjectStatus: [
    "ongoing",
    "postponed",
    "retired",
    "ongoing-and-linked",
    "completed-and-linked",
    "completed-and-awaiting"
  ],
  ReasonCode: [
    "not_picked_up",
    "no_contact",
    "backend_paused",
    "database_maintenance",
    "waiting_on_dependencies",
    "waiting_on_workers",
    "waiting_on_database_workers",
    "waiting_on_reboot",
    "waiting_on_new_task",
    "created",
    "pending",
    "preparing",
    "executing",
    "finalizing",
    "running",
    "cancelling",
    "cancelled",
    "dependency_failed",
    "nonzero_exit",
    "unmatched_patterns",
    "internal_error",
    "killed_by_admin",
    "stale_codelists",
    "job_error",
    "request_error",
    "failed",
    "nothing_to_do",
    "unknown_status"
  ],
  RequestDisplayStatus: [
    "succeeded",
    "running",
    "waiting",
    "held",
    "failed",
    "cancelled",
    "nothing_to_do",
    "unknown"
  ]
});
