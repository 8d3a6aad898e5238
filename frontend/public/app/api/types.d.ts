// Short names for the generated types, and the types of a call by its operation.

import type { components, operations } from "./schema";

type Schemas = components["schemas"];

export type ActionStatus = Schemas["ActionStatus"];
export type Allowed = Schemas["Allowed"];
export type Backend = Schemas["Backend"];
export type BackendRef = Schemas["BackendRef"];
export type Branch = Schemas["Branch"];
export type Commit = Schemas["Commit"];
export type CommitInfo = Schemas["CommitInfo"];
export type Decision = Schemas["Decision"];
export type DisplayStatus = Schemas["DisplayStatus"];
export type Failure = Schemas["Failure"];
export type FieldError = Schemas["FieldError"];
export type Job = Schemas["Job"];
export type JobCounts = Schemas["JobCounts"];
export type JobDetail = Schemas["JobDetail"];
export type JobRequest = Schemas["JobRequest"];
export type JobRequestRow = Schemas["JobRequestRow"];
export type JobRequestStatus = Schemas["JobRequestStatus"];
export type NewToken = Schemas["NewToken"];
export type NewestJob = Schemas["NewestJob"];
export type Org = Schemas["Org"];
export type Person = Schemas["Person"];
export type Pipeline = Schemas["Pipeline"];
export type PipelineAction = Schemas["PipelineAction"];
export type PipelineProblem = Schemas["PipelineProblem"];
export type Plan = Schemas["Plan"];
export type PlanStep = Schemas["PlanStep"];
export type Problem = Schemas["Problem"];
export type ProblemType = Schemas["ProblemType"];
export type Project = Schemas["Project"];
export type Reason = Schemas["Reason"];
export type Repo = Schemas["Repo"];
export type RequestDisplayStatus = Schemas["RequestDisplayStatus"];
export type Session = Schemas["Session"];
export type Token = Schemas["Token"];
export type Workspace = Schemas["Workspace"];

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
  /** The version that a change is made to; sent as If-Match. */
  version?: number;
  /** Sent with what creates, so that a repetition creates nothing more. */
  idempotencyKey?: string;
};
