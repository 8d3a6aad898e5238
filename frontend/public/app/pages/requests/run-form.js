/** The form that asks for a run: where, what, how, and the sum at the bottom. */

import { Button } from "../../components/button.js";
import { CommitLink } from "../../components/commit-link.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { Columns } from "../../components/sheet.js";
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { shortCommit } from "../../lib/text.js";
import { changeQuery } from "../../state/location.js";
import { html, useState } from "../../ui.js";
import { ActionGraph } from "./action-graph.js";
import { ActionList } from "./action-list.js";
import { BackendChoice } from "./backend-choice.js";
import { CommitPicker } from "./commit-picker.js";
import { Codelists, How, Rules, Warnings } from "./how.js";
import { PipelineProblems } from "./pipeline-problems.js";
import { RunBar } from "./run-bar.js";
import { useRun } from "./use-run.js";

/** @import { JobRequestRow, Workspace } from "../../api/types" */
/** @import { Run } from "./use-run.js" */

/** On a phone a list is the better start; the graph is one press away. */
const NARROW = "(max-width: 640px)";

/**
 * @param {{
 *   workspace: Workspace, newest: JobRequestRow | null, first: readonly string[], query: URLSearchParams
 * }} props `first` that is chosen
 */
export function RunForm({ workspace, newest, first, query }) {
  const run = useRun({ workspace, newest, first, query });
  const [picking, setPicking] = useState(false);
  const { pipeline, pipelineError } = run;
  const problems = pipeline?.problems ?? [];
  return html`
    <${Head} workspace=${workspace} run=${run} onPick=${() => setPicking(true)} />
    ${pipelineError && html`<${NoPipeline} run=${run} onPick=${() => setPicking(true)} />`}
    ${!pipeline && !pipelineError && html`<${Loading} lines=${10} label="project.yaml is being read…" />`}
    ${
      pipeline &&
      problems.length > 0 &&
      html`<${PipelineProblems} pipeline=${pipeline} repoUrl=${workspace.repo.url} newest=${newest} onCheck=${run.checkAgain} onPick=${() => setPicking(true)} />`
    }
    ${pipeline && !problems.length && html`<${Choices} run=${run} view=${query.get("view")} find=${query.get("find") ?? ""} />`}
    ${
      picking &&
      html`<${CommitPicker} workspace=${workspace} current=${pipeline?.commit.sha ?? null} onClose=${() => setPicking(false)}
        onPick=${(/** @type {string | null} */ commit) => {
          changeQuery({ commit });
          setPicking(false);
        }} />`
    }
  `;
}

/** @param {{ run: Run, view: string | null, find: string }} props */
function Choices({ run, view, find }) {
  const shown = view ?? (matchMedia(NARROW).matches ? "list" : "graph");
  return html`
    ${run.pipeline && html`<${Codelists} codelists=${run.pipeline.codelists} />`}
    <${BackendChoice} run=${run} />
    <${ActionGraph} run=${run} shown=${shown} />
    <${Columns} aside=${html`
      <${Warnings} warnings=${run.pipeline?.warnings ?? []} source=${run.pipeline?.source ?? null} />
      <${How} run=${run} />
      <${Rules} />
    `}>
      <${ActionList} run=${run} find=${find} withNeeds=${shown === "list"} />
    <//>
    <${RunBar} run=${run} />
  `;
}

/** @param {{ workspace: Workspace, run: Run, onPick: () => void }} props */
function Head({ workspace, run: { pipeline }, onPick }) {
  const { name, project, branch } = workspace;
  const commit = pipeline?.commit;
  return html`
    <${PageHead} title="Run jobs in ${name}" here="New request"
      trail=${[
        { label: "Workspaces", href: paths.workspaces() },
        { label: project.name, href: paths.workspaces({ project: project.slug }) },
        { label: name, href: paths.workspace(name) },
      ]}
      facts=${[
        {
          key: "branch",
          icon: "branch",
          content: html`<code class="break-anywhere">${branch}</code>`,
        },
        commit && {
          key: "commit",
          icon: "commit",
          content: html`<${CommitLink} commit=${commit} message=${commit.message} /> by ${commit.author}, <${Time} value=${commit.committed_at} />`,
        },
        commit && {
          key: "pick",
          content: html`<button type="button" class="link-button" onClick=${onPick}>Use another commit</button>`,
        },
      ]} />
  `;
}

/** @param {{ run: Run, onPick: () => void }} props */
function NoPipeline({ run, onPick }) {
  const error = /** @type {NonNullable<Run["pipelineError"]>} */ (run.pipelineError);
  const { commit, workspace } = run;
  const wrongCommit = error.name === "commit-not-found" && commit;
  return html`
    <div role="alert">
      <${ErrorBox} error=${error} title=${wrongCommit ? `There is no commit ${shortCommit(commit)}` : undefined} onRetry=${run.checkAgain} actions=${html`
        ${error.status < 500 && error.status !== 0 && html`<${Button} small onClick=${run.checkAgain}>Check again<//>`}
        ${wrongCommit && html`<${Button} small onClick=${onPick}>Use another commit<//>`}
        <${Button} small href=${paths.workspace(workspace.name)}>Back to the workspace<//>
      `} />
    </div>
    ${run.chosen.length > 0 && html`<p class="muted">What you chose is kept: <span class="mono break-anywhere">${run.chosen.join(", ")}</span></p>`}
  `;
}
