/** Choosing another commit: from the newest of the branch, or typed. */

import { listCommits } from "../../api/repos.js";
import { Button } from "../../components/button.js";
import { Dialog } from "../../components/dialog.js";
import { ErrorBox } from "../../components/error-box.js";
import { TextField } from "../../components/form.js";
import { Loading } from "../../components/loading.js";
import { Time } from "../../components/time.js";
import { shortCommit } from "../../lib/text.js";
import { useResource } from "../../state/resource.js";
import { html, useState } from "../../ui.js";

/** @import { CommitInfo, Workspace } from "../../api/types" */

/**
 * @param {{
 *   workspace: Workspace, current: string | null, onPick: (commit: string | null) => void, onClose: () => void
 * }} props picking null follows the branch
 */
export function CommitPicker({ workspace: { repo, branch }, current, onPick, onClose }) {
  const { data, error, refresh } = useResource((options) => listCommits(repo, { branch }, options));
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState("");
  /** @param {SubmitEvent} event */
  const handleSubmit = (event) => {
    event.preventDefault();
    const sha = typed.trim().toLowerCase();
    if (/^[0-9a-f]{7,40}$/.test(sha)) onPick(sha);
    else setWrong("A commit is named by 7 to 40 of the characters 0–9 and a–f.");
  };
  return html`
    <${Dialog} title="Which commit of ${branch}?" onClose=${onClose} footer=${html`
      <${Button} onClick=${() => onPick(null)}>Newest of ${branch}<//>
      <${Button} data-focus-first onClick=${onClose}>Keep this one<//>
    `}>
      ${!data.value && !error.value && html`<${Loading} lines=${4} />`}
      ${error.value && html`<${ErrorBox} error=${error.value} title="The list of commits did not load" level=${3} onRetry=${refresh} />`}
      ${
        data.value &&
        html`<ul class="commit-picker">
          ${data.value.results.map((commit) => html`<${Choice} key=${commit.sha} commit=${commit} current=${current} onPick=${onPick} />`)}
        </ul>`
      }
      <form class="commit-picker__typed" onSubmit=${handleSubmit}>
        <${TextField} id="typed-commit" label="Another commit" mono value=${typed} error=${wrong} onInput=${setTyped}
          autocomplete="off" autocapitalize="none" spellcheck="false" />
        <${Button} type="submit">Use it<//>
      </form>
    <//>
  `;
}

/** @param {{ commit: CommitInfo, current: string | null, onPick: (commit: string) => void }} props */
function Choice({ commit: { sha, message, author, committed_at: at }, current, onPick }) {
  return html`
    <li>
      <button type="button" class="commit-picker__commit" aria-current=${sha === current ? "true" : undefined} onClick=${() => onPick(sha)}>
        <code>${shortCommit(sha)}</code>
        <span class="break-anywhere">${message.split("\n")[0]}</span>
        <span class="muted small">${author}, <${Time} value=${at} /></span>
      </button>
    </li>
  `;
}
