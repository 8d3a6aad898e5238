/** Asks which unfinished jobs to cancel, and says what is lost and what stays. */

import { cancelJobRequest } from "../../api/job-requests.js";
import { ConfirmDialog } from "../../components/dialog.js";
import { ErrorBox } from "../../components/error-box.js";
import { Checkbox } from "../../components/form.js";
import { Status } from "../../components/status.js";
import { Duration, useNow } from "../../components/time.js";
import { plural } from "../../lib/text.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";
import { toggled } from "./choice.js";
import { cancelConsequence, cancellableJobs } from "./request-view.js";

/** @import { ApiProblem } from "../../api/client.js" */
/** @import { Job, JobRequest } from "../../api/types" */

/**
 * @param {{
 *   request: JobRequest, first: readonly string[], onDone: (request: JobRequest) => void, onClose: () => void
 * }} props `first` are the actions that stand ticked; empty: all
 */
export function CancelDialog({ request, first, onDone, onClose }) {
  const jobs = cancellableJobs(request);
  const open = jobs.map(({ action }) => action);
  const [chosen, setChosen] = useState(first.length ? first : open);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState(/** @type {ApiProblem | null} */ (null));
  const now = useNow(1000);
  // A job that finished while the dialog stood open cannot be cancelled any more.
  const actions = chosen.filter((action) => open.includes(action));
  const whole = jobs.length === 0 || actions.length === jobs.length;
  const amount = jobs.length ? plural(actions.length, "job") : "this request";

  const handleConfirm = async () => {
    if (jobs.length && !actions.length) return;
    setBusy(true);
    try {
      onDone(await cancelJobRequest(request.identifier, whole ? undefined : [...actions]));
      showToast(`Cancel of ${amount} sent.`);
      onClose();
    } catch (problem) {
      setError(/** @type {ApiProblem} */ (problem));
      setBusy(false);
    }
  };

  const title = jobs.length
    ? `Cancel ${plural(actions.length, "unfinished job")}?`
    : `Cancel request ${request.number}?`;
  return html`
    <${ConfirmDialog} title=${title} confirm="Cancel ${amount}" keep=${jobs.length === 1 ? "Keep it" : jobs.length ? "Keep them" : "Keep it"}
      busy=${busy && "Sending…"} onConfirm=${handleConfirm} onClose=${onClose}>
      <p>
        ${request.backend.name} is told at its next contact.${" "}
        ${jobs.length ? cancelConsequence(request, actions, now) : "Nothing of it has run."}
      </p>
      ${jobs.length > 0 && html`<${Choice} jobs=${jobs} actions=${actions} onToggle=${(/** @type {string} */ action) => setChosen(toggled(actions, action))} />`}
      ${jobs.length > 0 && !actions.length && html`<p class="muted">Nothing is chosen.</p>`}
      ${error && html`<div role="alert"><${ErrorBox} error=${error} level=${3} title="Nothing is cancelled" /></div>`}
    <//>
  `;
}

/** @param {{ jobs: readonly Job[], actions: readonly string[], onToggle: (action: string) => void }} props */
function Choice({ jobs, actions, onToggle }) {
  return html`
    <ul class="cancel-choice">
      ${jobs.map(
        (job) => html`
          <li key=${job.identifier} class="cancel-choice__job">
            <${Checkbox} id="cancel-${job.identifier}" label=${html`<code class="break-anywhere">${job.action}</code>`}
              checked=${actions.includes(job.action)} onChange=${() => onToggle(job.action)} />
            <span class="cancel-choice__state">
              <${Status} status=${job.display_status} />
              ${job.display_status === "running" && html` <${Duration} since=${job.started_at} />`}
            </span>
          </li>
        `,
      )}
    </ul>
  `;
}
