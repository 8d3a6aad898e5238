/** Taking one's data along, and closing the account. */

import { closeAccount, exportPath } from "../../api/account.js";
import { Button } from "../../components/button.js";
import { Dialog } from "../../components/dialog.js";
import { ErrorBox } from "../../components/error-box.js";
import { TextField } from "../../components/form.js";
import { Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { errorsByField } from "../../lib/problems.js";
import { useAction } from "../../state/action.js";
import { navigate } from "../../state/location.js";
import { sessionResource } from "../../state/session.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";
import { WithAccount } from "./own-account.js";

/** @import { OwnAccount } from "../../api/types" */
/** @import { AccountProps } from "./own-account.js" */

export function AccountTab() {
  return html`
    <${Sheet} title="Your data" padded>
      <div class="form">
        <p>
          One file with all that is kept of you: profile, memberships, roles, sessions, tokens without their
          secrets, the runs that you asked for, and what is on record by and about you.
        </p>
        <div class="form__actions"><${Button} icon="document" href=${exportPath} download>Save my data<//></div>
      </div>
    <//>
    <${WithAccount} show=${Closing} />
  `;
}

/** @param {AccountProps} props */
function Closing({ account }) {
  const [asking, setAsking] = useState(false);
  const { allowed, why_not: whyNot } = account.can.close;
  return html`
    <${Sheet} title="Close the account" padded>
      <div class="form">
        <p>
          Nobody signs in by it again. Your name and address are erased, roles, memberships and tokens end. Runs and
          workspaces stay, under your user name.
        </p>
        <div>
          <${Button} changes kind="danger" disabled=${!allowed} aria-describedby=${allowed ? undefined : "why-not-close"}
            onClick=${() => setAsking(true)}>Close my account…<//>
          ${!allowed && html`<p class="muted small" id="why-not-close">${whyNot}</p>`}
        </div>
      </div>
    <//>
    ${asking && html`<${CloseDialog} account=${account} onClose=${() => setAsking(false)} />`}
  `;
}

/** @param {{ account: OwnAccount, onClose: () => void }} props */
function CloseDialog({ account, onClose }) {
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const { busy, error, run } = useAction();
  const errors = errorsByField(error);

  /** @param {SubmitEvent} event */
  const handleSubmit = async (event) => {
    event.preventDefault();
    if (busy || !(await run(() => closeAccount({ username, password })))) return;
    navigate(paths.home());
    await sessionResource.refresh();
    showToast("Your account is closed.");
  };
  const footer = html`
    <${Button} data-focus-first onClick=${onClose}>Keep my account<//>
    <${Button} kind="danger-solid" type="submit" form="close-account" busy=${busy && "Closing…"}>Close ${account.username} for good<//>
  `;
  return html`
    <${Dialog} title="Close 1 account for good?" footer=${footer} onClose=${onClose}>
      <form class="form" id="close-account" novalidate onSubmit=${handleSubmit}>
        <p>It cannot be taken back. ${account.github && "Who comes by your GitHub account later is somebody new, without your roles."}</p>
        ${error && !error.errors.length && html`<div role="alert"><${ErrorBox} error=${error} level=${3} title="The account is not closed" /></div>`}
        <${TextField} id="close-username" label="Your user name" hint=${html`Type <strong>${account.username}</strong>.`} value=${username}
          error=${errors.username} onInput=${setUsername} autocomplete="off" autocapitalize="none" spellcheck="false" />
        ${
          account.has_password &&
          html`<${TextField} id="close-password" label="Your password" type="password" value=${password} error=${errors.password}
            onInput=${setPassword} autocomplete="current-password" />`
        }
      </form>
    <//>
  `;
}
