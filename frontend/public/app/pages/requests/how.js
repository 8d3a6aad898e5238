/** How a request runs, what its rules are, and what project.yaml is warned about. */

import { Button } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { CodeView } from "../../components/code-view.js";
import { Dialog } from "../../components/dialog.js";
import { Checkbox } from "../../components/form.js";
import { Sheet } from "../../components/sheet.js";
import { plural } from "../../lib/text.js";
import { user } from "../../state/session.js";
import { html, useState } from "../../ui.js";
import { forceConsequence } from "./choice.js";

/** @import { Pipeline, PipelineProblem } from "../../api/types" */
/** @import { Run } from "./use-run.js" */

/** @param {{ run: Run }} props */
export function How({ run }) {
  const email = user.value?.email;
  return html`
    <${Sheet} title="How" padded>
      <div class="how">
        <${Checkbox} id="force" label="Run everything they need again" checked=${run.force} onChange=${run.setForce}
          hint=${run.force ? "No earlier result is reused." : forceConsequence(run.actions, run.parts)} />
        <${Checkbox} id="notify" label="E-mail me when each job finishes" checked=${run.notify} onChange=${run.setNotify}
          hint=${`${email || "Your account has no e-mail address, so none is sent."} Your inbox says when the run is over.`} />
      </div>
    <//>
  `;
}

export function Rules() {
  return html`
    <${Sheet} title="What runs and what is reused" padded>
      <p class="muted small">
        An action you choose always runs. An action it needs runs too if it failed or never ran here;
        otherwise its last result is reused. <code>run_all</code> stands for every action that has not
        succeeded.
      </p>
    <//>
  `;
}

/** @param {{ codelists: Pipeline["codelists"] }} props that they are not up to date, and what that stops */
export function Codelists({ codelists: { status, message } }) {
  if (!message) return null;
  const stopped = status === "incomplete" ? "Nothing" : "No action that reads the database";
  return html`
    <${Callout} tone=${status === "incomplete" ? "failed" : "held"} title="${stopped} can run at this commit">
      <p>${message}</p>
    <//>
  `;
}

/** @param {{ warnings: readonly PipelineProblem[], source: string | null }} props */
export function Warnings({ warnings, source }) {
  const [open, setOpen] = useState(false);
  if (!warnings.length) return null;
  return html`
    <${Callout} tone="held" title="${plural(warnings.length, "warning")} in project.yaml">
      ${warnings.map(
        ({ line, code, message }) =>
          html`<p key="${line} ${code}">${source ? html`<button type="button" class="link-button" onClick=${() => setOpen(true)}>Line ${line}</button>` : `Line ${line}`}: ${message}</p>`,
      )}
    <//>
    ${
      open &&
      source &&
      html`<${Dialog} title="Warnings in project.yaml" onClose=${() => setOpen(false)} footer=${html`<${Button} data-focus-first onClick=${() => setOpen(false)}>Close<//>`}>
        <${CodeView} source=${source} warnings=${warnings} />
      <//>`
    }
  `;
}
