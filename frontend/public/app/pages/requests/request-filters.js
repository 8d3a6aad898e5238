/** The filters of the list of requests: from the URL to the API and to words. */

import { enums } from "../../api/operations.js";
import { statusWord } from "../../lib/statuses.js";

/** @import { JobRequestStatus, Query } from "../../api/types" */

/**
 * @typedef {object} Filters
 * @property {string} search
 * @property {string} backend slug
 * @property {string} status a status, or "unfinished"
 * @property {string} org slug
 * @property {string} project slug
 * @property {string} workspace name
 * @property {string} user name
 * @property {boolean} mine
 * @property {number | null} days how far back
 */

/** Spans that the filter by time offers, in days. */
export const SPANS = [1, 7, 30, 365];

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a request's status is called; those that look alike are told apart. */
const STATUS_WORDS = /** @type {Record<string, string>} */ ({
  pending: "Waiting",
  unknown_error_creating_jobs: "No jobs, for an unknown error",
});

/** The choices of the filter by state; "unfinished" is a group of them. */
export const STATUS_OPTIONS = [
  { value: "unfinished", label: "Unfinished" },
  ...enums.JobRequestStatus.map((status) => ({ value: status, label: wordOf(status) })),
];

/**
 * What moves a list with these filters: the narrowest topic that all its rows belong to.
 *
 * @param {Filters} filters
 * @param {{ me?: string, cursor?: string | null }} [reader] who reads, and which page
 */
export function topicOf(filters, { me, cursor } = {}) {
  const { workspace, project, backend, user, mine } = filters;
  if (workspace) return `workspace:${workspace}`;
  if (project) return `project:${project}`;
  if (backend) return `requests-on:${backend}`;
  const whose = mine ? me : user;
  if (whose) return `requests-of:${whose}`;
  const isFirstPage = !cursor && Object.values(filters).every((value) => !value);
  return isFirstPage ? "newest-requests" : "requests";
}

/**
 * @param {URLSearchParams} query of the page
 * @returns {Filters}
 */
export function filtersOf(query) {
  const days = Number(query.get("days"));
  return {
    search: query.get("search") ?? "",
    backend: query.get("backend") ?? "",
    status: query.get("unfinished") === "true" ? "unfinished" : (query.get("status") ?? ""),
    org: query.get("org") ?? "",
    project: query.get("project") ?? "",
    workspace: query.get("workspace") ?? "",
    user: query.get("user") ?? "",
    mine: query.get("mine") === "true",
    days: Number.isInteger(days) && days > 0 ? days : null,
  };
}

/**
 * The query of the page that stands for filters.
 *
 * @param {Filters} filters
 */
export function queryOf({ status, days, ...filters }) {
  const unfinished = status === "unfinished";
  return { ...filters, status: unfinished ? "" : status, unfinished, days };
}

/**
 * What the API is asked; empty values are not sent. The time is cut to the hour, so that asking again is the same question.
 *
 * @param {Filters} filters
 * @param {string | null} cursor
 * @param {number} now milliseconds since 1970
 * @returns {Query<"listJobRequests">}
 */
export function apiQuery(filters, cursor, now) {
  const { search, backend, status, org, project, workspace, user, mine, days } = filters;
  const hour = 60 * 60 * 1000;
  const from = days && new Date(Math.floor((now - days * DAY_MS) / hour) * hour).toISOString();
  const unfinished = status === "unfinished";
  return {
    search,
    backend,
    status: /** @type {JobRequestStatus} */ (unfinished ? "" : status),
    unfinished,
    org,
    project,
    workspace,
    user,
    mine,
    from: from || undefined,
    cursor: cursor ?? undefined,
  };
}

/**
 * What is set, in words, by the name of the filter.
 *
 * @param {Filters} filters
 * @param {(slug: string) => string} backendName
 * @returns {{ key: keyof Filters, label: string }[]}
 */
export function chipsOf(filters, backendName) {
  const { search, backend, status, org, project, workspace, user, mine, days } = filters;
  /** @type {{ key: keyof Filters, label: string }[]} */
  const chips = [];
  const add = (
    /** @type {keyof Filters} */ key,
    /** @type {string} */ value,
    /** @type {string} */ label,
  ) => {
    if (value) chips.push({ key, label });
  };
  add("backend", backend, backendName(backend));
  add("search", search, `“${search}”`);
  add("status", status, wordOf(status));
  add("org", org, `Organisation: ${org}`);
  add("project", project, `Project: ${project}`);
  add("workspace", workspace, `Workspace: ${workspace}`);
  add("user", user, `Asked by ${user}`);
  add("mine", mine ? "true" : "", "Asked by you");
  add("days", days ? String(days) : "", spanWord(days ?? 0));
  return chips;
}

/** Nothing is set. */
export const NO_FILTERS = filtersOf(new URLSearchParams());

/** @param {number} days */
export function spanWord(days) {
  return days === 1 ? "Last 24 hours" : `Last ${days} days`;
}

/** @param {string} status */
function wordOf(status) {
  if (status === "unfinished") return "Unfinished";
  return STATUS_WORDS[status] ?? statusWord(/** @type {any} */ (status));
}
