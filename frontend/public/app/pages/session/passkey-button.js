/** Signing in by a passkey alone. */

import { signInByPasskey } from "../../api/second-factor.js";
import { Button } from "../../components/button.js";
import { ErrorBox } from "../../components/error-box.js";
import { canUsePasskeys } from "../../lib/passkeys.js";
import { useAction } from "../../state/action.js";
import { signInBy } from "../../state/session.js";
import { html } from "../../ui.js";

export function PasskeyButton() {
  const { busy, error, run } = useAction();
  if (!canUsePasskeys()) return null;
  return html`
    ${error && html`<div role="alert"><${ErrorBox} error=${error} level=${3} title=${error.title} /></div>`}
    <${Button} kind="quiet" icon="key" busy=${busy && "Asking…"} onClick=${() => run(() => signInBy(signInByPasskey))}>Use a passkey<//>
  `;
}
