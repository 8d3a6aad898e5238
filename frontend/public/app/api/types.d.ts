// Short names for the generated types, and the types of a call by its operation.

import type { components, operations } from "./schema";

type Schemas = components["schemas"];

export type ActionStatus = Schemas["ActionStatus"];
export type Allowed = Schemas["Allowed"];
export type AuditEvent = Schemas["AuditEvent"];
export type Backend = Schemas["Backend"];
export type BackendRef = Schemas["BackendRef"];
export type BrowserSession = Schemas["BrowserSession"];
export type BackendMember = Schemas["BackendMember"];
export type BackendToken = Schemas["BackendToken"];
export type Branch = Schemas["Branch"];
export type Commit = Schemas["Commit"];
export type CommitInfo = Schemas["CommitInfo"];
export type Decision = Schemas["Decision"];
export type DisplayStatus = Schemas["DisplayStatus"];
export type Failure = Schemas["Failure"];
export type FieldError = Schemas["FieldError"];
export type HistoryEvent = Schemas["Event"];
export type Job = Schemas["Job"];
export type JobCounts = Schemas["JobCounts"];
export type JobDetail = Schemas["JobDetail"];
export type JobRequest = Schemas["JobRequest"];
export type JobRequestRow = Schemas["JobRequestRow"];
export type StandingFailure = Schemas["StandingFailure"];
export type JobRequestStatus = Schemas["JobRequestStatus"];
export type NewToken = Schemas["NewToken"];
export type NewBackendToken = Schemas["NewBackendToken"];
export type NewestJob = Schemas["NewestJob"];
export type Org = Schemas["Org"];
export type OwnAccount = Schemas["OwnAccount"];
export type OrgMember = Schemas["OrgMember"];
export type Person = Schemas["Person"];
export type Pipeline = Schemas["Pipeline"];
export type PipelineAction = Schemas["PipelineAction"];
export type PipelineProblem = Schemas["PipelineProblem"];
export type Plan = Schemas["Plan"];
export type PlanStep = Schemas["PlanStep"];
export type Problem = Schemas["Problem"];
export type ProblemType = Schemas["ProblemType"];
export type Invitation = Schemas["Invitation"];
export type CallHistory = Schemas["CallHistory"];
export type FleetBackend = Schemas["FleetBackend"];
export type Invited = Schemas["Invited"];
export type NewWebhook = Schemas["NewWebhook"];
export type Notice = Schemas["Notice"];
export type Project = Schemas["Project"];
export type SearchGroup = Schemas["SearchGroup"];
export type SearchHit = Schemas["SearchHit"];
export type ProjectCategory = Schemas["ProjectCategory"];
export type ProjectChoices = Schemas["ProjectChoices"];
export type ProjectFigures = Schemas["ProjectFigures"];
export type ProjectMember = Schemas["ProjectMember"];
export type ProjectStatus = Schemas["ProjectStatus"];
export type Role = Schemas["Role"];
export type Reason = Schemas["Reason"];
export type Redirect = Schemas["Redirect"];
export type Repo = Schemas["Repo"];
export type RepoAtHost = Schemas["RepoAtHost"];
export type RepoDetail = Schemas["RepoDetail"];
export type RepoRecord = Schemas["RepoRecord"];
export type RepoWorkspace = Schemas["RepoWorkspace"];
export type RequestDisplayStatus = Schemas["RequestDisplayStatus"];
export type RoleDescription = Schemas["RoleDescription"];
export type SecondFactor = Schemas["SecondFactor"];
export type Session = Schemas["Session"];
export type SiteAlert = Schemas["SiteAlert"];
export type ChangedMany = Schemas["ChangedMany"];
export type Token = Schemas["Token"];
export type User = Schemas["User"];
export type UserDetail = Schemas["UserDetail"];
export type Workspace = Schemas["Workspace"];
export type Webhook = Schemas["Webhook"];
export type WebhookDelivery = Schemas["WebhookDelivery"];
export type WorkspaceDetail = Schemas["WorkspaceDetail"];

export type OperationId = keyof operations & string;

type Part<T, Name extends PropertyKey> = Name extends keyof T ? T[Name] : never;
type Json<T> = T extends { content: { "application/json": infer Body } } ? Body : null;
type Parameters<Id extends OperationId> = operations[Id]["parameters"];

/** What an operation answers when it succeeds; null without a body. */
export type Answer<Id extends OperationId> = Json<
  Part<operations[Id]["responses"], 200> extends never
    ? Part<operations[Id]["responses"], 201>
    : Part<operations[Id]["responses"], 200>
>;
export type Query<Id extends OperationId> = NonNullable<Part<Parameters<Id>, "query">>;
export type Path<Id extends OperationId> = NonNullable<Part<Parameters<Id>, "path">>;
export type Body<Id extends OperationId> = Json<NonNullable<Part<operations[Id], "requestBody">>>;

/** How a caller can end a call before its answer. */
export type Abortable = { signal?: AbortSignal };

export type CallOptions<Id extends OperationId> = Abortable & {
  path?: Path<Id>;
  query?: Query<Id>;
  body?: Body<Id>;
  /** Sent as it is, in place of a body. */
  file?: Blob;
  /** The version that a change is made to; sent as If-Match. */
  version?: number;
  /** Sent with what creates, so that a repetition creates nothing more. */
  idempotencyKey?: string;
};
