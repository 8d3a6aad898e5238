/** What is wrong with project.yaml, at its lines, and the ways on from there. */

import { Button } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { CodeView } from "../../components/code-view.js";
import { plural, shortCommit } from "../../lib/text.js";
import { changeQuery } from "../../state/location.js";
import { html } from "../../ui.js";

/** @import { JobRequestRow, Pipeline } from "../../api/types" */

/**
 * @param {{ pipeline: Pipeline, repoUrl: string, newest: JobRequestRow | null, onCheck: () => void, onPick: () => void }} props
 *   `newest` request: its commit could be run, so it is offered
 */
export function PipelineProblems({ pipeline, repoUrl, newest, onCheck, onPick }) {
  const { problems, warnings, source, commit, branch } = pipeline;
  const earlier = newest && newest.commit.sha !== commit.sha ? newest.commit.sha : null;
  const onHost = commit.url && `${repoUrl}/blob/${commit.sha}/project.yaml`;
  return html`
    <${Callout} tone="failed" title="project.yaml has ${plural(problems.length, "problem")}, so nothing can run at this commit" actions=${html`
      ${
        earlier
          ? html`<${Button} onClick=${() => changeQuery({ commit: earlier })}>Use commit ${shortCommit(earlier)} instead<//>`
          : html`<${Button} onClick=${onPick}>Use another commit<//>`
      }
      <${Button} kind="primary" onClick=${onCheck}>Check again<//>
    `}>
      <p>
        Correct ${problems.length === 1 ? "it" : "them"}, commit and push to <code>${branch}</code>, then check again. Requests at
        earlier commits are not affected.
      </p>
      <ol class="problem-list">
        ${problems.map(
          ({ line, message }, i) =>
            html`<li key=${i}>${source ? html`<a href="#L${line}">Line ${line}: ${firstSentence(message)}</a>` : `Line ${line}: ${message}`}</li>`,
        )}
      </ol>
    <//>
    ${
      source &&
      html`<${CodeView} source=${source} problems=${problems} warnings=${warnings}
        note=${html`at <code>${shortCommit(commit.sha)}</code>, ${plural(source.replace(/\n$/, "").split("\n").length, "line")}`}
        tools=${onHost && html`<${Button} small icon="external" href=${onHost}>Open on GitHub<//>`} />`
    }
  `;
}

/** @param {string} message */
function firstSentence(message) {
  return message.split(/\.\s/)[0].replace(/\.$/, "");
}
