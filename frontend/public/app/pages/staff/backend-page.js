/** One backend, for those who manage it: its switch, maintenance, tokens, members, calls. */

import { getBackend, listBackendCalls, listBackendEvents } from "../../api/backends.js";
import { BackendStatus } from "../../components/backend-status.js";
import { Callout } from "../../components/callout.js";
import { ErrorBox } from "../../components/error-box.js";
import { History } from "../../components/history.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { Columns, FactsList, Sheet } from "../../components/sheet.js";
import { Time } from "../../components/time.js";
import { formatNumber } from "../../lib/numbers.js";
import { paths } from "../../lib/paths.js";
import { plural } from "../../lib/text.js";
import { backends } from "../../state/backends.js";
import { useHistory } from "../../state/history.js";
import { useResource } from "../../state/resource.js";
import { html, useState } from "../../ui.js";
import { BackendMembers } from "./backend-members.js";
import { BackendSettings, Maintenance } from "./backend-settings.js";
import { NewRuns } from "./backend-stop.js";
import { BackendTokens } from "./backend-tokens.js";
import { CallHours } from "./call-hours.js";
import { StaffFrame } from "./staff-frame.js";

/** @import { Backend } from "../../api/types" */
/** @import { PageProps } from "../../router.js" */

const TRAIL = [{ label: "Backends", href: paths.staffBackends() }];

/** @param {PageProps} props */
export default function StaffBackendPage({ params: { slug }, query }) {
  return html`<${StaffFrame} here="backends"><${BackendDetail} slug=${slug} query=${query} /><//>`;
}

/** @param {{ slug: string, query: URLSearchParams }} props */
function BackendDetail({ slug, query }) {
  const { data, error, refresh, set } = useResource(
    (options) => getBackend(slug, options),
    [slug],
    { live: ["backends", "record:backend", `requests-on:${slug}`] },
  );
  const [turn, setTurn] = useState(0);
  const backend = data.value;
  if (!backend) {
    return html`
      <${PageHead} title=${slug} trail=${TRAIL} />
      ${error.value ? html`<${ErrorBox} error=${error.value} onRetry=${refresh} />` : html`<${Loading} />`}
    `;
  }
  const handleChange = (/** @type {Backend} */ changed) => {
    set(changed);
    backends.refresh();
  };
  const handleTurn = () => setTurn((last) => last + 1);
  const { manage, manage_members: manageMembers } = backend.can;
  const aside = html`
    <${Facts} backend=${backend} />
    ${manage.allowed && html`<${Calls} slug=${slug} />`}
    <${Past} backend=${backend} turn=${turn} />
  `;
  return html`
    <${PageHead} title=${backend.name} trail=${TRAIL} badge=${html`<${BackendStatus} backend=${backend} badge />`} facts=${[
      { key: "slug", content: html`<span class="mono">${slug}</span>` },
      backend.stop && { key: "stop", content: html`<span class="tag">no new runs</span>` },
      !backend.is_active && { key: "off", content: html`<span class="tag">off</span>` },
      {
        key: "requests",
        content: html`<a href=${paths.staffRequests({ backend: slug })}>Its requests</a>`,
      },
    ]} />
    ${
      !manage.allowed &&
      html`<${Callout} tone="held" title="You can view this backend but not change it"><p>${manage.why_not}</p><//>`
    }
    <${Columns} aside=${aside}>
      ${
        manage.allowed &&
        html`
          <${NewRuns} backend=${backend} onChange=${handleChange} onReload=${refresh} />
          <${Maintenance} backend=${backend} onChange=${handleChange} onReload=${refresh} />
          <${BackendSettings} backend=${backend} onChange=${handleChange} onReload=${refresh} />
          <${BackendTokens} backend=${backend} onDone=${handleTurn} />
        `
      }
      ${manageMembers.allowed && html`<${BackendMembers} backend=${backend} cursor=${query.get("members")} onDone=${handleTurn} />`}
    <//>
  `;
}

/** @param {{ backend: Backend }} props */
function Facts({ backend }) {
  return html`
    <${Sheet} title="Now" padded>
      <${FactsList} items=${[
        {
          label: "Last contact",
          value: backend.last_seen_at
            ? html`<${Time} value=${backend.last_seen_at} style="ago" />`
            : "never",
        },
        {
          label: "Waiting",
          value: loadOf(backend.waiting_jobs, backend.waiting_requests),
        },
        {
          label: "Running",
          value: loadOf(backend.running_jobs, backend.running_requests),
        },
      ]} />
    <//>
  `;
}

/**
 * @param {number} jobs
 * @param {number} requests
 */
function loadOf(jobs, requests) {
  return requests ? `${plural(jobs, "job")} of ${plural(requests, "request")}` : "nothing";
}

/** @param {{ slug: string }} props */
function Calls({ slug }) {
  const { data, error, refresh } = useResource(
    (options) => listBackendCalls(slug, options),
    [slug],
    { live: ["backends"] },
  );
  const rows = data.value?.results;
  return html`
    <${Sheet} title="Calls of its runner" padded>
      ${!rows && (error.value ? html`<${ErrorBox} error=${error.value} level=${3} onRetry=${refresh} />` : html`<${Loading} lines=${2} />`)}
      ${rows?.length === 0 && html`<p class="muted">None yet.</p>`}
      ${
        rows &&
        rows.length > 0 &&
        html`<${FactsList} items=${rows.map(({ endpoint, calls, last_call_at: at }) => ({
          label: endpoint,
          value: html`${formatNumber(calls)}<span class="muted">, last <${Time} value=${at} style="ago" /></span>`,
        }))} />
        <${CallHours} rows=${rows} />`
      }
    <//>
  `;
}

/** @param {{ backend: Backend, turn: number }} props */
function Past({ backend: { slug, version }, turn }) {
  const history = useHistory(
    (query, options) => listBackendEvents(slug, { ...query, limit: 10 }, options),
    [slug, version, turn],
    { live: ["record:backend"] },
  );
  return html`<${Sheet} title="History"><${History} ...${history} /><//>`;
}
