/** A request beside the runs before it: how long each action took, and how it ended. */

import { compareJobRequest } from "../../api/job-requests.js";
import { Button } from "../../components/button.js";
import { DataTable } from "../../components/data-table.js";
import { Sheet } from "../../components/sheet.js";
import { Status } from "../../components/status.js";
import { Duration, Time, useWords } from "../../components/time.js";
import { formatDuration } from "../../lib/durations.js";
import { paths } from "../../lib/paths.js";
import { plural } from "../../lib/text.js";
import { useResource } from "../../state/resource.js";
import { html, useState } from "../../ui.js";

/** @import { Answer, Job, JobRequest } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */

const RENEWED_MS = 10_000;

/** @typedef {Answer<"compareJobRequest">["results"][number]} Comparison */
/** @typedef {Comparison & { job: Job }} Row */

/**
 * By action; empty until it is here. It is read anew when another job has appeared, not at every
 * change: what was before stays as it was.
 *
 * @param {Pick<JobRequest, "identifier"> & { jobs: readonly { action: string }[] }} request
 * @returns {ReadonlyMap<string, Comparison>}
 */
export function useComparison({ identifier, jobs }) {
  const { data } = useResource(
    async (options) => (jobs.length ? compareJobRequest(identifier, options) : null),
    [identifier, jobs.map(({ action }) => action).join()],
  );
  return new Map(data.value?.results.map((found) => [found.action, found]));
}

/** @param {{ request: JobRequest, comparison: ReadonlyMap<string, Comparison> }} props */
export function ComparisonSheet({ request, comparison }) {
  const [open, setOpen] = useState(false);
  const rows = request.jobs.flatMap((job) => {
    const found = comparison.get(job.action);
    return found?.last ? [{ ...found, job }] : [];
  });
  if (!rows.length) return null;
  const tools = html`<${Button} small aria-expanded=${open ? "true" : "false"} onClick=${() => setOpen(!open)}>${open ? "Hide" : "Show"}<//>`;
  return html`
    <${Sheet} title="Compared with the last time" note="${plural(rows.length, "action")} that ran here before" tools=${tools}>
      ${
        open &&
        html`<${DataTable} caption="Each action and the last time that it ran here" columns=${COLUMNS} rows=${rows}
          rowKey=${(/** @type {Row} */ { job }) => job.identifier} />`
      }
    <//>
  `;
}

/** @type {Column<Row>[]} */
const COLUMNS = [
  {
    key: "action",
    label: "Action",
    head: true,
    render: ({ action }) => html`<code class="break-anywhere">${action}</code>`,
  },
  {
    key: "now",
    label: "This time",
    render: ({ job }) =>
      html`<${Status} status=${job.display_status} /> <${LengthOf} job=${job} />`,
  },
  {
    key: "last",
    label: "Last time",
    render: ({ last }) =>
      last &&
      html`<${Status} status=${last.display_status} /> ${last.duration_s !== null && html`<${Duration} seconds=${last.duration_s} />`}`,
  },
  {
    key: "usual",
    label: "Usually",
    end: true,
    render: ({ usual_s: seconds }) => seconds !== null && html`<${Duration} seconds=${seconds} />`,
  },
  {
    key: "when",
    label: "When",
    render: ({ last }) =>
      last &&
      html`<a href=${paths.request(last.job_request_number)}>Request ${last.job_request_number}</a>, <${Time} value=${last.at} />`,
  },
  {
    key: "changes",
    label: "Changes",
    render: ({ last }) =>
      last?.compare_url
        ? html`<a href=${last.compare_url} aria-label="Compare commits of request ${last.job_request_number} and this one">compare commits</a>`
        : "same commit",
  },
];

/** @param {{ job: Job }} props */
function LengthOf({ job: { display_status: status, duration_s: seconds, started_at: since } }) {
  if (status === "running") return html`<${Duration} since=${since} />`;
  return seconds === null ? null : html`<${Duration} seconds=${seconds} />`;
}

/**
 * What the runs before say of a job, and how long it runs by now.
 *
 * @param {{ comparison: Comparison | undefined, job: Job, silent?: boolean }} props `silent`: nobody
 *   knows whether it still runs
 */
export function HistoryWords({ comparison, job, silent = false }) {
  const { display_status: status, started_at: since } = job;
  const running = status === "running" && !silent && since !== null;
  const words = useWords(running ? RENEWED_MS : null, (now) =>
    historyWords(comparison, running ? (now - Date.parse(since)) / 1000 : null),
  );
  return words && html`<p class="muted">${words}</p>`;
}

/**
 * What the runs before say of a job: "Usually takes 12 min. It also failed 3 times this week." One
 * that runs for longer: "Usually takes 12 min, now 40 min."
 *
 * @param {Comparison | undefined} comparison
 * @param {number | null} [runningS] how long it runs by now; null where it does not
 */
export function historyWords(comparison, runningS = null) {
  if (!comparison) return "";
  const { usual_s: usual, failed_this_week: failures } = comparison;
  const words = [];
  if (usual !== null) {
    const now = runningS !== null && runningS > usual ? `, now ${formatDuration(runningS)}` : "";
    words.push(`Usually takes ${formatDuration(usual)}${now}.`);
  }
  if (failures)
    words.push(`It also failed ${failures === 1 ? "once" : `${failures} times`} this week.`);
  return words.join(" ");
}
