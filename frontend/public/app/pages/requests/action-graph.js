/** What, as a graph: press an action to choose it. Beside it the quick choices. */

import { Button } from "../../components/button.js";
import { Graph } from "../../components/graph.js";
import { Segment } from "../../components/segment.js";
import { Sheet } from "../../components/sheet.js";
import { StatusShape } from "../../components/status.js";
import { useNow } from "../../components/time.js";
import { formatWhenShort } from "../../lib/dates.js";
import { paths, queryString } from "../../lib/paths.js";
import { plural } from "../../lib/text.js";
import { query } from "../../state/location.js";
import { html, useMemo, useState } from "../../ui.js";
import { failedOrNeverRun, RUN_ALL } from "./choice.js";

/** @import { PipelineAction } from "../../api/types" */
/** @import { Part } from "./choice.js" */
/** @import { Run } from "./use-run.js" */

const LEGEND = /** @type {const} */ ([
  ["chosen", "chosen"],
  ["needed", "will run too"],
  ["reused", "result reused"],
  ["not_part", "not part of this request"],
]);

/** @param {{ run: Run, shown: string }} props `shown`: "graph" or "list" */
export function ActionGraph({ run, shown }) {
  return html`
    <${Sheet} title="What" class="action-graph action-graph--${shown}"
      note="${plural(run.actions.length, "action")} in project.yaml. ${shown === "graph" ? "Press one in the graph or tick it in the list." : "Tick them in the list."}"
      tools=${html`<${QuickChoices} run=${run} /><${ViewChoice} workspace=${run.workspace.name} shown=${shown} />`}>
      ${shown === "graph" && html`<${Drawing} run=${run} />`}
    <//>
  `;
}

/** @param {{ workspace: string, shown: string }} props */
function ViewChoice({ workspace, shown }) {
  const hrefOf = (/** @type {string} */ view) =>
    paths.newRequest(workspace) + queryString({ ...Object.fromEntries(query.value), view });
  const views = [
    { key: "graph", label: "Graph and list", href: hrefOf("graph"), icon: "graph" },
    { key: "list", label: "List", href: hrefOf("list"), icon: "list" },
  ];
  return html`<${Segment} label="View" views=${views} current=${shown} />`;
}

/** @param {{ run: Run }} props */
function QuickChoices({ run: { actions, chosen, choose } }) {
  const open = failedOrNeverRun(actions);
  return html`
    <${Button} small disabled=${!open.length} title=${open.length ? undefined : "Every action has a result or is under way"}
      onClick=${() => choose(open)}>Failed or never run<//>
    <${Button} small onClick=${() => choose([RUN_ALL])}><code>run_all</code><//>
    <${Button} small onClick=${() => choose(actions.map(({ id }) => id))}>All<//>
    ${chosen.length > 0 && html`<${Button} kind="quiet" small onClick=${() => choose([])}>Clear choice<//>`}
  `;
}

/** @param {{ run: Run }} props */
function Drawing({ run }) {
  const { actions, parts, toggle } = run;
  const [selected, setSelected] = useState(/** @type {string | null} */ (null));
  const now = useNow(60_000);
  const items = useMemo(
    () =>
      actions.map((action) => {
        const part = parts.get(action.id)?.part ?? "not_part";
        return { id: action.id, needs: action.needs, part, text: partText(part, action, now) };
      }),
    [actions, parts, now],
  );
  return html`
    <${Graph} label="Actions and what each needs" items=${items} selected=${selected} onSelect=${setSelected} onToggle=${toggle} />
    <ul class="part-legend" aria-hidden="true">
      ${LEGEND.map(
        ([part, words]) =>
          html`<li key=${part} class="part-legend__item"><${StatusShape} status=${part} tone=${part === "reused" || part === "not_part" ? "waiting" : "accent"} /> ${words}</li>`,
      )}
    </ul>
  `;
}

/**
 * @param {Part} part
 * @param {PipelineAction} action
 * @param {number} now milliseconds since 1970
 */
function partText(part, { newest }, now) {
  switch (part) {
    case "chosen":
      return "chosen";
    case "needed":
      return "will run too";
    case "active":
      return "under way in another request";
    case "reused":
      return newest ? `reused from ${formatWhenShort(newest.at, now)}` : "reused";
    default:
      return "not part of this request";
  }
}
