/** What a request that has no jobs was asked to run. */

import { DataTable } from "../../components/data-table.js";
import { Sheet } from "../../components/sheet.js";
import { html } from "../../ui.js";
import { PART_WORDS } from "./choice.js";

/** @import { JobRequest } from "../../api/types" */

/** @typedef {JobRequest["planned"][number]} Step */

const COLUMNS = [
  {
    key: "action",
    label: "Action",
    head: true,
    render: (/** @type {Step} */ { action }) =>
      html`<span class="mono break-anywhere">${action}</span>`,
  },
  {
    key: "decision",
    label: "In this request",
    render: (/** @type {Step} */ { decision }) => PART_WORDS[decision],
  },
  {
    key: "because",
    label: "Why",
    // The plan says "you chose it" to the one who asked; here anybody reads it.
    render: (/** @type {Step} */ { decision, because }) =>
      decision === "chosen" ? "asked for" : because,
  },
];

/** @param {{ request: JobRequest }} props */
export function Planned({ request: { planned, requested_actions: actions } }) {
  if (!planned.length) {
    return html`
      <${Sheet} title="Asked for" count=${actions.length} padded>
        <p class="mono break-anywhere">${actions.join(", ")}</p>
      <//>
    `;
  }
  return html`
    <${Sheet} title="Asked for" count=${planned.length} note="as planned when it was asked; the backend decides when it takes it">
      <${DataTable} caption="Actions of this request" columns=${COLUMNS} rows=${planned} rowKey=${(/** @type {Step} */ step) => step.action} />
    <//>
  `;
}
