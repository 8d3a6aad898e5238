/** A job: how it stands and why, when it waited and ran, what it ran. */

import { cancelJobRequest } from "../../api/job-requests.js";
import { getJobOfRequest } from "../../api/jobs.js";
import { Button, CopyButton } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { CommitLink } from "../../components/commit-link.js";
import { ConfirmDialog } from "../../components/dialog.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { Reason } from "../../components/reason.js";
import { BottomBar, Columns, FactsList, Sheet } from "../../components/sheet.js";
import { StatusBadge } from "../../components/status.js";
import { Duration, Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { isUnfinished, statusSaid, statusTone } from "../../lib/statuses.js";
import { backends } from "../../state/backends.js";
import { herePath } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { user } from "../../state/session.js";
import { useTabIcon } from "../../state/tab-icon.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";
import { BackendCallouts } from "../backends/callouts.js";
import { JobCancel } from "../requests/cancel-stages.js";
import { HistoryWords, useComparison } from "../requests/comparison.js";
import { metricFacts } from "../requests/job-panel.js";
import { Waited } from "../requests/waited.js";
import { Attempts } from "./attempts.js";

/** @import { ApiProblem } from "../../api/client.js" */
/** @import { JobDetail } from "../../api/types" */
/** @import { PageProps } from "../../router.js" */
/** @import { Resource } from "../../state/resource.js" */

/** @param {PageProps} props */
export default function JobPage({ params }) {
  const resource = useResource(
    (options) => getJobOfRequest(params.identifier, params.job, options),
    [],
    { live: (job) => (job ? [`job-request:${job.job_request.identifier}`] : []) },
  );
  const job = resource.data.value;
  if (job) return html`<${Full} job=${job} resource=${resource} />`;

  const error = resource.error.value;
  return html`
    <${PageHead} title="Job ${params.job}" trail=${[{ label: "Requests", href: paths.requests() }]} />
    ${
      error
        ? html`<${ErrorBox} error=${error} onRetry=${resource.refresh} signInHref=${user.value ? undefined : paths.signIn(herePath())}
            actions=${html`<${Button} small href=${paths.request(params.identifier)}>The request<//>`} />`
        : html`<${Loading} lines=${8} />`
    }
  `;
}

/** @param {{ job: JobDetail, resource: Resource<JobDetail> }} props */
function Full({ job, resource }) {
  const [cancelling, setCancelling] = useState(false);
  const { job_request: request, display_status: status } = job;
  const silent = request.contact === "silent" && isUnfinished(status);
  const comparison = useComparison({ identifier: request.identifier, jobs: [job] }).get(job.action);
  const silentSince = silent ? lastHeard(job) : null;
  useTabIcon(silent ? "unknown" : status);
  const actions =
    isUnfinished(status) &&
    html`<${CancelButton} job=${job} onCancel=${() => setCancelling(true)} />`;
  return html`
    <${PageHead} title=${html`<span class="mono break-anywhere">${job.action}</span>`} documentTitle="${job.action}, ${statusSaid(status, silentSince)}"
      badge=${html`<${StatusBadge} status=${status} asOf=${silentSince} />`} actions=${actions}
      trail=${[
        { label: "Workspaces", href: paths.workspaces() },
        { label: request.workspace.name, href: paths.workspace(request.workspace.name) },
        { label: `Request ${request.number}`, href: paths.request(request.number) },
      ]}
      facts=${[
        {
          key: "request",
          content: html`Job of <a href=${paths.request(request.number)}>request ${request.number}</a>`,
        },
        {
          key: "by",
          icon: "person",
          content: html`<strong>${request.created_by.name}</strong> asked <${Time} value=${request.created_at} />`,
        },
        {
          key: "backend",
          icon: "backend",
          content: html`Backend <a href=${paths.backends()}>${request.backend.name}</a>`,
        },
        {
          key: "commit",
          icon: "commit",
          content: html`<${CommitLink} commit=${request.commit} />`,
        },
      ]} />
    ${job.unlisted_since && html`<${Unlisted} job=${job} since=${job.unlisted_since} />`}
    <${Why} job=${job} silent=${silent} />
    <${HistoryWords} comparison=${comparison} job=${job} silent=${silent} />
    ${isUnfinished(status) && html`<${BackendCallouts} slug=${request.backend.slug} what="This job" withHold=${status !== "held"} />`}
    ${job.cancel && html`<${JobCancel} job=${job} />`}
    <${Columns} aside=${html`<${Times} job=${job} silent=${silent} />`}>
      <${What} job=${job} />
      <${Attempts} job=${job} />
    <//>
    ${actions && html`<${BottomBar} phoneOnly actions=${actions} />`}
    ${cancelling && html`<${CancelJob} job=${job} onDone=${resource.refresh} onClose=${() => setCancelling(false)} />`}
  `;
}

/** @param {JobDetail} job */
function lastHeard({ job_request: request, news_at: at }) {
  const known = backends.data.value?.results.find(({ slug }) => slug === request.backend.slug);
  return known?.last_seen_at ?? at;
}

/** @param {{ job: JobDetail, since: string }} props that its runner has it no longer, as after a rebuild */
function Unlisted({ job: { action, display_status: status, job_request: request }, since }) {
  return html`
    <${Callout} tone="waiting" title=${html`${request.backend.name} reports this job no longer, since <${Time} value=${since} style="since" />`}
      actions=${html`<${Button} small href=${paths.request(request.number, { action })}>${action} in the request<//>`}>
      <p>
        ${status === "unknown" && "It had not ended then, and nobody knows what became of it. "}
        The request shows how <code class="break-anywhere">${action}</code> stands now.
      </p>
    <//>
  `;
}

/** @param {{ job: JobDetail, silent: boolean }} props why it is where it is, and what a failure means */
function Why({ job, silent }) {
  const { reason, display_status: status, log_path: log, job_request: request } = job;
  return html`
    ${
      reason &&
      reason.code !== "unlisted" &&
      html`<${Callout} tone=${statusTone(status)} title=${html`<${Reason} reason=${reason} />`}
        actions=${log && html`<${CopyButton} text=${log} label="Copy log path" onCopied=${() => showToast("Log path copied.")} />`}>
        <p>${reason.what_next}</p>
        ${!isExplainedFailure(job) && reason.since && html`<p class="muted">Since <${Time} value=${reason.since} />.</p>`}
        ${log && html`<p>Its log: <code class="path-box">${log}</code></p>`}
        ${isExplainedFailure(job) && job.status_message && job.status_message !== reason.text && html`<p class="muted break-anywhere">The runner says: ${job.status_message}</p>`}
      <//>`
    }
    ${
      silent &&
      reason?.code !== "backend_switched_off" &&
      html`<${Callout} tone="held" title=${html`No contact with ${request.backend.name} since <${Time} value=${lastHeard(job)} style="since" />`}>
        <p>The job may still run; its state is as of then.</p>
      <//>`
    }
    ${
      job.is_stale &&
      !silent &&
      html`<${Callout} tone="held" title=${html`No news of this job since <${Time} value=${job.news_at} style="since" />`}>
        <p>${request.backend.name} is heard, but has said nothing of this job. Its operators can see why.</p>
      <//>`
    }
  `;
}

/**
 * Whether it failed and the head of the page says why, its runner's message with it.
 *
 * @param {JobDetail} job
 */
function isExplainedFailure({ reason, display_status: status }) {
  return reason !== null && (status === "failed" || status === "not_run");
}

/** @param {{ job: JobDetail }} props */
function What({ job }) {
  return html`
    <${Sheet} title="What it runs" padded>
      ${job.run_command ? html`<pre class="run-command"><code>${job.run_command}</code></pre>` : html`<p class="muted">The runner has not said what it runs.</p>`}
      <${FactsList} items=${[
        {
          label: "Needs",
          value: job.needs.length
            ? html`<span class="mono break-anywhere"><${Needs} job=${job} /></span>`
            : "nothing",
        },
        { label: "Reads the database", value: job.is_database_action ? "yes" : "no" },
        { label: "Identifier", value: html`<code class="break-anywhere">${job.identifier}</code>` },
        { label: "Status of the runner", value: html`<code>${job.status}</code>` },
        { label: "Code", value: job.status_code ? html`<code>${job.status_code}</code>` : null },
        { label: "Message", value: (!isExplainedFailure(job) && job.status_message) || null },
        { label: "Trace", value: traceOf(job) },
      ]} />
    <//>
  `;
}

/** @param {{ job: JobDetail }} props each need, as its request shows it */
function Needs({ job: { needs, job_request: request } }) {
  return needs.map(
    (action, i) =>
      html`${i > 0 && ", "}<a key=${action} href=${paths.request(request.number, { action })}>${action}</a>`,
  );
}

/** @param {JobDetail} job with how its runner traced it, where the reader is staff */
function traceOf({ trace_context: context }) {
  const found = /** @type {{ traceparent?: unknown } | null} */ (context)?.traceparent;
  return typeof found === "string" ? html`<code class="break-anywhere">${found}</code>` : null;
}

/** @param {{ job: JobDetail, silent: boolean }} props */
function Times({ job, silent }) {
  const running = job.display_status === "running";
  return html`
    <${Sheet} title="Times" padded>
      <${FactsList} items=${[
        { label: "Created", value: html`<${Time} value=${job.created_at} />` },
        {
          label: "Waited",
          value: html`<${Waited} job=${job} />`,
        },
        { label: "Started", value: job.started_at && html`<${Time} value=${job.started_at} />` },
        {
          label: "Finished",
          value: job.completed_at && html`<${Time} value=${job.completed_at} />`,
        },
        {
          label: running ? "Runs for" : "Took",
          value:
            job.started_at &&
            (running && silent
              ? "?"
              : html`<${Duration} seconds=${job.duration_s} since=${running ? job.started_at : null} />`),
        },
        {
          label: "Last report",
          value: job.updated_at && html`<${Time} value=${job.updated_at} style="ago" />`,
        },
        ...metricFacts(job),
      ]} />
    <//>
  `;
}

/** @param {{ job: JobDetail, onCancel: () => void }} props */
function CancelButton({ job: { can }, onCancel }) {
  const { allowed, why_not: whyNot } = can.cancel;
  return html`
    <div class="may-not">
      <${Button} changes kind="danger" disabled=${!allowed} aria-describedby=${allowed ? undefined : "why-no-cancel"} onClick=${onCancel}>Cancel this job…<//>
      ${!allowed && html`<p class="may-not__why" id="why-no-cancel">${whyNot} ${!user.value && html`<a href=${paths.signIn(herePath())}>Sign in</a>`}</p>`}
    </div>
  `;
}

/** @param {{ job: JobDetail, onDone: () => void, onClose: () => void }} props */
function CancelJob({ job, onDone, onClose }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState(/** @type {ApiProblem | null} */ (null));
  const { job_request: request, action } = job;
  const handleConfirm = async () => {
    setBusy(true);
    try {
      await cancelJobRequest(request.identifier, [action]);
      showToast(`Cancel of ${action} sent.`);
      onDone();
      onClose();
    } catch (problem) {
      setError(/** @type {ApiProblem} */ (problem));
      setBusy(false);
    }
  };
  return html`
    <${ConfirmDialog} title="Cancel 1 job?" confirm="Cancel ${action}" keep="Keep it" busy=${busy && "Sending…"} onConfirm=${handleConfirm} onClose=${onClose}>
      <p>
        ${request.backend.name} is told at its next contact.
        ${job.started_at && html` What <code>${action}</code> has computed is lost.`} Jobs that need it will not run.
      </p>
      ${error && html`<div role="alert"><${ErrorBox} error=${error} level=${3} title="Nothing is cancelled" /></div>`}
    <//>
  `;
}
