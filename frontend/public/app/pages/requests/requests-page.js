/** The list of requests: search and filters in the URL, newest first, current by itself. */

import { listJobRequests } from "../../api/job-requests.js";
import { Button } from "../../components/button.js";
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
import { RequestTable } from "../../components/request-table.js";
import { Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { backends } from "../../state/backends.js";
import { useListPage } from "../../state/list-page.js";
import { navigate } from "../../state/location.js";
import { user } from "../../state/session.js";
import { html } from "../../ui.js";
import {
  apiQuery,
  chipsOf,
  filtersOf,
  NO_FILTERS,
  queryOf,
  SPANS,
  STATUS_OPTIONS,
  spanWord,
  topicOf,
} from "./request-filters.js";

/** @import { PageProps } from "../../router.js" */
/** @import { Filters as FilterValues } from "./request-filters.js" */

/** @param {PageProps} props */
export default function RequestsPage({ query }) {
  const filters = filtersOf(query);
  const { page, rows, error, refresh, ...fresh } = useListPage({
    query,
    load: ({ cursor }, options) =>
      listJobRequests(apiQuery(filters, cursor ?? null, Date.now()), options),
    keyOf: ({ identifier }) => identifier,
    live: [topicOf(filters, { me: user.value?.username, cursor: query.get("cursor") })],
  });

  return html`
    <${PageHead} title="Requests" />
    <${RequestFilters} filters=${filters} />
    ${!page && (error ? html`<${ErrorBox} error=${error} onRetry=${refresh} />` : html`<${Loading} lines=${8} />`)}
    ${
      page &&
      html`
        <${Sheet}>
          <${NewRows} ...${fresh} word="request" />
          ${
            rows.length
              ? html`<${RequestTable} caption="Requests, newest first" rows=${rows} />`
              : html`<${NoRequests} filters=${filters} />`
          }
        <//>
        <${Pager} newerHref=${page.previous && paths.requests({ ...queryOf(filters), cursor: page.previous })}
          olderHref=${page.next && paths.requests({ ...queryOf(filters), cursor: page.next })} />
      `
    }
  `;
}

/** @param {FilterValues} filters */
const go = (filters) => navigate(paths.requests(queryOf(filters)), { replace: true });

/** @param {{ filters: FilterValues }} props */
function RequestFilters({ filters }) {
  const known = backends.data.value?.results ?? [];
  const backendName = (/** @type {string} */ slug) =>
    known.find((backend) => backend.slug === slug)?.name ?? slug;
  const change = (/** @type {Partial<FilterValues>} */ changes) => go({ ...filters, ...changes });
  const chips = chipsOf(filters, backendName).map((chip) => ({
    ...chip,
    onRemove: () => go({ ...filters, [chip.key]: NO_FILTERS[chip.key] }),
  }));
  return html`
    <${Filters} label="Search requests">
      <${SearchField} label="Action, number or identifier" value=${filters.search}
        onSearch=${(/** @type {string} */ search) => change({ search })} />
      <${SelectFilter} label="Backend" value=${filters.backend}
        options=${known.map(({ slug, name }) => ({ value: slug, label: name }))}
        onPick=${(/** @type {string} */ backend) => change({ backend })} />
      <${SelectFilter} label="State" value=${filters.status} options=${STATUS_OPTIONS}
        onPick=${(/** @type {string} */ status) => change({ status })} />
      <${SelectFilter} label="Any time" value=${filters.days ? String(filters.days) : ""}
        options=${SPANS.map((days) => ({ value: String(days), label: spanWord(days) }))}
        onPick=${(/** @type {string} */ days) => change({ days: days ? Number(days) : null })} />
      ${
        user.value &&
        html`<${SelectFilter} label="Asked by anyone" value=${filters.mine ? "mine" : ""} options=${[{ value: "mine", label: "Asked by you" }]}
          onPick=${(/** @type {string} */ mine) => change({ mine: mine === "mine", user: "" })} />`
      }
    <//>
    <${FilterChips} chips=${chips} onRemoveAll=${() => go(NO_FILTERS)} />
  `;
}

/** @param {{ filters: FilterValues }} props */
function NoRequests({ filters }) {
  if (chipsOf(filters, String).length) {
    return html`
      <${Empty} level=${2} title="No request matches" action=${html`<${Button} href=${paths.requests()}>Remove all filters<//>`}>
        No request has everything that is set above.
      <//>
    `;
  }
  return html`<${Empty} level=${2} title="No requests yet">When somebody runs jobs, each request and its jobs appear here.<//>`;
}
