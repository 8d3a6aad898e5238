/** Every backend at a glance, and the details of one, for those who manage them. */

import { cancelWaiting, getFleet, resumeFleet, stopFleet } from "../../api/fleet.js";
import { BackendStatus } from "../../components/backend-status.js";
import { Button } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { ConfirmDialog } from "../../components/dialog.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { FactsList, Sheet } from "../../components/sheet.js";
import { Time, useNow } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { errorsByField } from "../../lib/problems.js";
import { plural } from "../../lib/text.js";
import { useAction } from "../../state/action.js";
import { backends } from "../../state/backends.js";
import { changeQuery } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { showToast } from "../../state/toasts.js";
import { html, useRef, useState } from "../../ui.js";
import { stopWords, worstFirst } from "../backends/standing.js";
import { expiryOf } from "../tokens/expiry.js";
import { StopFields, useStopFields } from "./backend-stop.js";
import { Calls } from "./calls.js";
import { FleetOverview } from "./fleet-overview.js";
import { RunsChart } from "./runs-chart.js";
import { StaffFrame } from "./staff-frame.js";

/** @import { FleetBackend } from "../../api/types" */
/** @import { PageProps } from "../../router.js" */

const RENEWED_MS = 10_000;

/** @param {PageProps} props the query names the backend whose details are shown, else the worst is */
export default function FleetPage({ query }) {
  return html`<${StaffFrame} here="fleet"><${Fleet} slug=${query.get("backend")} /><//>`;
}

/** @param {FleetBackend} row */
const choose = ({ slug }) => changeQuery({ backend: slug });

