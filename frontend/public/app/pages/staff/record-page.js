/** The record: who changed what, when, from where; filtered, and exported as a file. */

import { exportAuditEvents, listAuditEventKinds, listAuditEvents } from "../../api/record.js";
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
import { ActorName, Changes } from "../../components/history.js";
import { Loading } from "../../components/loading.js";
import { NewRows } from "../../components/new-rows.js";
import { PageHead } from "../../components/page-head.js";
import { Sheet } from "../../components/sheet.js";
import { Time } from "../../components/time.js";
import { eventWords, fieldWords } from "../../lib/events.js";
import { paths } from "../../lib/paths.js";
import { useAction } from "../../state/action.js";
import { useListPage } from "../../state/list-page.js";
import { changeQuery } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { html } from "../../ui.js";
import { filtersOf, wordsOf } from "./record-filters.js";
import { StaffFrame } from "./staff-frame.js";

/** @import { AuditEvent } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { PageProps } from "../../router.js" */
/** @import { RecordFilters } from "./record-filters.js" */

const set = (/** @type {Record<string, string | null>} */ changes) =>
  changeQuery({ ...changes, cursor: null });

/** @param {PageProps} props */
export default function RecordPage({ query }) {
  return html`<${StaffFrame} here="record"><${Record} query=${query} /><//>`;
}

/** @param {{ query: URLSearchParams }} props */
function Record({ query }) {
  const { asked, shown } = filtersOf(query);
  const { page, rows, error, refresh, ...fresh } = useListPage({
    query,
    load: ({ cursor }, options) => listAuditEvents({ ...asked, cursor }, options),
    keyOf: ({ id }) => id,
    live: ["record"],
  });
  return html`
    <${PageHead} title="Record" actions=${html`<${Export} asked=${asked} />`}>
      <p class="muted">Every change by a person, a token, a backend or a command. Nothing in it can be changed or deleted.</p>
    <//>
    <${RecordFilterBar} shown=${shown} />
    ${error && html`<${ErrorBox} error=${error} onRetry=${refresh} />`}
    ${!page && !error && html`<${Loading} />`}
    ${
      page &&
      html`
        <${Sheet}>
          <${NewRows} ...${fresh} word="event" />
          ${
            rows.length
              ? html`<${DataTable} caption="Events" columns=${COLUMNS} rows=${rows} rowKey=${(/** @type {AuditEvent} */ { id }) => id} />`
              : html`<${NoEvents} filtered=${Object.keys(shown).length > 0} />`
          }
        <//>
        <${Pager} newerHref=${page.previous && paths.staffRecord({ ...shown, cursor: page.previous })}
          olderHref=${page.next && paths.staffRecord({ ...shown, cursor: page.next })} />
      `
    }
  `;
}

/** @type {readonly Column<AuditEvent>[]} */
const COLUMNS = [
  {
    key: "what",
    label: "What",
    head: true,
    render: ({ verb, changes, subject }) => html`
      <div>
        <a class="record__verb" href=${paths.staffRecord({ verb })}>${eventWords(verb)}</a>
        <${Changes} changes=${changes} subject=${subject} />
      </div>
    `,
  },
  {
    key: "object",
    label: "Object",
    render: ({ target: { type, id, name } }) => html`
      <span>
        <span class="muted small">${fieldWords(type)}</span>${" "}
        <a class="break-anywhere" href=${paths.staffRecord({ target_type: type, target: id })}>${name || id}</a>
      </span>
    `,
  },
  {
    key: "about",
    label: "About",
    render: ({ subject }) =>
      subject
        ? html`<a class="break-anywhere" href=${paths.staffRecord({ person: subject })}>${subject}</a>`
        : null,
  },
  {
    key: "by",
    label: "By",
    render: ({ actor, via, address, request_id: request }) => html`
      <span>
        <${ActorName} actor=${actor} />
        <span class="record__from muted small" title=${request ? `Request ${request}` : undefined}>
          ${[via && `${via}…`, address].filter(Boolean).join(", ")}
        </span>
      </span>
    `,
  },
  {
    key: "at",
    label: "When",
    render: ({ at }) =>
      html`<span class="muted nowrap"><${Time} value=${at} style="short" /></span>`,
  },
];

