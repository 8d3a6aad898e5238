/** Where: the backends one may run on, each with what that means now. */

import { BackendStatus } from "../../components/backend-status.js";
import { Callout } from "../../components/callout.js";
import { RadioCards } from "../../components/form.js";
import { Loading } from "../../components/loading.js";
import { Sheet } from "../../components/sheet.js";
import { useNow } from "../../components/time.js";
import { plural } from "../../lib/text.js";
import { backends } from "../../state/backends.js";
import { changeQuery } from "../../state/location.js";
import { html } from "../../ui.js";
import { choiceLine } from "../backends/standing.js";

/** @import { Run } from "./use-run.js" */

/** @param {{ run: Run }} props */
export function BackendChoice({ run }) {
  const now = useNow(10_000);
  const may = run.backends.filter((backend) => backend.can_run).length;
  if (!backends.data.value) return html`<${Loading} />`;
  if (!may) {
    return html`<${Callout} tone="held" title="There is no backend that you may run on"><p>${run.backends[0]?.why_not ?? "No backend is set up yet."}</p><//>`;
  }
  return html`
    <${Sheet} title="Where" note="You may run on ${plural(may, "backend")}." padded class="backend-choice">
      <${RadioCards} name="backend" label="Backend" value=${run.backend} onPick=${(/** @type {string} */ backend) => changeQuery({ backend })}
        options=${run.backends.map((backend) => ({
          value: backend.slug,
          label: backend.name,
          hint: choiceLine(backend, now),
          badge: html`<${BackendStatus} backend=${backend} badge />`,
          disabled: !backend.can_run,
        }))} />
    <//>
  `;
}
