/** Adding an app for codes: its picture, and the first code as proof that it has it. */

import { addCodesApp, beginCodesApp } from "../../api/second-factor.js";
import { Button, CopyButton } from "../../components/button.js";
import { ErrorBox } from "../../components/error-box.js";
import { TextField } from "../../components/form.js";
import { errorsByField } from "../../lib/problems.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";
import { useConfirmed } from "./confirm-password.js";

/** @typedef {{ secret: string, picture: string }} Begun */

/** @param {{ onAdded: () => void }} props */
export function AddCodesApp({ onAdded }) {
  const [begun, setBegun] = useState(/** @type {Begun | null} */ (null));
  const [code, setCode] = useState("");
  const { busy, error, run, dialog } = useConfirmed();

  const handleBegin = () =>
    run(async () => {
      setBegun(await beginCodesApp());
    });
  /** @param {SubmitEvent} event */
  const handleSubmit = (event) => {
    event.preventDefault();
    if (busy) return;
    run(async () => {
      await addCodesApp(code);
      showToast("The app for codes is added.");
      onAdded();
    });
  };

  if (!begun) {
    return html`
      <${Button} small busy=${busy && "Beginning…"} onClick=${handleBegin}>Add an app…<//>
      ${error && html`<div class="settings__begun" role="alert"><${ErrorBox} error=${error} level=${3} /></div>`}
      ${dialog}
    `;
  }
  return html`
    <div class="settings__begun"><form class="form" novalidate onSubmit=${handleSubmit}>
      <div class="settings__code">
        <img class="settings__picture" src=${begun.picture} width="192" height="192" alt="QR code with the key for the app" />
        <div class="settings__secret form">
          <p>1. Scan the picture with the app, or type this key into it:</p>
          <p><code class="path-box break-anywhere" data-secret>${begun.secret}</code></p>
          <div><${CopyButton} text=${begun.secret} label="Copy key" onCopied=${() => showToast("Key copied.")} /></div>
        </div>
      </div>
      ${error && !error.errors.length && html`<div role="alert"><${ErrorBox} error=${error} level=${3} title="The app is not added yet" /></div>`}
      <${TextField} id="first-code" label="2. The six digits that the app shows now" value=${code} error=${errorsByField(error).code}
        onInput=${setCode} inputmode="numeric" autocomplete="one-time-code" maxlength="10" autofocus />
      <div class="form__actions">
        <${Button} kind="primary" type="submit" busy=${busy && "Adding…"}>Add the app<//>
        <${Button} onClick=${() => setBegun(null)}>Not now<//>
      </div>
    </form></div>
    ${dialog}
  `;
}
