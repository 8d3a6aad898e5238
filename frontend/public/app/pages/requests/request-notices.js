/** What a reader of a request must know, worst first: failures, silence, cancelling, holding. */

import { Button, CopyButton } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { Reason } from "../../components/reason.js";
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { isUnfinished } from "../../lib/statuses.js";
import { plural } from "../../lib/text.js";
import { showToast } from "../../state/toasts.js";
import { html } from "../../ui.js";
import { BackendCallouts } from "../backends/callouts.js";
import { RequestCancel } from "./cancel-stages.js";
import { historyWords } from "./comparison.js";
import { blockedWords } from "./request-view.js";

/** @import { Failure, JobRequest } from "../../api/types" */
/** @import { Comparison } from "./comparison.js" */

const SHOWN_FAILURES = 3;

/**
 * @param {{
 *   request: JobRequest, silentSince: string | null, comparison: ReadonlyMap<string, Comparison>
 * }} props
 */
export function RequestNotices({ request, silentSince, comparison }) {
  const { failures } = request;
  const more = failures.length - SHOWN_FAILURES;
  return html`
    ${request.is_invalid && html`<${Refused} request=${request} />`}
    ${failures.slice(0, SHOWN_FAILURES).map(
      (failure) =>
        html`<${FailureCallout} key=${failure.job_identifier} failure=${failure} number=${request.number}
            history=${historyWords(comparison.get(failure.action))} />`,
    )}
    ${more > 0 && html`<p class="muted">${plural(more, "more job")} failed; the table of jobs has all of them.</p>`}
    ${silentSince && html`<${Silence} request=${request} since=${silentSince} />`}
    ${!silentSince && request.is_stale && html`<${Stale} request=${request} />`}
    ${request.cancel.requested_at && html`<${RequestCancel} request=${request} />`}
    <${State} request=${request} />
    ${
      isUnfinished(request.display_status) &&
      html`<${BackendCallouts} slug=${request.backend.slug} what="This request" withHold=${!isHeld(request)} />`
    }
  `;
}

/** @param {{ request: JobRequest }} props the backend could make no jobs of it */
function Refused({ request }) {
  const line = request.jobs.map(({ reason }) => reason?.about.line).find(Boolean);
  const source = line && request.project_definition?.split("\n")[line - 1];
  return html`
    <${Callout} tone="failed" title="${request.backend.name} could not make jobs of this request">
      <p class="break-anywhere">${request.status_message || "The backend gave no reason."}</p>
      ${source && html`<p>Line ${line} of <code>project.yaml</code>: <code class="path-box">${source.trim()}</code></p>`}
      <p class="muted">Nothing ran. Correct what it names, push it, and request again.</p>
    <//>
  `;
}

/** @param {{ failure: Failure, number: number, history: string }} props */
function FailureCallout({ failure, number, history }) {
  const { action, title, explanation, what_to_do: advice, log_path: log, blocked } = failure;
  const heading = title.startsWith(action)
    ? html`<code>${action}</code>${title.slice(action.length)}`
    : title;
  return html`
    <${Callout} tone="failed" title=${heading} actions=${html`
      <${Button} small href=${paths.job(number, failure.job_identifier)} aria-label="Open job ${action}">Open job<//>
      ${log && html`<${CopyButton} text=${log} label="Copy log path" onCopied=${() => showToast("Log path copied.")} />`}
    `}>
      <p>${explanation}</p>
      ${log && html`<p><code class="path-box">${log}</code></p>`}
      <p class="muted">${advice} ${blockedWords(blocked)} ${history}</p>
    <//>
  `;
}

/** @param {{ request: JobRequest, since: string }} props why it is silent, where that is known */
function Silence({ request, since }) {
  const { reason } = request;
  if (reason?.code === "backend_switched_off") {
    return html`
      <${Callout} tone="held" title=${html`<${Reason} reason=${reason} />`}>
        <p>${reason.what_next}</p>
      <//>
    `;
  }
  return html`
    <${Callout} tone="held" title=${html`No contact with ${request.backend.name} since <${Time} value=${since} style="since" />`}
      actions=${html`<${Button} small href=${paths.backends()}>Backends<//>`}>
      <p>Its jobs may still run; states are as of then. They renew themselves when it is heard again.</p>
    <//>
  `;
}

/** @param {{ request: JobRequest }} props of which there may be no jobs */
function Stale({ request }) {
  const what = request.jobs.length ? "these jobs" : "this request";
  return html`
    <${Callout} tone="held" title=${html`No news of ${what} since <${Time} value=${request.news_at ?? request.created_at} style="since" />`}>
      <p>${request.backend.name} is heard, but has said nothing of this request. Its operators can see why.</p>
    <//>
  `;
}

/** @param {{ request: JobRequest }} props where the whole of it stands, when its jobs do not say it */
function State({ request }) {
  const { display_status: status, reason } = request;
  if (status === "nothing_to_do") {
    return html`<${Callout} tone="waiting" title="There was nothing to do"><p><${Reason} reason=${reason} full /></p><//>`;
  }
  if (isHeld(request)) {
    return html`
      <${Callout} tone="held" title=${html`<${Reason} reason=${reason} />`}>
        <p>${reason?.what_next}</p>
      <//>
    `;
  }
  return null;
}

/**
 * Whether all that is left of it waits for its backend, which the callout of its state says.
 *
 * @param {JobRequest} request
 */
function isHeld({ display_status: status, jobs }) {
  return status === "held" && jobs.length > 0;
}
