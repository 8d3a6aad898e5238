/** What stands at the side of Home: the backends at a glance, and everybody's newest requests. */

import { BackendStatus } from "../../components/backend-status.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { Sheet } from "../../components/sheet.js";
import { StatusShape } from "../../components/status.js";
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { statusWord } from "../../lib/statuses.js";
import { backends } from "../../state/backends.js";
import { html } from "../../ui.js";
import { loadWords, worstFirst } from "../backends/standing.js";

/** @import { JobRequestRow } from "../../api/types" */

export function BackendsGlance() {
  const { data, error, refresh } = backends;
  const known = data.value?.results;
  return html`
    <${Sheet} title="Backends" tools=${html`<a href=${paths.backends()}>All<span class="visually-hidden"> backends</span></a>`}>
      ${!known && (error.value ? html`<${ErrorBox} error=${error.value} level=${3} onRetry=${refresh} />` : html`<${Loading} />`)}
      <ul class="glance">
        ${worstFirst(known ?? []).map(
          (backend) => html`
            <li key=${backend.slug} class="glance__item">
              <span class="glance__line">
                <strong>${backend.name}</strong>
                <span class="muted small">${loadWords(backend)}</span>
              </span>
              <span class="glance__line">
                <${BackendStatus} backend=${backend} />
                ${backend.last_seen_at && html`<span class="faint small"><${Time} value=${backend.last_seen_at} style="ago" /></span>`}
              </span>
            </li>
          `,
        )}
      </ul>
    <//>
  `;
}

/** @param {{ rows: readonly JobRequestRow[] }} props */
export function EverybodysNewest({ rows }) {
  if (!rows.length) return null;
  return html`
    <${Sheet} title="Everybody’s newest" tools=${html`<a href=${paths.requests()}>All<span class="visually-hidden"> requests</span></a>`}>
      <ul class="glance">
        ${rows.map(
          (row) => html`
            <li key=${row.identifier} class="glance__item glance__line">
              <a class="glance__request name-link" href=${paths.request(row.number)}>
                <${StatusShape} status=${row.display_status} />
                <span class="visually-hidden">${statusWord(row.display_status)}: </span>
                <span class="break-anywhere">${row.workspace.name}</span>
              </a>
              <span class="faint small nowrap"><${Time} value=${row.created_at} style="ago" /></span>
            </li>
          `,
        )}
      </ul>
    <//>
  `;
}
