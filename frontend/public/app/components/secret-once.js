/** A secret just made, the one time that it is shown. */

import { html, useEffect, useRef } from "../ui.js";
import { Button, CopyButton } from "./button.js";
import { Callout } from "./callout.js";

/** @param {{ name: string, secret: string | null, what?: string, onCopied?: () => void, onClose: () => void }} props takes the focus */
export function SecretOnce({ name, secret, what = "token", onCopied, onClose }) {
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => ref.current?.focus(), [secret]);
  return html`
    <div ref=${ref} tabindex="-1" role="status">
      <${Callout} tone="succeeded" title="${name} is made" actions=${html`
        ${secret && html`<${CopyButton} text=${secret} label="Copy ${what}" onCopied=${onCopied} />`}
        <${Button} small onClick=${onClose}>Done<//>
      `}>
        <p>It is shown this once. Keep it where your other secrets are; nobody can look it up later.</p>
        <p><code class="path-box break-anywhere" data-token>${secret}</code></p>
      <//>
    </div>
  `;
}
