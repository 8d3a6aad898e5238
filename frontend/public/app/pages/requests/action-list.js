/** What, as a list: each action with its newest state and its part in the request. */

import { DataTable } from "../../components/data-table.js";
import { Empty } from "../../components/empty.js";
import { SearchField } from "../../components/filters.js";
import { Sheet } from "../../components/sheet.js";
import { Status } from "../../components/status.js";
import { Duration, Time } from "../../components/time.js";
import { isUnfinished } from "../../lib/statuses.js";
import { listOf } from "../../lib/text.js";
import { changeQuery } from "../../state/location.js";
import { html } from "../../ui.js";
import { PART_WORDS, RUN_ALL } from "./choice.js";

/** @import { NewestJob, PipelineAction } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { Run } from "./use-run.js" */

/** @typedef {{ id: string, needs: readonly string[], newest: NewestJob | null, hint: string }} Row */

/** @param {{ run: Run, find: string, withNeeds: boolean }} props `withNeeds`: no graph shows them */
export function ActionList({ run, find, withNeeds }) {
  const rows = rowsOf(run.actions).filter(({ id }) =>
    id.toLowerCase().includes(find.toLowerCase()),
  );
  return html`
    <${Sheet} class="action-list">
      <div class="action-list__find">
        <${SearchField} label="Filter actions" value=${find} onSearch=${(/** @type {string} */ text) => changeQuery({ find: text })} />
      </div>
      ${run.missing && html`<p class="action-list__missing" role="status">${run.missing}</p>`}
      ${
        rows.length
          ? html`<${DataTable} caption="Actions to choose from" columns=${columns(run, withNeeds)} rows=${rows}
              rowKey=${(/** @type {Row} */ row) => row.id} isChosen=${(/** @type {Row} */ row) => run.chosen.includes(row.id)} />`
          : html`<${Empty} level=${2} title="No action matches">No action’s name has “${find}” in it.<//>`
      }
    <//>
  `;
}

/**
 * The actions in the order of the file, and last the name for all of them.
 *
 * @param {readonly PipelineAction[]} actions
 * @returns {Row[]}
 */
function rowsOf(actions) {
  const rows = actions.map(({ id, needs, newest }) => ({ id, needs, newest, hint: "" }));
  if (!actions.some(({ id }) => id === RUN_ALL)) {
    rows.push({
      id: RUN_ALL,
      needs: [],
      newest: null,
      hint: "every action that has not succeeded",
    });
  }
  return rows;
}

/**
 * @param {Run} run
 * @param {boolean} withNeeds
 * @returns {Column<Row>[]}
 */
function columns(run, withNeeds) {
  return [
    {
      key: "action",
      label: "Action",
      head: true,
      render: (row) => html`<${Choice} row=${row} run=${run} withNeeds=${withNeeds} />`,
    },
    {
      key: "state",
      label: run.backendName ? `Last state on ${run.backendName}` : "Last state",
      render: ({ id, newest }) => (id === RUN_ALL ? "" : html`<${LastState} newest=${newest} />`),
    },
    {
      key: "took",
      label: "Took",
      render: ({ newest }) => newest && html`<${Duration} seconds=${newest.duration_s} />`,
    },
    {
      key: "part",
      label: "In this request",
      end: true,
      render: ({ id }) => {
        const part =
          id === RUN_ALL
            ? run.chosen.includes(id)
              ? "chosen"
              : "not_part"
            : (run.parts.get(id)?.part ?? "not_part");
        return html`<span class="part-word part-word--${part}">${PART_WORDS[part]}</span>`;
      },
    },
  ];
}

/** @param {{ row: Row, run: Run, withNeeds: boolean }} props */
function Choice({ row: { id, needs, hint }, run, withNeeds }) {
  const { part, because } = run.parts.get(id) ?? { part: "not_part", because: "" };
  const needed = part === "needed";
  const described =
    (needed && because) ||
    hint ||
    (withNeeds && needs.length ? `needs ${listOf(needs, { max: 3 })}` : "");
  return html`
    <span class="choice">
      <input id="choose-${id}" class="checkbox__input ${needed ? "choice__box--needed" : ""}" type="checkbox" checked=${run.chosen.includes(id)}
        aria-describedby=${described ? `why-${id}` : undefined} onChange=${() => run.toggle(id)} />
      <span class="choice__words">
        <label class="choice__name mono break-anywhere" for="choose-${id}">${id}</label>
        ${described && html`<span class="choice__why" id="why-${id}">${described}</span>`}
      </span>
    </span>
  `;
}

/** @param {{ newest: NewestJob | null }} props */
function LastState({ newest }) {
  if (!newest) return html`<span class="muted">never run</span>`;
  return html`
    <${Status} status=${newest.display_status} />
    <span class="choice__when muted nowrap"> ${isUnfinished(newest.display_status) && "since "}<${Time} value=${newest.at} style="short" /></span>
  `;
}
