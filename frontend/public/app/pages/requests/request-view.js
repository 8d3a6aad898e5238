/** What the page of a request shows, worked out of its data. */

import { criticalPath } from "../../lib/critical-path.js";
import { formatDuration } from "../../lib/durations.js";
import { isUnfinished, statusWord } from "../../lib/statuses.js";
import { listOf, plural } from "../../lib/text.js";

/** @import { Job, JobRequest } from "../../api/types" */

/**
 * The jobs that a cancel would still reach.
 *
 * @param {JobRequest} request
 */
export function cancellableJobs({ jobs }) {
  return jobs.filter((job) => job.can.cancel.allowed);
}

/**
 * How many jobs the button that cancels names; without any it is about the request.
 *
 * @param {JobRequest} request
 */
export function cancelAmount(request) {
  const open = request.jobs.filter((job) => isUnfinished(job.display_status));
  return cancellableJobs(request).length || open.length;
}

/**
 * What cancelling loses and what it leaves: "What a has computed in 40 min is lost. The 6 finished
 * jobs stay as they are."
 *
 * @param {JobRequest} request
 * @param {readonly string[]} actions that are chosen
 * @param {number} now milliseconds since 1970
 */
export function cancelConsequence({ jobs }, actions, now) {
  const running = jobs.filter(
    ({ action, display_status: status }) => status === "running" && actions.includes(action),
  );
  const finished = jobs.filter((job) => !isUnfinished(job.display_status)).length;
  const sentences = [];
  if (running.length === 1) {
    const [{ action, started_at: at }] = running;
    const length = at ? ` in ${formatDuration((now - Date.parse(at)) / 1000)}` : "";
    sentences.push(`What ${action} has computed${length} is lost.`);
  } else if (running.length > 1) {
    sentences.push(`What ${running.length} running jobs have computed is lost.`);
  }
  if (finished === 1) sentences.push("The finished job stays as it is.");
  if (finished > 1) sentences.push(`The ${finished} finished jobs stay as they are.`);
  return sentences.join(" ");
}

/**
 * The jobs as nodes of the graph.
 *
 * @param {readonly Job[]} jobs
 */
export function graphItems(jobs) {
  const critical = criticalPath(jobs);
  return jobs.map((job) => ({
    critical: critical.has(job.action),
    id: job.action,
    needs: job.needs,
    status: job.display_status,
    text: nodeText(job),
  }));
}

/** @param {Job} job */
function nodeText({ display_status: status, duration_s: seconds, reason }) {
  const word = statusWord(status).toLowerCase();
  if (status === "waiting" || status === "held") return reason?.text ?? word;
  return seconds === null ? word : `${word} · ${formatDuration(seconds)}`;
}

/**
 * The job that the graph shows first: what failed, else what runs, else the first.
 *
 * @param {readonly Job[]} jobs
 */
export function firstOfInterest(jobs) {
  const by = (/** @type {string} */ status) => jobs.find((job) => job.display_status === status);
  return by("failed") ?? by("running") ?? jobs[0] ?? null;
}

/**
 * The job that timeline, graph and table show as selected: the one in the URL, else the first of
 * interest.
 *
 * @param {readonly Job[]} jobs
 * @param {string | null} action
 */
export function selectedJob(jobs, action) {
  return jobs.find((job) => job.action === action) ?? firstOfInterest(jobs);
}

/**
 * The actions to run again so that nothing is missing: what failed, was cancelled or not run.
 *
 * @param {JobRequest} request
 */
export function brokenActions({ jobs, is_invalid: invalid }) {
  if (invalid) return [];
  return jobs
    .filter(({ display_status: status }) => ["failed", "cancelled", "not_run"].includes(status))
    .map(({ action }) => action);
}

/**
 * The jobs that are named by a text and in a state; both may be empty.
 *
 * @param {readonly Job[]} jobs
 * @param {{ text: string, status: string }} filter
 */
export function filterJobs(jobs, { text, status }) {
  const wanted = text.toLowerCase();
  return jobs.filter(
    (job) =>
      (!status || job.display_status === status) &&
      (!wanted ||
        job.action.toLowerCase().includes(wanted) ||
        job.identifier.startsWith(wanted) ||
        job.status_message.toLowerCase().includes(wanted)),
  );
}

/**
 * What happened because of one failure: "2 jobs that need it, a and b, were not run."
 *
 * @param {readonly string[]} blocked
 */
export function blockedWords(blocked) {
  if (!blocked.length) return "";
  const need =
    blocked.length === 1 ? "1 job that needs it" : `${plural(blocked.length, "job")} that need it`;
  return `${need}, ${listOf(blocked, { max: 4 })}, ${blocked.length === 1 ? "was" : "were"} not run.`;
}

/**
 * The line under a request's strip: "Running for 1 h 32 min", "Took 2 h 4 min".
 *
 * @param {JobRequest} request
 * @param {number} now milliseconds since 1970
 */
export function lengthWords(
  { display_status: status, started_at: at, duration_s: seconds, contact },
  now,
) {
  if (!at) return "";
  if (isUnfinished(status)) {
    if (contact === "silent") return "Started, and not heard of since";
    return `Running for ${formatDuration((now - Date.parse(at)) / 1000)}`;
  }
  return seconds === null ? "" : `Took ${formatDuration(seconds)}`;
}