/** @param {{ slug: string | null }} props */
function Fleet({ slug }) {
  const { data, error, refresh } = useResource(getFleet, [], {
    live: ["backends", "record:backend", "requests"],
  });
  const [stopping, setStopping] = useState(false);
  const [cancelling, setCancelling] = useState(/** @type {FleetBackend | null} */ (null));
  const { busy, error: resumeError, run } = useAction();
  const rows = data.value && worstFirst(data.value.results);
  const worst = useRef(/** @type {string | null} */ (null)); // when the page came: it stays
  worst.current ??= rows?.[0]?.slug ?? null;
  const chosen =
    rows?.find((row) => row.slug === slug) ?? rows?.find((row) => row.slug === worst.current);
  const everywhere = data.value?.stop;
  const now = useNow(RENEWED_MS);
  const handleDone = () => {
    refresh();
    backends.refresh();
  };
  const handleResume = async () => {
    if (!(await run(resumeFleet))) return;
    showToast("The stop of all new runs has ended.");
    handleDone();
  };
  const actions =
    rows &&
    (everywhere
      ? html`<${Button} busy=${busy && "Sending…"} onClick=${handleResume}>Take new runs everywhere<//>`
      : html`<${Button} changes onClick=${() => setStopping(true)}>Stop new runs everywhere…<//>`);
  return html`
    <${PageHead} title="Fleet" actions=${actions}>
      <p class="muted">Runs of the last day and week, by when they were asked for. Times of days are in UTC.</p>
    <//>
    ${resumeError && html`<${ErrorBox} error=${resumeError} title="Nothing was changed" />`}
    ${error.value && html`<${ErrorBox} error=${error.value} onRetry=${refresh} />`}
    ${!rows && !error.value && html`<${Loading} />`}
    ${
      everywhere &&
      html`<${Callout} tone="held" title=${stopWords({ name: "", stop: everywhere }, now)}><p>What is asked for already goes on.</p><//>`
    }
    ${rows?.length === 0 && html`<${Sheet}><${Empty} level=${2} title="No backends yet">When one is made, it stands here.<//><//>`}
    ${
      rows &&
      chosen &&
      html`
        <${FleetOverview} rows=${rows} chosen=${chosen} onChoose=${choose} />
        <${One} key=${chosen.slug} row=${chosen} onCancel=${() => setCancelling(chosen)} />
      `
    }
    ${stopping && html`<${StopDialog} onDone=${handleDone} onClose=${() => setStopping(false)} />`}
    ${cancelling && html`<${CancelDialog} row=${cancelling} onDone=${handleDone} onClose=${() => setCancelling(null)} />`}
  `;
}

const hourOf = (/** @type {string} */ at) =>
  new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
const dayOf = (/** @type {string} */ at) =>
  new Date(at).toLocaleDateString("en-GB", { weekday: "short", day: "numeric", timeZone: "UTC" });

/** @param {{ row: FleetBackend, onCancel: () => void }} props */
function One({ row, onCancel }) {
  return html`
    <${Sheet} padded title=${html`<a href=${paths.staffBackend(row.slug)}>${row.name}</a>`}
      note=${html`<${BackendStatus} backend=${row} />`}
      tools=${(row.waiting_requests > 0 || row.waiting_jobs > 0) && html`<${Button} changes small aria-label="Cancel what waits on ${row.name}…" onClick=${onCancel}>Cancel what waits…<//>`}>
      <div class="fleet">
        <${FactsList} items=${factsOf(row)} />
        <${RunsChart} label="24 hours" slots=${row.by_hour} nameOf=${hourOf} />
        <${RunsChart} label="7 days" slots=${row.by_day} nameOf=${dayOf} />
        <${Refused} row=${row} />
        <${Calls} row=${row} />
        <${Tokens} row=${row} />
      </div>
    <//>
  `;
}

/** @param {FleetBackend} row */
function factsOf(row) {
  return [
    {
      label: "Last contact",
      value: row.last_seen_at ? html`<${Time} value=${row.last_seen_at} style="ago" />` : "never",
    },
    {
      label: "From",
      value: row.last_address
        ? html`<span class="mono">${row.last_address}</span> <span class="muted break-anywhere">${row.last_client}</span>`
        : null,
    },
    {
      label: "Mode",
      value: row.mode_since
        ? html`${row.mode === "paused" ? "paused" : "maintenance"} since <${Time} value=${row.mode_since} style="short" />`
        : "taking jobs",
    },
    {
      label: "Waiting",
      value: row.oldest_waiting_at
        ? html`${plural(row.waiting_requests, "request")}, the oldest <${Time} value=${row.oldest_waiting_at} style="ago" />`
        : "nothing",
    },
    {
      label: "Running",
      value: row.running_requests
        ? `${plural(row.running_jobs, "job")} of ${plural(row.running_requests, "request")}`
        : "nothing",
    },
  ];
}

/** @param {{ row: FleetBackend }} props */
function Refused({ row: { refused } }) {
  if (!refused.length)
    return html`<p class="fleet__more muted">None of its calls was refused lately.</p>`;
  return html`
    <details class="fleet__more">
      <summary>Refused calls, the last <${Time} value=${refused[0].at} style="short" /></summary>
      <ul class="fleet__list small">
        ${refused.map(
          (call) => html`
            <li key=${call.at + call.reason}><${Time} value=${call.at} style="short" /> <code>${call.path}</code> <strong>${call.status}</strong> ${call.reason}</li>
          `,
        )}
      </ul>
    </details>
  `;
}

/** @param {{ row: FleetBackend }} props */
function Tokens({ row: { slug, tokens } }) {
  if (!tokens.length) {
    return html`<p class="fleet__more muted">It has no live token. <a href=${paths.staffBackend(slug)}>Make one</a></p>`;
  }
  const unused = tokens.filter((token) => token.unused).length;
  return html`
    <details class="fleet__more">
      <summary>${plural(tokens.length, "live token")}${unused > 0 && `, ${unused} unused for a month`}</summary>
      <ul class="fleet__list small">
        ${tokens.map(
          (token) => html`
            <li key=${token.id}><strong>${token.name}</strong> ${token.state === "retiring" && html`<span class="tag">retiring</span>`}
              ${token.unused && html`<span class="tag">unused</span>`} ${expiryOf(token, Date.now()).text}, ${
                token.last_used_at
                  ? html`last used <${Time} value=${token.last_used_at} style="ago" />`
                  : "never used"
              }</li>
          `,
        )}
      </ul>
    </details>
  `;
}

/** @param {{ onDone: () => void, onClose: () => void }} props */
function StopDialog({ onDone, onClose }) {
  const { value, setValue, body } = useStopFields();
  const { busy, error, run } = useAction();
  const errors = errorsByField(error);
  const handleConfirm = async () => {
    if (!(await run(() => stopFleet(body)))) return;
    showToast("No backend takes new runs.");
    onDone();
    onClose();
  };
  return html`
    <${ConfirmDialog} title="Stop new runs everywhere?" confirm="Stop new runs" keep="Take them" busy=${busy && "Stopping…"} onConfirm=${handleConfirm} onClose=${onClose}>
      <p>Nobody can ask for runs until then, also on backends that are made meanwhile; what is asked for already goes on.</p>
      ${error && !errors.until && html`<${ErrorBox} error=${error} level=${3} title="Nothing was stopped" />`}
      <${StopFields} value=${value} error=${errors.until} onInput=${setValue} />
    <//>
  `;
}

/** @param {{ row: FleetBackend, onDone: () => void, onClose: () => void }} props */
function CancelDialog({ row, onDone, onClose }) {
  const { busy, error, run } = useAction();
  const handleConfirm = async () => {
    const done = await run(() => cancelWaiting(row.slug));
    if (!done) return;
    showToast(`What waited on ${row.name} is cancelled, of ${plural(done.cancelled, "request")}.`);
    onDone();
    onClose();
  };
  const amounts = [
    row.waiting_requests && plural(row.waiting_requests, "request"),
    row.waiting_jobs && plural(row.waiting_jobs, "waiting job"),
  ].filter(Boolean);
  return html`
    <${ConfirmDialog} title="Cancel ${amounts.join(" and ")}?" confirm="Cancel what waits" keep="Keep them" busy=${busy && "Cancelling…"} onConfirm=${handleConfirm} onClose=${onClose}>
      <p>
        Everything that waits on <strong>${row.name}</strong> is cancelled, whoever asked for it: requests of which nothing
        runs, and the waiting jobs of those that run in part. What runs goes on.
      </p>
      ${error && html`<${ErrorBox} error=${error} level=${3} title="Nothing was cancelled" />`}
    <//>
  `;
}
