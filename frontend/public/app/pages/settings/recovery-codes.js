/** New recovery codes, the one time that they are shown. */

import { Button, CopyButton } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { showToast } from "../../state/toasts.js";
import { html, useEffect, useRef } from "../../ui.js";

/** @param {{ codes: readonly string[], onClose: () => void }} props */
export function RecoveryCodes({ codes, onClose }) {
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => ref.current?.focus(), [codes]);
  const actions = html`
    <${CopyButton} text=${codes.join("\n")} label="Copy codes" onCopied=${() => showToast("Codes copied.")} />
    <${Button} small onClick=${onClose}>I have kept them<//>
  `;
  return html`
    <div class="settings__note" ref=${ref} tabindex="-1" role="status">
      <${Callout} tone="held" level=${3} title="Keep these ${codes.length} recovery codes" actions=${actions}>
        <p>They are shown this once. Each lets you in once, should you lose phone and key; codes made before are worth nothing.</p>
        <ul class="settings__codes" data-codes>${codes.map((code) => html`<li key=${code}><code>${code}</code></li>`)}</ul>
      <//>
    </div>
  `;
}
