/** Generated from openapi.yaml by `make schema`; never edited. */

/** Method and path of each operation. */
export const operations = /** @type {const} */ ({
  acceptInvitation: {
    method: "POST",
    path: "/api/v3/invitations/{id}/accept"
  },
  addBackendMembers: {
    method: "POST",
    path: "/api/v3/backends/{slug}/members"
  },
  addCodesApp: {
    method: "POST",
    path: "/_allauth/browser/v1/account/authenticators/totp"
  },
  addOrgMembers: {
    method: "POST",
    path: "/api/v3/orgs/{slug}/members"
  },
  addPasskey: {
    method: "POST",
    path: "/_allauth/browser/v1/account/authenticators/webauthn"
  },
  addProjectMembers: {
    method: "POST",
    path: "/api/v3/projects/{slug}/members"
  },
  approveUsers: {
    method: "POST",
    path: "/api/v3/user-approvals"
  },
  archiveWorkspaces: {
    method: "POST",
    path: "/api/v3/workspaces/archive"
  },
  beginCodesApp: {
    method: "GET",
    path: "/_allauth/browser/v1/account/authenticators/totp"
  },
  beginPasskey: {
    method: "GET",
    path: "/_allauth/browser/v1/account/authenticators/webauthn"
  },
  beginPasskeySignIn: {
    method: "GET",
    path: "/_allauth/browser/v1/auth/webauthn/login"
  },
  beginPasskeyStep: {
    method: "GET",
    path: "/_allauth/browser/v1/auth/webauthn/authenticate"
  },
  beginViewAs: {
    method: "POST",
    path: "/api/v3/session/view-as"
  },
  cancelJobRequest: {
    method: "POST",
    path: "/api/v3/job-requests/{identifier}/cancel"
  },
  cancelProjectInvitation: {
    method: "DELETE",
    path: "/api/v3/projects/{slug}/invitations/{id}"
  },
  cancelWaiting: {
    method: "POST",
    path: "/api/v3/backends/{slug}/cancel-waiting"
  },
  changeAccount: {
    method: "PATCH",
    path: "/api/v3/account"
  },
  changeBackend: {
    method: "PATCH",
    path: "/api/v3/backends/{slug}"
  },
  changeOrg: {
    method: "PATCH",
    path: "/api/v3/orgs/{slug}"
  },
  changePassword: {
    method: "POST",
    path: "/_allauth/browser/v1/account/password/change"
  },
  changeProject: {
    method: "PATCH",
    path: "/api/v3/projects/{slug}"
  },
  changeProjectMember: {
    method: "PATCH",
    path: "/api/v3/projects/{slug}/members/{username}"
  },
  changeRoleOfMany: {
    method: "POST",
    path: "/api/v3/role-changes"
  },
  changeSiteAlert: {
    method: "PATCH",
    path: "/api/v3/site-alerts/{id}"
  },
  changeUser: {
    method: "PATCH",
    path: "/api/v3/users/{username}"
  },
  changeWorkspace: {
    method: "PATCH",
    path: "/api/v3/workspaces/{name}"
  },
  clearUserRoles: {
    method: "POST",
    path: "/api/v3/users/{username}/roles/clear"
  },
  closeAccount: {
    method: "POST",
    path: "/api/v3/account/close"
  },
  compareJobRequest: {
    method: "GET",
    path: "/api/v3/job-requests/{identifier}/comparison"
  },
  confirmPassword: {
    method: "POST",
    path: "/_allauth/browser/v1/auth/reauthenticate"
  },
  countUnreadNotices: {
    method: "GET",
    path: "/api/v3/notices/unread"
  },
  createBackend: {
    method: "POST",
    path: "/api/v3/backends"
  },
  createBackendToken: {
    method: "POST",
    path: "/api/v3/backends/{slug}/tokens"
  },
  createJobRequest: {
    method: "POST",
    path: "/api/v3/workspaces/{name}/job-requests"
  },
  createOrg: {
    method: "POST",
    path: "/api/v3/orgs"
  },
  createProject: {
    method: "POST",
    path: "/api/v3/projects"
  },
  createSiteAlert: {
    method: "POST",
    path: "/api/v3/site-alerts"
  },
  createToken: {
    method: "POST",
    path: "/api/v3/tokens"
  },
  createWebhook: {
    method: "POST",
    path: "/api/v3/projects/{slug}/webhooks"
  },
  createWorkspace: {
    method: "POST",
    path: "/api/v3/workspaces"
  },
  declineInvitation: {
    method: "POST",
    path: "/api/v3/invitations/{id}/decline"
  },
  deleteOrgLogo: {
    method: "DELETE",
    path: "/api/v3/orgs/{slug}/logo"
  },
  deleteRedirect: {
    method: "DELETE",
    path: "/api/v3/redirects/{id}"
  },
  deleteSiteAlert: {
    method: "DELETE",
    path: "/api/v3/site-alerts/{id}"
  },
  deleteWebhook: {
    method: "DELETE",
    path: "/api/v3/projects/{slug}/webhooks/{id}"
  },
  endAllSessions: {
    method: "DELETE",
    path: "/api/v3/sessions/all"
  },
  endOtherSessions: {
    method: "DELETE",
    path: "/api/v3/sessions"
  },
  endSession: {
    method: "DELETE",
    path: "/api/v3/sessions/{id}"
  },
  endUserSessions: {
    method: "DELETE",
    path: "/api/v3/users/{username}/sessions"
  },
  endViewAs: {
    method: "DELETE",
    path: "/api/v3/session/view-as"
  },
  exportAccount: {
    method: "GET",
    path: "/api/v3/account/export"
  },
  exportAuditEvents: {
    method: "POST",
    path: "/api/v3/audit-exports"
  },
  finishGitHubSignIn: {
    method: "GET",
    path: "/accounts/github/login/callback/"
  },
  finishPasskeySignIn: {
    method: "POST",
    path: "/_allauth/browser/v1/auth/webauthn/login"
  },
  finishPasskeyStep: {
    method: "POST",
    path: "/_allauth/browser/v1/auth/webauthn/authenticate"
  },
  getAccount: {
    method: "GET",
    path: "/api/v3/account"
  },
  getBackend: {
    method: "GET",
    path: "/api/v3/backends/{slug}"
  },
  getFleet: {
    method: "GET",
    path: "/api/v3/fleet"
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
  getOrgLogo: {
    method: "GET",
    path: "/api/v3/orgs/{slug}/logo"
  },
  getPipeline: {
    method: "GET",
    path: "/api/v3/workspaces/{name}/pipeline"
  },
  getProject: {
    method: "GET",
    path: "/api/v3/projects/{slug}"
  },
  getProjectChoices: {
    method: "GET",
    path: "/api/v3/project-choices"
  },
  getRepo: {
    method: "GET",
    path: "/api/v3/repos/{owner}/{name}"
  },
  getRepoAtHost: {
    method: "GET",
    path: "/api/v3/repos/{owner}/{name}/at-host"
  },
  getSession: {
    method: "GET",
    path: "/api/v3/session"
  },
  getSignInSession: {
    method: "GET",
    path: "/_allauth/browser/v1/auth/session"
  },
  getUser: {
    method: "GET",
    path: "/api/v3/users/{username}"
  },
  getWorkspace: {
    method: "GET",
    path: "/api/v3/workspaces/{name}"
  },
  inviteToProject: {
    method: "POST",
    path: "/api/v3/projects/{slug}/invitations"
  },
  listActionStatuses: {
    method: "GET",
    path: "/api/v3/workspaces/{name}/statuses"
  },
  listAuditEventKinds: {
    method: "GET",
    path: "/api/v3/audit-events/kinds"
  },
  listAuditEvents: {
    method: "GET",
    path: "/api/v3/audit-events"
  },
  listBackendCalls: {
    method: "GET",
    path: "/api/v3/backends/{slug}/calls"
  },
  listBackendEvents: {
    method: "GET",
    path: "/api/v3/backends/{slug}/events"
  },
  listBackendMembers: {
    method: "GET",
    path: "/api/v3/backends/{slug}/members"
  },
  listBackendTokens: {
    method: "GET",
    path: "/api/v3/backends/{slug}/tokens"
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
  listInvitations: {
    method: "GET",
    path: "/api/v3/invitations"
  },
  listJobRequests: {
    method: "GET",
    path: "/api/v3/job-requests"
  },
  listNotices: {
    method: "GET",
    path: "/api/v3/notices"
  },
  listOrgEvents: {
    method: "GET",
    path: "/api/v3/orgs/{slug}/events"
  },
  listOrgMembers: {
    method: "GET",
    path: "/api/v3/orgs/{slug}/members"
  },
  listOrgs: {
    method: "GET",
    path: "/api/v3/orgs"
  },
  listProblemTypes: {
    method: "GET",
    path: "/api/v3/problems"
  },
  listProjectEvents: {
    method: "GET",
    path: "/api/v3/projects/{slug}/events"
  },
  listProjectInvitations: {
    method: "GET",
    path: "/api/v3/projects/{slug}/invitations"
  },
  listProjectMembers: {
    method: "GET",
    path: "/api/v3/projects/{slug}/members"
  },
  listProjectRepos: {
    method: "GET",
    path: "/api/v3/projects/{slug}/repos"
  },
  listProjects: {
    method: "GET",
    path: "/api/v3/projects"
  },
  listProjectsOfRepo: {
    method: "GET",
    path: "/api/v3/repos/{owner}/{name}/projects"
  },
  listRedirects: {
    method: "GET",
    path: "/api/v3/redirects"
  },
  listRepoChoices: {
    method: "GET",
    path: "/api/v3/repo-choices"
  },
  listRepoEvents: {
    method: "GET",
    path: "/api/v3/repos/{owner}/{name}/events"
  },
  listRepos: {
    method: "GET",
    path: "/api/v3/repos"
  },
  listRoles: {
    method: "GET",
    path: "/api/v3/roles"
  },
  listSecondFactors: {
    method: "GET",
    path: "/_allauth/browser/v1/account/authenticators"
  },
  listSessions: {
    method: "GET",
    path: "/api/v3/sessions"
  },
  listSiteAlertEvents: {
    method: "GET",
    path: "/api/v3/site-alerts/{id}/events"
  },
  listSiteAlerts: {
    method: "GET",
    path: "/api/v3/site-alerts"
  },
  listStandingFailures: {
    method: "GET",
    path: "/api/v3/account/failures"
  },
  listTokens: {
    method: "GET",
    path: "/api/v3/tokens"
  },
  listUserEvents: {
    method: "GET",
    path: "/api/v3/users/{username}/events"
  },
  listUsers: {
    method: "GET",
    path: "/api/v3/users"
  },
  listVersions: {
    method: "GET",
    path: "/api/v3/versions"
  },
  listWebhookDeliveries: {
    method: "GET",
    path: "/api/v3/projects/{slug}/webhooks/{id}/deliveries"
  },
  listWebhooks: {
    method: "GET",
    path: "/api/v3/projects/{slug}/webhooks"
  },
  listWorkspaceEvents: {
    method: "GET",
    path: "/api/v3/workspaces/{name}/events"
  },
  listWorkspaceJobRequests: {
    method: "GET",
    path: "/api/v3/workspaces/{name}/job-requests"
  },
  listWorkspaces: {
    method: "GET",
    path: "/api/v3/workspaces"
  },
  makeRecoveryCodes: {
    method: "POST",
    path: "/_allauth/browser/v1/account/authenticators/recovery-codes"
  },
  planJobRequest: {
    method: "POST",
    path: "/api/v3/workspaces/{name}/plan"
  },
  readNotices: {
    method: "POST",
    path: "/api/v3/notices/read"
  },
  removeBackendMember: {
    method: "DELETE",
    path: "/api/v3/backends/{slug}/members/{username}"
  },
  removeCodesApp: {
    method: "DELETE",
    path: "/_allauth/browser/v1/account/authenticators/totp"
  },
  removeOrgMember: {
    method: "DELETE",
    path: "/api/v3/orgs/{slug}/members/{username}"
  },
  removePasskeys: {
    method: "DELETE",
    path: "/_allauth/browser/v1/account/authenticators/webauthn"
  },
  removeProjectMember: {
    method: "DELETE",
    path: "/api/v3/projects/{slug}/members/{username}"
  },
  renamePasskey: {
    method: "PUT",
    path: "/_allauth/browser/v1/account/authenticators/webauthn"
  },
  resumeFleet: {
    method: "DELETE",
    path: "/api/v3/fleet/stop"
  },
  revokeBackendToken: {
    method: "DELETE",
    path: "/api/v3/backends/{slug}/tokens/{id}"
  },
  revokeToken: {
    method: "DELETE",
    path: "/api/v3/tokens/{id}"
  },
  revokeUserToken: {
    method: "DELETE",
    path: "/api/v3/users/{username}/tokens/{id}"
  },
  rotateBackendToken: {
    method: "POST",
    path: "/api/v3/backends/{slug}/tokens/{id}/rotate"
  },
  search: {
    method: "GET",
    path: "/api/v3/search"
  },
  sendWebhookAgain: {
    method: "POST",
    path: "/api/v3/projects/{slug}/webhooks/{id}/deliveries/{delivery}/send"
  },
  setOrgLogo: {
    method: "PUT",
    path: "/api/v3/orgs/{slug}/logo"
  },
  setUserBackends: {
    method: "PUT",
    path: "/api/v3/users/{username}/backends"
  },
  setUserOrgs: {
    method: "PUT",
    path: "/api/v3/users/{username}/orgs"
  },
  setUserRoles: {
    method: "PUT",
    path: "/api/v3/users/{username}/roles"
  },
  showCopiloting: {
    method: "GET",
    path: "/api/v3/dashboards/copiloting"
  },
  showLongRunningRepos: {
    method: "GET",
    path: "/api/v3/dashboards/repos"
  },
  showProjectsInFigures: {
    method: "GET",
    path: "/api/v3/dashboards/projects"
  },
  showReposAtHost: {
    method: "GET",
    path: "/api/v3/dashboards/repos/at-host"
  },
  showReposOfSeveralProjects: {
    method: "GET",
    path: "/api/v3/dashboards/repos-with-multiple-projects"
  },
  signIn: {
    method: "POST",
    path: "/_allauth/browser/v1/auth/login"
  },
  signInByCode: {
    method: "POST",
    path: "/_allauth/browser/v1/auth/2fa/authenticate"
  },
  signOffRepo: {
    method: "POST",
    path: "/api/v3/repos/{owner}/{name}/sign-off"
  },
  signOffRepoInternally: {
    method: "POST",
    path: "/api/v3/repos/{owner}/{name}/internal-sign-off"
  },
  signOffWorkspace: {
    method: "POST",
    path: "/api/v3/workspaces/{name}/sign-off"
  },
  signOut: {
    method: "DELETE",
    path: "/_allauth/browser/v1/auth/session"
  },
  startGitHubSignIn: {
    method: "POST",
    path: "/_allauth/browser/v1/auth/provider/redirect"
  },
  stopFleet: {
    method: "PUT",
    path: "/api/v3/fleet/stop"
  },
  testWebhook: {
    method: "POST",
    path: "/api/v3/projects/{slug}/webhooks/{id}/test"
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
  BackendTokenState: [
    "active",
    "retiring",
    "expired",
    "revoked"
  ],
  ChangeEnum: [
    "give",
    "take"
  ],
  CodelistsStatus: [
    "ok",
    "not_checked",
    "stale",
    "incomplete",
    "unknown"
  ],
  Decision: [
    "chosen",
    "needed",
    "reused",
    "active"
  ],
  DeliveryStatus: [
    "waiting",
    "delivered",
    "given_up"
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
  EventActorKindEnum: [
    "person",
    "token",
    "backend",
    "command",
    "system"
  ],
  FormEnum: [
    "csv",
    "jsonl"
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
  LevelEnum: [
    "danger",
    "warning",
    "info",
    "success"
  ],
  NoticeKindEnum: [
    "run_finished",
    "invited",
    "backend_silent",
    "repo_signed_off",
    "token_expiring",
    "new_person"
  ],
  ProjectCategory: [
    "internal",
    "legacy",
    "legacy_approved",
    "approved",
    "unknown"
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
    "no_jobs_yet",
    "passed_over",
    "never_heard",
    "backend_switched_off",
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
    "unlisted",
    "unknown_status"
  ],
  ReasonObjectKind: [
    "backend",
    "database",
    "actions",
    "job",
    "request",
    "project_yaml"
  ],
  RedirectKindEnum: [
    "org",
    "project",
    "workspace"
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
  ],
  Role: [
    "Administrator",
    "DeploymentAdministrator",
    "OutputChecker",
    "OutputPublisher",
    "ProjectCollaborator",
    "ProjectCoordinator",
    "ProjectDeveloper",
    "ServiceAdministrator",
    "SignOffRepoWithOutputs",
    "StaffAreaAdministrator",
    "TechSupport"
  ],
  RunMail: [
    "each_job",
    "each_run",
    "both"
  ],
  ScopesEnum: [
    "read",
    "run",
    "write"
  ],
  SearchGroupKindEnum: [
    "workspaces",
    "job-requests",
    "jobs",
    "projects",
    "orgs",
    "users",
    "backends"
  ],
  WebhookKind: [
    "signed",
    "slack"
  ],
  WhoCanAct: [
    "nobody",
    "asker",
    "operators",
    "service"
  ]
});