/** @param {{ shown: RecordFilters }} props */
function RecordFilterBar({ shown }) {
  const chips = wordsOf(shown).map(({ key, label }) => ({
    key,
    label,
    onRemove: () =>
      set(key === "target_type" ? { target_type: null, target: null } : { [key]: null }),
  }));
  const kinds = useResource(listAuditEventKinds, []).data.value;
  const remove = () => set(Object.fromEntries(Object.keys(shown).map((key) => [key, null])));
  return html`
    <${Filters} label="Filter the record">
      <${SearchField} label="User name of a person" value=${shown.person ?? ""} onSearch=${(/** @type {string} */ person) => set({ person })} />
      <${SelectFilter} label="Any object" value=${shown.target_type ?? ""} options=${optionsOf(kinds?.target_types, shown.target_type)}
        onPick=${(/** @type {string} */ target_type) => set({ target_type, target: null })} />
      <${SelectFilter} label="Any change" value=${shown.verb ?? ""} options=${optionsOf(kinds?.verbs, shown.verb)}
        onPick=${(/** @type {string} */ verb) => set({ verb })} />
      <${DayField} label="From" value=${shown.since} onPick=${(/** @type {string} */ since) => set({ since })} />
      <${DayField} label="To" value=${shown.until} onPick=${(/** @type {string} */ until) => set({ until })} />
    <//>
    <${FilterChips} chips=${chips} onRemoveAll=${remove} />
  `;
}

/**
 * @param {readonly string[]} [kinds] of which there are events; none while they are on their way
 * @param {string} [chosen] stands in the choice, whatever there is
 */
function optionsOf(kinds = [], chosen = "") {
  const values = chosen && !kinds.includes(chosen) ? [...kinds, chosen] : kinds;
  return values.map((value) => ({ value, label: eventWords(value) }));
}

/** @param {{ label: string, value?: string, onPick: (day: string) => void }} props a day of the reader's zone */
function DayField({ label, value = "", onPick }) {
  /** @param {Event & { currentTarget: HTMLInputElement }} event */
  const handleChange = ({ currentTarget }) => onPick(currentTarget.value);
  return html`<label class="record__day">${label} <input class="control" type="date" value=${value} onChange=${handleChange} /></label>`;
}

/** @param {{ asked: ReturnType<typeof filtersOf>["asked"] }} props */
function Export({ asked }) {
  const { busy, error, run } = useAction();
  const handleExport = (/** @type {"csv" | "jsonl"} */ form) => async () => {
    const file = await run(() => exportAuditEvents({ ...asked, form }));
    if (file) keepAs(file);
  };
  return html`
    <${Button} busy=${busy && "Exporting…"} onClick=${handleExport("csv")}>Export as CSV<//>
    <${Button} busy=${busy && "Exporting…"} onClick=${handleExport("jsonl")}>as JSON lines<//>
    ${error && html`<${ErrorBox} error=${error} title="The export did not come" level=${2} />`}
  `;
}

/** @param {{ name: string, blob: Blob }} file goes where the browser keeps what it loads */
function keepAs({ name, blob }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** @param {{ filtered: boolean }} props */
function NoEvents({ filtered }) {
  if (!filtered) {
    return html`<${Empty} level=${2} title="Nothing on record yet">The first change that somebody makes stands here.<//>`;
  }
  return html`
    <${Empty} level=${2} title="No event matches" action=${html`<${Button} href=${paths.staffRecord()}>Remove all filters<//>`}>
      Nothing on record has everything that is set above.
    <//>
  `;
}
