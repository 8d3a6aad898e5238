/** The backends: how each stands, what runs and waits there. Worst first. */

import { BackendStatus } from "../../components/backend-status.js";
import { Button } from "../../components/button.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { Duration, Time, useNow } from "../../components/time.js";
import { formatDuration } from "../../lib/durations.js";
import { formatNumber } from "../../lib/numbers.js";
import { paths } from "../../lib/paths.js";
import { backendState } from "../../lib/statuses.js";
import { backends } from "../../state/backends.js";
import { useFollowed } from "../../state/resource.js";
import { html, useEffect } from "../../ui.js";
import { aheadOf, stopWords, summaryOf, troubleOf, worstFirst } from "./standing.js";

/** @import { Backend } from "../../api/types" */

export default function BackendsPage() {
  const { data, error, refresh } = backends;
  // The shell asks now and then; whoever looks at this page wants it sooner.
  useEffect(() => {
    refresh();
  }, []);
  useFollowed(backends, ["backends", "requests"]);
  const known = data.value?.results;

  return html`
    <${PageHead} title="Backends">
      ${known && known.length > 0 && html`<p class="muted">${summaryOf(known)}</p>`}
    <//>
    ${!known && (error.value ? html`<${ErrorBox} error=${error.value} onRetry=${refresh} />` : html`<${Loading} />`)}
    ${
      known?.length === 0 &&
      html`<${Empty} level=${2} title="No backends yet">When an operator adds a backend, it stands here with its last contact.<//>`
    }
    ${known && worstFirst(known).map((backend) => html`<${BackendSheet} key=${backend.slug} backend=${backend} />`)}
  `;
}

/** @param {{ backend: Backend }} props */
function BackendSheet({ backend }) {
  const now = useNow(10_000);
  const { tone } = backendState(backend);
  const trouble = troubleOf(backend, now);
  const ahead = aheadOf(backend, now);
  const stop = stopWords(backend, now);
  const id = `backend-${backend.slug}`;
  return html`
    <section class="backend sheet ${trouble && backend.contact !== "never" ? `backend--troubled tone--${tone}` : ""}" aria-labelledby=${id}>
      <div class="sheet__head">
        <h2 class="sheet__title" id=${id}>${backend.name}</h2>
        <span class="mono muted">${backend.slug}</span>
        <${BackendStatus} backend=${backend} badge />
        <div class="sheet__tools">
          <${Button} small href=${paths.requests({ backend: backend.slug, unfinished: true })}>Unfinished requests<//>
        </div>
      </div>
      ${
        trouble &&
        backend.contact !== "never" &&
        html`<p class="backend__trouble"><strong>${trouble.what}</strong> ${trouble.more}</p>`
      }
      ${stop && html`<p class="backend__trouble"><strong>${stop}</strong> What is asked for goes on.</p>`}
      ${ahead && html`<p class="backend__trouble muted">${ahead}</p>`}
      <dl class="backend__figures">
        <${Figure} label="Last contact" value=${backend.last_seen_at ? html`<${Time} value=${backend.last_seen_at} style="ago" />` : "never"}
          note=${backend.last_seen_at ? `limit ${formatDuration(backend.alert_timeout_s)}` : "no runner has asked yet"} />
        <${Figure} label="Oldest waiting" value=${html`<${Duration} since=${backend.oldest_waiting_at} />`}
          note=${backend.oldest_waiting_at ? "since it was asked for" : "nothing waits"} />
        <${Figure} label="Waiting jobs" value=${formatNumber(backend.waiting_jobs)} note=${requestsNote(backend.waiting_requests)} />
        <${Figure} label="Running jobs" value=${backend.contact === "silent" ? "?" : formatNumber(backend.running_jobs)}
          note=${backend.contact === "silent" ? `${formatNumber(backend.running_jobs)} when last heard` : requestsNote(backend.running_requests)} />
      </dl>
    </section>
  `;
}

/** @param {number} requests */
function requestsNote(requests) {
  if (!requests) return "no request";
  return requests === 1 ? "of 1 request" : `of ${formatNumber(requests)} requests`;
}

/** @param {{ label: string, value: import("../../ui").Child, note: string }} props */
function Figure({ label, value, note }) {
  return html`
    <div class="backend__figure">
      <dt>${label}</dt>
      <dd class="backend__value">${value}</dd>
      <dd class="backend__note">${note}</dd>
    </div>
  `;
}
