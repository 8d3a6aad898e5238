/** Whether the reader gets mail, and where. */

import { changeAccount } from "../../api/account.js";
import { Checkbox, RadioCards } from "../../components/form.js";
import { NotSaved } from "../../components/not-saved.js";
import { Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { useAction } from "../../state/action.js";
import { whyNoChanges } from "../../state/session.js";
import { showToast } from "../../state/toasts.js";
import { html } from "../../ui.js";
import { WithAccount } from "./own-account.js";

/** @import { Body, OwnAccount } from "../../api/types" */
/** @import { AccountProps } from "./own-account.js" */

const RUN_MAIL = [
  { value: "each_job", label: "As each job finishes", hint: "One mail a job, with its message." },
  {
    value: "each_run",
    label: "When the whole run has finished",
    hint: "One mail a run, with all its jobs.",
  },
  { value: "both", label: "Both", hint: "As each job finishes, and once more at the end." },
];

export function NoticesTab() {
  return html`<${WithAccount} show=${Notices} />`;
}

/** @param {AccountProps} props */
function Notices({ account, onChange, onReload }) {
  const { busy, error, run, clear } = useAction();
  const isOff = Boolean(whyNoChanges.value);
  /**
   * @param {Body<"changeAccount">} changes
   * @param {string} said
   */
  const save = async (changes, said) => {
    if (busy) return;
    const { version } = account;
    const changed = await run(() => changeAccount(changes, { version }));
    if (!changed) return onReload();
    onChange(changed);
    showToast(said);
  };
  const handleWanted = (/** @type {boolean} */ wanted) =>
    save(
      { wants_notices: wanted },
      wanted ? "You get notices by e-mail." : "You get no mail any more; the inbox goes on.",
    );
  const handleRunMail = (/** @type {string} */ value) =>
    save(
      { run_mail: /** @type {OwnAccount["run_mail"]} */ (value) },
      "Saved: it counts from the next job that finishes.",
    );
  return html`
    <${Sheet} title="Notices by e-mail" padded>
      <div class="form">
        ${error && html`<${NotSaved} error=${error} thing="account" onReload=${clear} />`}
        <${Checkbox} id="wants_notices" label="Send me notices" checked=${account.wants_notices} onChange=${handleWanted} disabled=${isOff}
          aria-busy=${busy ? "true" : undefined}
          hint="About jobs of runs for which you asked for e-mail, invitations to projects, and sign-off of repositories. Changes of how you sign in are always told." />
        ${
          account.wants_notices &&
          html`<${RadioCards} name="run_mail" label="Mail about runs" value=${account.run_mail} options=${RUN_MAIL.map((option) => ({ ...option, disabled: isOff }))} onPick=${handleRunMail} />`
        }
        <p class="muted">
          ${
            account.email
              ? html`They go to <strong class="break-anywhere">${account.email}</strong>. <a href=${paths.settings()}>Change the address</a>`
              : html`You have no e-mail address here, so none can be sent. <a href=${paths.settings()}>Add an address</a>`
          }
        </p>
      </div>
    <//>
  `;
}
