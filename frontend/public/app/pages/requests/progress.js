/** The progress of a request, as a timeline or as a graph; which of them is in the URL. */

import { Graph } from "../../components/graph.js";
import { Segment } from "../../components/segment.js";
import { Sheet } from "../../components/sheet.js";
import { useNow } from "../../components/time.js";
import { Timeline, TimelineLegend } from "../../components/timeline.js";
import { paths } from "../../lib/paths.js";
import { shared } from "../../lib/sharing.js";
import { isUnfinished } from "../../lib/statuses.js";
import { renewedEveryMs } from "../../lib/timeline.js";
import { navigate, query } from "../../state/location.js";
import { html, useMemo, useRef } from "../../ui.js";
import { JobPanel } from "./job-panel.js";
import { graphItems } from "./request-view.js";

/** @import { Job, JobRequest } from "../../api/types" */
/** @import { Comparison } from "./comparison.js" */

/**
 * @typedef {{ selected: Job | null, onSelect: (action: string) => void }} Selection
 *
 * @param {{ request: JobRequest, view: string | null, silentSince: string | null, comparison: Comparison | undefined } & Selection} props
 *   `comparison` of the selected job with the runs before
 */
export function Progress({ request, view, silentSince, selected, onSelect, comparison }) {
  const shown = view === "graph" ? "graph" : "timeline";
  const hrefOf = (/** @type {string} */ name) =>
    paths.request(request.number, { ...Object.fromEntries(query.value), view: name });
  const views = [
    { key: "timeline", label: "Timeline", href: hrefOf(""), icon: "timeline" },
    { key: "graph", label: "Graph", href: hrefOf("graph"), icon: "graph" },
  ];
  const note =
    shown === "graph"
      ? html`<span class="muted small graph-hint">Arrow keys move along the graph, <kbd>Enter</kbd> opens a job</span>`
      : html`<${TimelineLegend} />`;
  return html`
    <${Sheet} title="Progress" class="progress" note=${html`<${Segment} label="View" views=${views} current=${shown} />`} tools=${note}>
      ${
        shown === "graph"
          ? html`<${JobGraph} request=${request} selected=${selected} onSelect=${onSelect} />`
          : html`<${JobTimeline} request=${request} silentSince=${silentSince} selected=${selected} onSelect=${onSelect} />`
      }
      ${selected && html`<${JobPanel} job=${selected} request=${request} silentSince=${silentSince} comparison=${comparison} onSelect=${onSelect} />`}
    <//>
  `;
}

/** @param {{ request: JobRequest, silentSince: string | null } & Selection} props */
function JobTimeline({ request, silentSince, selected, onSelect }) {
  const start = Math.min(...request.jobs.map((job) => Date.parse(job.created_at)));
  const everyMs = renewedEveryMs(start, Date.now(), request.jobs.length);
  const now = useNow(isUnfinished(request.display_status) ? everyMs : null);
  return html`
    <${Timeline} jobs=${request.jobs} selected=${selected?.action} onSelect=${onSelect} now=${now} silentSince=${silentSince}
      hrefOf=${(/** @type {Job} */ job) => paths.job(request.number, job.identifier)} />
  `;
}

/** @param {{ request: JobRequest } & Selection} props */
function JobGraph({ request, selected, onSelect }) {
  const { jobs } = request;
  const drawn = useRef(/** @type {ReturnType<typeof graphItems>} */ ([]));
  const items = useMemo(() => {
    drawn.current = shared(drawn.current, graphItems(jobs));
    return drawn.current;
  }, [jobs]);
  const handleOpen = (/** @type {string} */ action) => {
    const opened = jobs.find((other) => other.action === action);
    if (opened) navigate(paths.job(request.number, opened.identifier));
  };
  return html`
    <${Graph} label="Jobs of request ${request.number} and what each needs" items=${items} selected=${selected?.action ?? null}
      onSelect=${onSelect} onOpen=${handleOpen} />
  `;
}
