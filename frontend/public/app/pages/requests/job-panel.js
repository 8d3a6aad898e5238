/** What the graph shows of the job that is selected. */

import { Button, CopyButton } from "../../components/button.js";
import { Reason } from "../../components/reason.js";
import { FactsList } from "../../components/sheet.js";
import { Status } from "../../components/status.js";
import { Duration, Time } from "../../components/time.js";
import { formatBytes, formatPercent } from "../../lib/numbers.js";
import { paths } from "../../lib/paths.js";
import { isUnfinished, statusSaid, statusWord } from "../../lib/statuses.js";
import { showToast } from "../../state/toasts.js";
import { html } from "../../ui.js";
import { HistoryWords } from "./comparison.js";

/** @import { Job, JobRequest } from "../../api/types" */
/** @import { Comparison } from "./comparison.js" */

/**
 * @param {{
 *   job: Job, request: JobRequest, silentSince: string | null, comparison: Comparison | undefined,
 *   onSelect: (action: string) => void
 * }} props `silentSince`: without contact since then
 */
export function JobPanel({ job, request, silentSince, comparison, onSelect }) {
  const neededBy = request.jobs.filter(({ needs }) => needs.includes(job.action));
  const { display_status: status } = job;
  const silent = silentSince !== null && isUnfinished(status);
  const running = status === "running";
  const word = silent ? `${statusWord(status)}, ${statusSaid(status, silentSince)}` : undefined;
  return html`
    <div class="job-panel">
      <div class="job-panel__main">
        <h3 class="job-panel__title" aria-live="polite"><code class="break-anywhere">${job.action}</code> <${Status} status=${status} word=${word} /></h3>
        <p><${Reason} reason=${job.reason} full failed=${status === "failed" || status === "not_run"} /></p>
        <${HistoryWords} comparison=${comparison} job=${job} silent=${silent} />
        ${job.attempts_total > 1 && html`<p class="muted">This is try ${job.attempts_total}; its page has the earlier ones.</p>`}
        ${job.log_path && html`<p><code class="path-box">${job.log_path}</code></p>`}
        <div class="job-panel__buttons">
          <${Button} small href=${paths.job(request.number, job.identifier)}>Open job<//>
          ${job.log_path && html`<${CopyButton} text=${job.log_path} label="Copy log path" onCopied=${() => showToast("Log path copied.")} />`}
        </div>
      </div>
      <${FactsList} items=${[
        {
          label: "Needs",
          value: html`<${ActionLinks} names=${job.needs} jobs=${request.jobs} onSelect=${onSelect} />`,
        },
        {
          label: "Needed by",
          value: html`<${ActionLinks} names=${neededBy.map(({ action }) => action)} jobs=${request.jobs} onSelect=${onSelect} />`,
        },
        { label: "Started", value: job.started_at && html`<${Time} value=${job.started_at} />` },
        {
          label: "Finished",
          value: job.completed_at && html`<${Time} value=${job.completed_at} />`,
        },
      ]} />
      <${FactsList} items=${[
        {
          label: running ? "Runs for" : "Took",
          value:
            running && silent
              ? "?"
              : html`<${Duration} seconds=${job.duration_s} since=${running ? job.started_at : null} />`,
        },
        ...metricFacts(job),
      ]} />
    </div>
  `;
}

/**
 * CPU and memory of a job as facts; empty where nothing was measured.
 *
 * @param {Pick<Job, "metrics">} job
 */
export function metricFacts({ metrics }) {
  if (!metrics) return [];
  const cpu = pair(metrics.cpu_mean, metrics.cpu_peak, formatPercent);
  const memory = pair(metrics.mem_mb_mean, metrics.mem_mb_peak, (mb) =>
    formatBytes(mb * 1_000_000),
  );
  return [
    { label: "CPU", value: cpu },
    { label: "Memory", value: memory },
  ];
}

/**
 * "mean 81 %, peak 95 %"; null without either.
 *
 * @param {number | null} mean
 * @param {number | null} peak
 * @param {(value: number) => string} format
 */
function pair(mean, peak, format) {
  const parts = [mean !== null && `mean ${format(mean)}`, peak !== null && `peak ${format(peak)}`];
  return parts.filter(Boolean).join(", ") || null;
}

/** @param {{ names: readonly string[], jobs: readonly Job[], onSelect: (action: string) => void }} props */
function ActionLinks({ names, jobs, onSelect }) {
  if (!names.length) return "nothing";
  const known = new Set(jobs.map(({ action }) => action));
  return names.map(
    (name, i) => html`
      ${i > 0 && ", "}
      ${
        known.has(name)
          ? html`<button key=${name} type="button" class="link-button mono break-anywhere" onClick=${() => onSelect(name)}>${name}</button>`
          : html`<span key=${name} class="mono break-anywhere">${name}</span>`
      }
    `,
  );
}
