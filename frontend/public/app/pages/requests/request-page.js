/** A request: how it stands and why, what failed and what that means, its jobs, its project.yaml. */

import { getJobRequest } from "../../api/job-requests.js";
import { Announcer } from "../../components/announcer.js";
import { Button } from "../../components/button.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { BottomBar } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { isUnfinished } from "../../lib/statuses.js";
import { LiveFreshness } from "../../live-freshness.js";
import { backends } from "../../state/backends.js";
import { changeQuery, herePath } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { user } from "../../state/session.js";
import { useTabIcon } from "../../state/tab-icon.js";
import { html, useCallback, useState } from "../../ui.js";
import { CancelDialog } from "./cancel-dialog.js";
import { ComparisonSheet, useComparison } from "./comparison.js";
import { JobTable } from "./job-table.js";
import { Planned } from "./planned.js";
import { Progress } from "./progress.js";
import { RequestActions, RequestHead } from "./request-head.js";
import { RequestNotices } from "./request-notices.js";
import { selectedJob } from "./request-view.js";
import { StoredDefinition } from "./stored-definition.js";

/** @import { JobRequest } from "../../api/types" */
/** @import { PageProps } from "../../router.js" */
/** @import { Resource } from "../../state/resource.js" */

/** @param {PageProps} props */
export default function RequestPage({ params, query }) {
  const resource = useResource((options) => getJobRequest(params.identifier, options), [], {
    live: (request) => (request ? [`job-request:${request.identifier}`] : []),
  });
  const request = resource.data.value;
  if (request) return html`<${Full} request=${request} resource=${resource} query=${query} />`;

  const error = resource.error.value;
  const isNumber = /^\d+$/.test(params.identifier);
  return html`
    <${PageHead} title=${isNumber ? `Request ${params.identifier}` : "Request"} trail=${[{ label: "Requests", href: paths.requests() }]} />
    ${
      error
        ? html`<${ErrorBox} error=${error} onRetry=${resource.refresh} signInHref=${user.value ? undefined : paths.signIn(herePath())}
            actions=${html`<${Button} small href=${paths.requests()}>All requests<//>`} />`
        : html`<${Loading} lines=${8} />`
    }
  `;
}

/** @param {{ request: JobRequest, resource: Resource<JobRequest>, query: URLSearchParams }} props */
function Full({ request, resource, query }) {
  const [cancelling, setCancelling] = useState(/** @type {readonly string[] | null} */ (null));
  const silentSince = silentSinceOf(request);
  const actions = html`<${RequestActions} request=${request} onCancel=${() => setCancelling([])} />`;
  const hasJobs = request.jobs.length > 0 && !request.is_invalid;
  const selected = selectedJob(request.jobs, query.get("action"));
  const comparison = useComparison(request);
  const cancelOne = useCallback((/** @type {string} */ action) => setCancelling([action]), []);
  useTabIcon(silentSince ? "unknown" : request.display_status);
  return html`
    <${RequestHead} request=${request} silentSince=${silentSince} actions=${actions}
      freshness=${html`<${LiveFreshness} resource=${resource} />`} />
    <${Announcer} text=${request.summary} />
    <${RequestNotices} request=${request} silentSince=${silentSince} comparison=${comparison} />
    ${
      hasJobs
        ? html`
            <${Progress} request=${request} view=${query.get("view")} silentSince=${silentSince} selected=${selected} onSelect=${select}
              comparison=${selected && comparison.get(selected.action)} />
            <${JobTable} request=${request} query=${query} selected=${query.has("action") ? selected : null} onSelect=${select} onCancel=${cancelOne} />
          `
        : html`<${Planned} request=${request} />`
    }
    <${ComparisonSheet} request=${request} comparison=${comparison} />
    <${StoredDefinition} request=${request} />
    <${BottomBar} phoneOnly actions=${actions} />
    ${
      cancelling &&
      html`<${CancelDialog} request=${request} first=${cancelling} onDone=${resource.set} onClose=${() => setCancelling(null)} />`
    }
  `;
}

/** @param {string} action */
function select(action) {
  changeQuery({ action });
}

/**
 * Since when nothing was heard of an unfinished request's backend; null while it is heard.
 *
 * @param {JobRequest} request
 */
function silentSinceOf({ contact, display_status: status, backend, news_at: newsAt }) {
  if (contact !== "silent" || !isUnfinished(status)) return null;
  const known = backends.data.value?.results.find(({ slug }) => slug === backend.slug);
  return known?.last_seen_at ?? newsAt;
}
