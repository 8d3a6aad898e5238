/** A list of the staff area: search, filters as chips, a table, its pages. All of it in the URL. */

import { BulkBar, ChooseBox } from "../../components/bulk-bar.js";
import { Button } from "../../components/button.js";
import { DataTable } from "../../components/data-table.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import {
  FilterChips,
  Filters,
  Pager,
  SearchField,
  SelectFilter,
} from "../../components/filters.js";
import { Loading } from "../../components/loading.js";
import { NewRows } from "../../components/new-rows.js";
import { PageHead } from "../../components/page-head.js";
import { Sheet } from "../../components/sheet.js";
import { queryString } from "../../lib/paths.js";
import { useListPage } from "../../state/list-page.js";
import { changeQuery, location } from "../../state/location.js";
import { html, useEffect, useState } from "../../ui.js";
import { PlaceFilter } from "../places/places.js";
import { askedOf, chipsOf } from "./list-filters.js";
import { StaffFrame } from "./staff-frame.js";

/** @import { Choice } from "../../state/found.js" */
/** @import { LoadOptions } from "../../state/resource.js" */
/** @import { Child } from "../../ui" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { Asked, FilterField } from "./list-filters.js" */

/**
 * @template Row
 * @typedef {{ results: readonly Row[], next: string | null, previous: string | null }} ListPage
 */

/**
 * @template Row
 * @typedef {object} StaffListProps
 * @property {string} here key of the area
 * @property {string} title
 * @property {Child} intro
 * @property {Child} [actions]
 * @property {Child} [tabs] above the filters
 * @property {URLSearchParams} query
 * @property {readonly FilterField[]} [fields]
 * @property {(asked: Asked, options: LoadOptions) => Promise<ListPage<Row>>} load
 * @property {readonly Column<Row>[]} columns
 * @property {(row: Row) => string | number} rowKey
 * @property {{ title: string, text: string }} empty
 * @property {readonly string[]} [live] topics that move the list
 * @property {unknown} [turn] another one loads the list again
 * @property {{ labelOf: (row: Row) => string, render: (chosen: readonly string[], done: () => void) => Child }} [bulk]
 *   what can be done to the chosen rows, whose keys are text
 * @property {(rows: readonly Row[]) => Child} [note] between filters and table
 */

/** @param {StaffListProps<any>} props */
export function StaffList(props) {
  return html`<${StaffFrame} here=${props.here}><${List} ...${props} /><//>`;
}

/** @param {StaffListProps<any>} props */
function List({
  title,
  intro,
  actions,
  tabs,
  query,
  fields = [],
  load,
  columns,
  rowKey,
  empty,
  live,
  turn,
  bulk,
  note,
}) {
  const asked = askedOf(query, fields);
  const [chosen, setChosen] = useState(/** @type {readonly string[]} */ ([]));
  const { page, rows, error, refresh, ...fresh } = useListPage({
    query,
    load: ({ cursor }, options) => load({ ...asked, cursor }, options),
    keyOf: rowKey,
    live,
    turn,
  });
  // Nothing stays chosen on another page. What somebody else takes away stays: the server says so.
  useEffect(() => setChosen([]), [query.toString()]);
  const hrefOf = (/** @type {string | null} */ cursor) =>
    cursor && location.value.pathname + queryString({ ...asked, cursor });
  const handleDone = () => {
    setChosen([]);
    refresh();
  };
  const choose = bulk && chooseColumn({ chosen, setChosen, rowKey, labelOf: bulk.labelOf });
  return html`
    <${PageHead} title=${title} actions=${actions}><p class="muted">${intro}</p><//>
    ${tabs}
    ${fields.length > 0 && html`<${FilterBar} title=${title} fields=${fields} asked=${asked} />`}
    ${error && html`<${ErrorBox} error=${error} onRetry=${refresh} />`}
    ${!page && !error && html`<${Loading} />`}
    ${page && note?.(rows)}
    ${
      page &&
      html`
        <${Sheet}>
          <${NewRows} ...${fresh} />
          ${
            bulk &&
            html`<${BulkBar} chosen=${chosen.length} shown=${rows.length} onClear=${() => setChosen([])}
              onAll=${() => setChosen(rows.map((row) => String(rowKey(row))))}>${bulk.render(chosen, handleDone)}<//>`
          }
          ${
            rows.length
              ? html`<${DataTable} caption=${title} columns=${choose ? [choose, ...columns] : columns} rows=${rows} rowKey=${rowKey}
                  isChosen=${(/** @type {any} */ row) => chosen.includes(String(rowKey(row)))} />`
              : html`<${Nothing} empty=${empty} filtered=${Object.keys(asked).length > 0} />`
          }
        <//>
        <${Pager} newerHref=${hrefOf(page.previous)} olderHref=${hrefOf(page.next)} />
      `
    }
  `;
}

const set = (/** @type {Record<string, string | null>} */ changes) =>
  changeQuery({ ...changes, cursor: null });

/** @param {{ title: string, fields: readonly FilterField[], asked: Asked }} props */
function FilterBar({ title, fields, asked }) {
  const chips = chipsOf(fields, asked).map((chip) => ({
    ...chip,
    onRemove: () => set({ [chip.key]: null }),
  }));
  const removeAll = () => set(Object.fromEntries(fields.map(({ key }) => [key, null])));
  return html`
    <${Filters} label="Search ${title.toLowerCase()}">
      ${fields.map(({ key, label, options, find }) => {
        if (key === "search") {
          return html`<${SearchField} key=${key} label=${label} value=${asked.search ?? ""} onSearch=${(/** @type {string} */ search) => set({ search })} />`;
        }
        if (find) {
          const chosen = asked[key] && (options?.[0]?.label ?? asked[key]);
          return html`<${PlaceFilter} key=${key} label=${label} find=${find} chosen=${chosen ?? ""}
            onPick=${(/** @type {Choice} */ { value }) => set({ [key]: value })} />`;
        }
        return (
          options &&
          html`<${SelectFilter} key=${key} label=${label} value=${asked[key] ?? ""} options=${options}
            onPick=${(/** @type {string} */ value) => set({ [key]: value })} />`
        );
      })}
    <//>
    <${FilterChips} chips=${chips} onRemoveAll=${removeAll} />
  `;
}

/**
 * @param {{
 *   chosen: readonly string[], setChosen: (chosen: readonly string[]) => void,
 *   rowKey: (row: any) => string | number, labelOf: (row: any) => string
 * }} props
 * @returns {Column<any>}
 */
function chooseColumn({ chosen, setChosen, rowKey, labelOf }) {
  return {
    key: "choose",
    label: "Choose",
    hideLabel: true,
    render: (row) => {
      const key = String(rowKey(row));
      return html`<${ChooseBox} label="Choose ${labelOf(row)}" checked=${chosen.includes(key)}
        onChange=${(/** @type {boolean} */ on) => setChosen(on ? [...chosen, key] : chosen.filter((each) => each !== key))} />`;
    },
  };
}

/** @param {{ empty: { title: string, text: string }, filtered: boolean }} props */
function Nothing({ empty, filtered }) {
  if (!filtered) return html`<${Empty} level=${2} title=${empty.title}>${empty.text}<//>`;
  const { pathname } = location.value;
  return html`
    <${Empty} level=${2} title="Nothing matches" action=${html`<${Button} href=${pathname}>Remove all filters<//>`}>
      Nothing has everything that is set above.
    <//>
  `;
}
