/**
 * The only caller of fetch: finds path and method of an operation, adds CSRF token, If-Match and
 * Idempotency-Key, remembers answers by their ETag, and turns every failure into an ApiProblem.
 */

import { queryString } from "../lib/paths.js";
import { operations } from "./operations.js";

/** @import { Answer, CallOptions, FieldError, OperationId, Problem } from "./types" */

const TIMEOUT_MS = 30_000;
const REMEMBERED_ANSWERS = 100;

/** Answers by address, least recently used first: `{etag, data}`. */
const answers = /** @type {Map<string, { etag: string, data: unknown }>} */ (new Map());

/** A failure that the server explains (RFC 9457). `name` is the last part of its `type`. */
export class ApiProblem extends Error {
  /**
   * @param {Partial<Problem>} problem
   * @param {number} status of the answer
   * @param {{ cause?: unknown, retryAfterS?: number | null }} [more]
   */
  constructor(problem, status, { cause, retryAfterS = null } = {}) {
    super(problem.detail || problem.title || `The server answered with status ${status}.`, {
      cause,
    });
    this.name = problem.type?.split("/").pop() || `status-${status}`;
    this.status = status;
    this.title = problem.title || `The server answered with status ${status}`;
    this.detail = problem.detail ?? "";
    /** What a report to the operators should quote; empty without one. */
    this.instance = problem.instance ?? "";
    this.errors = /** @type {FieldError[]} */ (problem.errors ?? []);
    /** Seconds after which another try makes sense, where the server says so. */
    this.retryAfterS = retryAfterS;
    /** The problem as it came, with its extension members. */
    this.members = /** @type {Record<string, any>} */ (problem);
  }
}

/** No answer came: the network, the server or the way to it is down, or it took too long. */
export class OfflineError extends ApiProblem {
  /**
   * @param {string} detail
   * @param {unknown} cause
   */
  constructor(detail, cause) {
    super({ type: "/problems/offline", title: "The server did not answer", detail }, 0, { cause });
  }
}

/**
 * Calls an operation of the API.
 *
 * @template {OperationId} Id
 * @param {Id} id
 * @param {CallOptions<Id>} [options]
 * @returns {Promise<Answer<Id>>} the body; the same object as before where nothing has changed
 * @throws {ApiProblem} every refusal and failure
 * @throws {DOMException} AbortError when `signal` ended the call
 */
export async function call(id, options = {}) {
  const { method, path } = operations[id];
  const url = fillPath(path, options.path) + queryString(/** @type {any} */ (options.query));
  const known = method === "GET" ? answers.get(url) : undefined;
  const response = await send(url, {
    method,
    headers: headersFor(method, options, known?.etag),
    body: options.file ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
    signal: options.signal,
  });
  if (response.status === 304 && known) return remember(url, known);
  const data = await readBody(response);
  if (!response.ok) throw problemOf(response, data);
  const etag = method === "GET" ? response.headers.get("ETag") : null;
  return etag ? remember(url, { etag, data }) : data;
}

/**
 * Calls an operation whose answer is a file.
 *
 * @template {OperationId} Id
 * @param {Id} id
 * @param {CallOptions<Id>} [options]
 * @returns {Promise<{ name: string, blob: Blob }>} under the name that the server gives it
 * @throws {ApiProblem} every refusal and failure
 */
export async function callForFile(id, options = {}) {
  const { method, path } = operations[id];
  const response = await send(fillPath(path, options.path), {
    method,
    headers: { ...headersFor(method, options), Accept: "*/*" },
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
    signal: options.signal,
  });
  if (!response.ok) throw problemOf(response, await readBody(response));
  const [, name = "file"] =
    /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "") ?? [];
  return { name, blob: await response.blob() };
}

/** Forgets every answer: after signing in or out the same address may answer otherwise. */
export function forgetAnswers() {
  answers.clear();
}

/**
 * A path with its parameters filled in.
 *
 * @param {string} path
 * @param {Record<string, unknown>} [parameters]
 */
function fillPath(path, parameters = {}) {
  return path.replace(/{(\w+)}/g, (_match, name) => encodeURIComponent(String(parameters[name])));
}

/**
 * @param {string} method
 * @param {{ body?: unknown, file?: Blob, version?: number, idempotencyKey?: string }} options
 * @param {string} [etag] of the answer that is already here
 */
function headersFor(method, { body, file, version, idempotencyKey }, etag) {
  /** @type {Record<string, string>} */
  const headers = { Accept: "application/json, application/problem+json" };
  if (method !== "GET") headers["X-CSRFToken"] = csrfToken();
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (file) headers["Content-Type"] = file.type || "application/octet-stream";
  if (etag) headers["If-None-Match"] = etag;
  if (version !== undefined) headers["If-Match"] = `"v${version}"`;
  if (idempotencyKey) headers["Idempotency-Key"] = idempotencyKey;
  return headers;
}

/** The token that Django's cookie holds; the session's first answer sets it. */
export function csrfToken() {
  return /(?:^|; )csrftoken=([^;]*)/.exec(document.cookie)?.[1] ?? "";
}

/**
 * @param {string} url
 * @param {RequestInit & { signal?: AbortSignal }} init
 */
async function send(url, { signal, ...init }) {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    return await fetch(url, {
      ...init,
      credentials: "same-origin",
      // The browser's own cache would answer 200 for our 304 and hide which answers are new.
      cache: "no-store",
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw timeout.aborted
      ? new OfflineError(`It has not answered for ${TIMEOUT_MS / 1000} s.`, error)
      : new OfflineError("The network or the server is down.", error);
  }
}

/**
 * The JSON of an answer; null where there is none.
 *
 * @param {Response} response
 */
async function readBody(response) {
  const isJson = /[/+]json\b/.test(response.headers.get("Content-Type") ?? "");
  const text = await response.text();
  if (!isJson || !text) return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new OfflineError("Its answer was cut off on the way.", error);
  }
}

/**
 * @param {Response} response
 * @param {any} data of the answer; null where a proxy in between answered
 */
function problemOf(response, data) {
  const wait = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  return new ApiProblem(data ?? {}, response.status, { retryAfterS: wait || null });
}

/**
 * @param {string} url
 * @param {{ etag: string, data: any }} answer
 */
function remember(url, answer) {
  answers.delete(url);
  answers.set(url, answer);
  if (answers.size > REMEMBERED_ANSWERS) {
    answers.delete(/** @type {string} */ (answers.keys().next().value));
  }
  return answer.data;
}
