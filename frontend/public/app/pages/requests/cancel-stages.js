/** How far a cancel has come: asked for by whom, seen by the runner, stopped. It stays when it is over. */

import { Callout } from "../../components/callout.js";
import { StatusShape } from "../../components/status.js";
import { Time } from "../../components/time.js";
import { isUnfinished } from "../../lib/statuses.js";
import { plural } from "../../lib/text.js";
import { html } from "../../ui.js";
import { RUN_ALL } from "./choice.js";

/** @import { Job, JobDetail, JobRequest } from "../../api/types" */
/** @import { Child } from "../../ui" */

/** @typedef {JobRequest["cancel"]} Cancel */

/** @param {{ request: JobRequest }} props one of which something was to be stopped */
export function RequestCancel({ request }) {
  const { cancel, backend, jobs } = request;
  const actions = request.cancelled_actions.filter((name) => name !== RUN_ALL);
  const asked = jobs.filter(({ action }) => actions.includes(action));
  const over = asked.length
    ? asked.every((job) => !isUnfinished(job.display_status))
    : !isUnfinished(request.display_status);
  return html`
    <${Callout} tone="waiting" title=${titleOf(request, { over, actions })}>
      <${Stages} cancel=${cancel} backend=${backend} over=${over}
        end=${asked.length ? html`<${EndOfJobs} jobs=${asked} />` : html`<${EndOfRequest} request=${request} />`} />
      ${jobs.length > 0 && actions.length > 0 && html`<p class="muted">What was to be stopped: <span class="mono break-anywhere">${actions.join(", ")}</span></p>`}
    <//>
  `;
}

/** @param {{ job: JobDetail }} props one that was to be stopped */
export function JobCancel({
  job: { cancel, job_request: request, display_status: status, ...job },
}) {
  const over = !isUnfinished(status);
  const title = !over
    ? "Cancelling this job"
    : status === "cancelled"
      ? "How the cancel went"
      : "The cancel came too late for this job";
  const verb = status === "cancelled" ? "Stopped" : "Ended by itself";
  return html`
    <${Callout} tone="waiting" title=${title}>
      <${Stages} cancel=${/** @type {Cancel} */ (cancel)} backend=${request.backend} over=${over}
        end=${over ? html`${verb}${at(job.completed_at)}.` : "Not stopped yet."} />
    <//>
  `;
}

/** @param {JobRequest} request @param {{ over: boolean, actions: readonly string[] }} state */
function titleOf({ display_status: status, jobs }, { over, actions }) {
  if (!over)
    return jobs.length && actions.length
      ? `Cancelling ${plural(actions.length, "action")}`
      : "Cancelling this request";
  if (status === "cancelled") return "This request was cancelled";
  return actions.length
    ? `The cancel of ${plural(actions.length, "action")} is done`
    : "The cancel of this request is done";
}

/** @param {{ cancel: Cancel, backend: { name: string }, over: boolean, end: Child }} props */
function Stages({ cancel, backend, over, end }) {
  const { requested_at: askedAt, requested_by: by, seen_at: seenAt } = cancel;
  return html`
    <ol class="cancel-stages">
      <${Stage} done>${by?.name ?? "Somebody"} asked to stop it${at(askedAt)}.<//>
      ${(seenAt || !over) && html`<${Stage} done=${Boolean(seenAt)}>${seenAt ? html`${backend.name} saw it${at(seenAt)}.` : `${backend.name} sees it when it asks next.`}<//>`}
      <${Stage} done=${over}>${end}<//>
    </ol>
  `;
}

/** @param {{ jobs: readonly Job[] }} props those that were to be stopped */
function EndOfJobs({ jobs }) {
  const ended = jobs.filter((job) => !isUnfinished(job.display_status));
  if (ended.length < jobs.length) return `${ended.length} of ${plural(jobs.length, "job")} ended.`;
  const late = jobs.filter((job) => !["cancelled", "not_run"].includes(job.display_status)).length;
  const times = jobs.map((job) => job.completed_at ?? job.updated_at ?? "").sort();
  return html`${plural(jobs.length - late, "job")} stopped${late > 0 && `, ${late} ended by itself`}; the last${at(times.at(-1))}.`;
}

/** @param {{ request: JobRequest }} props one of which nothing has run */
function EndOfRequest({
  request: { cancel, backend, completed_at: endedAt, display_status: status },
}) {
  if (!isUnfinished(status))
    return html`Ended${at(endedAt)}; ${backend.name} had not taken it, nothing ran.`;
  return html`Nothing of it has run.${cancel.ends_at && html` Should ${backend.name} not take the request, it ends by itself${at(cancel.ends_at)}.`}`;
}

/** @param {string | null | undefined} time */
function at(time) {
  return time ? html` <${Time} value=${time} />` : "";
}

/** @param {{ done?: boolean, children?: Child }} props */
function Stage({ done = false, children }) {
  return html`
    <li class="cancel-stages__stage">
      <${StatusShape} status=${done ? "succeeded" : "waiting"} />
      <span><span class="visually-hidden">${done ? "Done: " : "Not yet: "}</span>${children}</span>
    </li>
  `;
}
