/** How often a backend's runner calls: the last day in words, the hours of a week for who opens it. */

import { listBackendCalls } from "../../api/backends.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { plural } from "../../lib/text.js";
import { useResource } from "../../state/resource.js";
import { html, useState } from "../../ui.js";
import { CallHours, callWords } from "./call-hours.js";

/** @import { FleetBackend } from "../../api/types" */

const RENEWED_MS = 60_000;

/** @param {{ row: FleetBackend }} props */
export function Calls({ row: { slug, calls } }) {
  const [open, setOpen] = useState(false);
  if (!calls.length) return null;
  const lately = calls.reduce((sum, each) => sum + each.last_day.calls, 0);
  const handleToggle = (/** @type {{ currentTarget: HTMLDetailsElement }} */ event) =>
    setOpen(event.currentTarget.open);
  return html`
    <details class="fleet__more" onToggle=${handleToggle}>
      <summary>${plural(lately, "call")} in the last 24 hours</summary>
      <ul class="fleet__list small">
        ${calls.map(
          (each) => html`
            <li key=${each.endpoint}><code>${each.endpoint}</code> ${callWords(each.last_day)}; since it was made ${callWords(each)}</li>
          `,
        )}
      </ul>
      ${open && html`<${Hours} slug=${slug} />`}
    </details>
  `;
}

/** @param {{ slug: string }} props */
function Hours({ slug }) {
  const { data, error, refresh } = useResource(
    (options) => listBackendCalls(slug, options),
    [slug],
    { everyMs: RENEWED_MS },
  );
  if (data.value) return html`<${CallHours} rows=${data.value.results} />`;
  if (error.value) return html`<${ErrorBox} error=${error.value} level=${3} onRetry=${refresh} />`;
  return html`<${Loading} lines=${3} />`;
}
