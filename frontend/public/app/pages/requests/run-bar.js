/** The bar at the bottom: what will run, why not, and the one button that sends it. */

import { Button } from "../../components/button.js";
import { ErrorBox } from "../../components/error-box.js";
import { BottomBar } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { plural } from "../../lib/text.js";
import { html, useEffect, useRef } from "../../ui.js";
import { queueWords, sumOf, whyNotByCodelists } from "./choice.js";

/** @import { Run } from "./use-run.js" */

/** @param {{ run: Run }} props */
export function RunBar({ run }) {
  const { plan, sending, backendName } = run;
  const problem = sending.error ?? run.planError;
  const whyNot = whyNotOf(run);
  const label =
    plan && !whyNot ? `Run ${plural(plan.will_run, "job")} on ${backendName}` : "Run jobs";
  return html`
    ${problem && html`<${Refusal} run=${run} />`}
    <${BottomBar} actions=${html`
      <${Button} href=${paths.workspace(run.workspace.name)}>Cancel<//>
      <${Button} kind="primary" busy=${sending.busy && "Sending…"} disabled=${whyNot !== ""} aria-describedby="run-sum" onClick=${run.send}>${label}<//>
    `}>
      <p id="run-sum" class="run-sum" aria-live="polite"><${Sum} run=${run} whyNot=${whyNot} /></p>
    <//>
  `;
}

/** @param {{ run: Run, whyNot: string }} props */
function Sum({ run, whyNot }) {
  const { plan, isPlanning, backendName } = run;
  if (whyNot) return whyNot;
  if (!plan) return isPlanning ? "Working out what runs…" : "";
  const { sum, rest } = sumOf(plan, backendName);
  return html`<strong>${sum}</strong> ${rest} ${plan.requests_before > 0 && queueWords(plan.requests_before)}`;
}

/**
 * Why the request cannot be sent as it is; empty where it can.
 *
 * @param {Run} run
 */
function whyNotOf({ backend, whyNotThere, chosen, plan, planError, isPlanning, pipeline }) {
  if (!backend) return "Choose where to run.";
  if (whyNotThere) return whyNotThere;
  if (!chosen.length) return "Choose at least one action.";
  if (planError) return "What would run could not be worked out.";
  if (!plan) return isPlanning ? "Working out what runs…" : "";
  if (plan.nothing_to_do) return plan.nothing_reason ?? "There is nothing to do.";
  return pipeline ? whyNotByCodelists(pipeline, plan) : "";
}

/** @param {{ run: Run }} props what the server said against it; takes the focus */
function Refusal({ run }) {
  const error = /** @type {NonNullable<Run["planError"]>} */ (run.sending.error ?? run.planError);
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  const sent = run.sending.error !== null;
  useEffect(() => {
    if (sent) ref.current?.focus();
  }, [error]);
  return html`
    <div ref=${ref} tabindex="-1" role="alert">
      <${ErrorBox} error=${error} title=${sent ? "Nothing was sent" : undefined} onRetry=${sent ? run.send : undefined} />
      ${error.errors.length > 0 && html`<ul class="refusal-list">${error.errors.map(({ pointer, detail }) => html`<li key=${pointer}>${detail}</li>`)}</ul>`}
    </div>
  `;
}
