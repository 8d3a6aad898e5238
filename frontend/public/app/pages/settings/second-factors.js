/** The second factors that the reader has, and adding one. */

import {
  listSecondFactors,
  makeRecoveryCodes,
  removeCodesApp,
  removePasskey,
} from "../../api/second-factor.js";
import { Button } from "../../components/button.js";
import { ConfirmDialog } from "../../components/dialog.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { Sheet } from "../../components/sheet.js";
import { Time } from "../../components/time.js";
import { plural } from "../../lib/text.js";
import { useResource } from "../../state/resource.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";
import { AddCodesApp } from "./add-codes-app.js";
import { AddPasskey } from "./add-passkey.js";
import { useConfirmed } from "./confirm-password.js";
import { RecoveryCodes } from "./recovery-codes.js";

/** @import { SecondFactor } from "../../api/types" */

/** @typedef {{ name: string, isLast: boolean, act: () => Promise<unknown> }} Removal */

export function SecondFactors() {
  const { data, error, refresh } = useResource(listSecondFactors, [], {
    live: ["record:user"],
  });
  const [codes, setCodes] = useState(/** @type {readonly string[] | null} */ (null));
  const [removal, setRemoval] = useState(/** @type {Removal | null} */ (null));
  const confirmed = useConfirmed();
  const factors = data.value;
  if (!factors) {
    return error.value
      ? html`<${ErrorBox} error=${error.value} onRetry=${refresh} />`
      : html`<${Loading} />`;
  }
  const app = factors.find(({ type }) => type === "totp");
  const passkeys = factors.filter(({ type }) => type === "webauthn");
  const recovery = factors.find(({ type }) => type === "recovery_codes");
  const isLast = passkeys.length + (app ? 1 : 0) === 1;

  const handleCodes = () =>
    confirmed.run(async () => {
      setCodes(await makeRecoveryCodes());
      await refresh();
    });
  // The first factor brings recovery codes along, which are of use once they are kept.
  const handleAdded = () => (recovery ? refresh() : handleCodes());
  const handleRemove = () =>
    confirmed.run(async () => {
      const { name, act } = /** @type {Removal} */ (removal);
      setRemoval(null);
      await act();
      setCodes(null);
      await refresh();
      showToast(`${name} is removed.`);
    });
  const ask = (/** @type {string} */ name, /** @type {Removal["act"]} */ act) => () =>
    setRemoval({ name, isLast, act });

  return html`
    <${Sheet} title="Second factor" padded>
      <p class="muted">
        ${
          app || passkeys.length
            ? "Every way to sign in asks for one of these beside your password. A passkey can sign in alone."
            : "With a second factor, your password alone lets nobody in. It is up to you."
        }
      </p>
      ${confirmed.error && html`<div class="settings__note" role="alert"><${ErrorBox} error=${confirmed.error} level=${3} title="Nothing has changed" /></div>`}
      ${codes && html`<${RecoveryCodes} codes=${codes} onClose=${() => setCodes(null)} />`}
      <div class="settings__factor">
        <div class="settings__factor-text">
          <h3>App for codes</h3>
          ${app ? html`<${Facts} factor=${app} />` : html`<p class="muted">An app on your phone shows six digits, new ones every 30 seconds.</p>`}
        </div>
        ${app ? html`<${Button} changes small onClick=${ask("The app for codes", removeCodesApp)}>Remove…<//>` : html`<${AddCodesApp} onAdded=${handleAdded} />`}
      </div>
      ${passkeys.map(
        (passkey) => html`
          <div class="settings__factor" key=${passkey.id}>
            <div class="settings__factor-text">
              <h3 class="break-anywhere">Passkey ${passkey.name}</h3>
              <${Facts} factor=${passkey} />
            </div>
            <${Button} changes small aria-label="Remove passkey ${passkey.name}…"
              onClick=${ask(`Passkey ${passkey.name}`, () => removePasskey(/** @type {number} */ (passkey.id)))}>Remove…<//>
          </div>
        `,
      )}
      <div class="settings__factor">
        <div class="settings__factor-text">
          <h3>${passkeys.length ? "Another passkey" : "Passkey"}</h3>
          <p class="muted">A key in this device, your phone or a stick, opened by finger, face or PIN.</p>
        </div>
        <${AddPasskey} onAdded=${handleAdded} />
      </div>
      ${
        recovery &&
        html`
          <div class="settings__factor">
            <div class="settings__factor-text">
              <h3>Recovery codes</h3>
              <p class="muted">${recovery.unused_code_count} of ${plural(recovery.total_code_count ?? 0, "code")} left. Each lets you in once, when phone and key are lost.</p>
            </div>
            <${Button} small busy=${confirmed.busy && "Making…"} onClick=${handleCodes}>Make new codes<//>
          </div>
        `
      }
    <//>
    ${removal && html`<${RemoveDialog} removal=${removal} onConfirm=${handleRemove} onClose=${() => setRemoval(null)} />`}
    ${confirmed.dialog}
  `;
}

/** @param {{ factor: SecondFactor }} props */
function Facts({ factor }) {
  return html`
    <p class="muted">
      Added <${Time} value=${timeOf(factor.created_at)} />,
      ${factor.last_used_at ? html` last used <${Time} value=${timeOf(factor.last_used_at)} style="ago" />` : " not used yet"}.
    </p>
  `;
}

/** @param {number} seconds since 1970 */
const timeOf = (seconds) => new Date(seconds * 1000).toISOString();

/** @param {{ removal: Removal, onConfirm: () => void, onClose: () => void }} props */
function RemoveDialog({ removal: { name, isLast }, onConfirm, onClose }) {
  return html`
    <${ConfirmDialog} title="Remove 1 second factor?" confirm="Remove it" keep="Keep it" onConfirm=${onConfirm} onClose=${onClose}>
      <p>
        <strong>${name}</strong> is not asked for any more.
        ${isLast ? " It is your last one: the recovery codes go too, and your password alone lets you in." : " Your others stay."}
      </p>
    <//>
  `;
}
