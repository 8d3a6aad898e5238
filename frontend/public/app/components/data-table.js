/** Tables of data: sticky head, whole facts, blocks on phones. */

import { html, memo } from "../ui.js";
import { useGradually } from "./gradually.js";
import { Icon } from "./icon.js";

/** @import { Child } from "../ui" */

/**
 * @template Row
 * @typedef {object} Column
 * @property {string} key
 * @property {string} label of the head; also of the fact on phones
 * @property {(row: Row) => Child} render
 * @property {boolean} [end] numbers and durations, aligned at the end
 * @property {boolean} [head] the cell that names the row
 * @property {boolean} [hideLabel] where the head says nothing (a menu of the row)
 * @property {{ direction: "ascending" | "descending" | null, onSort: () => void }} [sort]
 */

/**
 * @template Row
 * @param {{
 *   caption: string, columns: readonly Column<Row>[], rows: readonly Row[], rowKey: (row: Row) => string | number,
 *   isFailed?: (row: Row) => boolean, isChosen?: (row: Row) => boolean, onChoose?: (row: Row) => void
 * }} props `caption` is read out, not shown; a row is chosen by a click or by the focus in it
 */
export function DataTable({ caption, columns, rows, rowKey, isFailed, isChosen, onChoose }) {
  const drawn = useGradually(rows.length);
  return html`
    <div class="data-table" tabindex="-1">
      <table class="data-table__table" role="table" aria-busy=${drawn < rows.length ? "true" : undefined}>
        <caption class="visually-hidden">${caption}</caption>
        <thead role="rowgroup">
          <tr role="row">${columns.map((column) => html`<${HeadCell} key=${column.key} column=${column} />`)}</tr>
        </thead>
        <tbody role="rowgroup">
          ${rows.slice(0, drawn).map(
            (row) => html`
              <${BodyRow} key=${rowKey(row)} row=${row} columns=${columns} failed=${Boolean(isFailed?.(row))}
                chosen=${Boolean(isChosen?.(row))} onChoose=${onChoose} />
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
}

/**
 * Drawn again when it or the columns are others, so columns that stay the same object spare the rest.
 */
const BodyRow = memo(
  /**
   * @param {{
   *   row: any, columns: readonly Column<any>[], failed: boolean, chosen: boolean,
   *   onChoose?: (row: any) => void
   * }} props
   */
  ({ row, columns, failed, chosen, onChoose }) => {
    const choose = onChoose && (() => onChoose(row));
    return html`
      <tr role="row" class=${rowClass({ failed, chosen })} aria-current=${onChoose && chosen ? "true" : undefined}
        onClick=${choose} onFocusIn=${choose}>
        ${columns.map((column) => html`<${Cell} key=${column.key} column=${column} row=${row} />`)}
      </tr>
    `;
  },
);

/** @param {{ failed: boolean, chosen: boolean }} row */
function rowClass({ failed, chosen }) {
  if (chosen) return "data-table__row data-table__row--chosen";
  return failed ? "data-table__row data-table__row--failed" : "data-table__row";
}

/** @param {{ column: Column<any> }} props */
function HeadCell({ column: { label, end, hideLabel, sort } }) {
  const text = hideLabel ? html`<span class="visually-hidden">${label}</span>` : label;
  return html`
    <th class="data-table__head ${end ? "number" : ""}" role="columnheader" scope="col"
      aria-sort=${sort?.direction ?? undefined}>
      ${
        sort
          ? html`<button type="button" class="data-table__sort" onClick=${sort.onSort}>
              ${text} ${sort.direction && html`<${Icon} name=${sort.direction === "ascending" ? "arrow-up" : "arrow-down"} />`}
            </button>`
          : text
      }
    </th>
  `;
}

/** @param {{ column: Column<any>, row: any }} props */
function Cell({ column: { key, label, render, end, head, hideLabel }, row }) {
  return html`
    <${head ? "th" : "td"} class="data-table__cell ${end ? "data-table__cell--end" : ""} ${head ? "data-table__cell--head" : ""}"
      role=${head ? "rowheader" : "cell"} scope=${head ? "row" : undefined}
      data-column=${key} data-label=${head || hideLabel ? undefined : label}>${render(row)}<//>
  `;
}
