/** Adding a passkey. */

import { addPasskey } from "../../api/second-factor.js";
import { Button } from "../../components/button.js";
import { ErrorBox } from "../../components/error-box.js";
import { TextField } from "../../components/form.js";
import { canUsePasskeys } from "../../lib/passkeys.js";
import { errorsByField } from "../../lib/problems.js";
import { nameOfBrowser } from "../../lib/user-agents.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";
import { useConfirmed } from "./confirm-password.js";

/** @param {{ onAdded: () => void }} props */
export function AddPasskey({ onAdded }) {
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState(() => nameOfBrowser(navigator.userAgent));
  const { busy, error, run, dialog } = useConfirmed();

  if (!canUsePasskeys()) {
    return html`
      <${Button} small disabled aria-describedby="why-no-passkey">Add a passkey…<//>
      <p class="muted small settings__begun" id="why-no-passkey">This browser cannot use passkeys at this address.</p>
    `;
  }
  if (!naming) return html`<${Button} small onClick=${() => setNaming(true)}>Add a passkey…<//>`;

  /** @param {SubmitEvent} event */
  const handleSubmit = (event) => {
    event.preventDefault();
    if (busy) return;
    run(async () => {
      await addPasskey(name.trim());
      setNaming(false);
      showToast("The passkey is added.");
      onAdded();
    });
  };
  return html`
    <div class="settings__begun"><form class="form" novalidate onSubmit=${handleSubmit}>
      ${error && !error.errors.length && html`<div role="alert"><${ErrorBox} error=${error} level=${3} title=${error.title} /></div>`}
      <${TextField} id="passkey-name" label="Name of the passkey" hint="So that you know it again: where the key is." value=${name}
        error=${errorsByField(error).name} onInput=${setName} autocomplete="off" maxlength="100" autofocus />
      <div class="form__actions">
        <${Button} kind="primary" type="submit" busy=${busy && "Asking…"}>Make the passkey<//>
        <${Button} onClick=${() => setNaming(false)}>Not now<//>
      </div>
    </form></div>
    ${dialog}
  `;
}
