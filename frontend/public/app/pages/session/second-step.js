/** The second step of signing in: a passkey, a code of the app, or a recovery code. */

import { finishByPasskey } from "../../api/second-factor.js";
import { signInByCode } from "../../api/session.js";
import { Button } from "../../components/button.js";
import { ErrorBox } from "../../components/error-box.js";
import { TextField } from "../../components/form.js";
import { canUsePasskeys } from "../../lib/passkeys.js";
import { errorsByField } from "../../lib/problems.js";
import { useAction } from "../../state/action.js";
import { signInBy, signOut } from "../../state/session.js";
import { html, useState } from "../../ui.js";

/** @param {{ kinds: readonly string[] }} props what would do */
export function SecondStep({ kinds }) {
  const [code, setCode] = useState("");
  const { busy, error, run } = useAction();
  const byPasskey = kinds.includes("webauthn") && canUsePasskeys();
  const byApp = kinds.includes("totp");

  /** @param {SubmitEvent} event */
  const handleSubmit = (event) => {
    event.preventDefault();
    if (!busy) run(() => signInBy(() => signInByCode(code)));
  };
  const handlePasskey = () => run(() => signInBy(finishByPasskey));

  return html`
    <form class="form" novalidate onSubmit=${handleSubmit}>
      <h2>One more step</h2>
      ${error && !error.errors.length && html`<div role="alert"><${ErrorBox} error=${error} level=${3} title="You are not signed in yet" /></div>`}
      ${
        byPasskey &&
        html`<${Button} kind=${byApp ? "secondary" : "primary"} icon="key" busy=${busy && "Asking…"} onClick=${handlePasskey}>Use a passkey<//>`
      }
      <${TextField} id="code" label="Code" value=${code} error=${errorsByField(error).code} onInput=${setCode}
        hint=${byApp ? "The six digits of your app, or a recovery code." : "A recovery code."}
        name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="20" autofocus />
      <${Button} kind=${byApp ? "primary" : "secondary"} type="submit" busy=${busy && "Signing in…"}>Sign in<//>
      <${Button} kind="quiet" onClick=${signOut}>Begin again<//>
    </form>
  `;
}
