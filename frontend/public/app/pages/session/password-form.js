/** Signing in with user name and password. */

import { Button } from "../../components/button.js";
import { ErrorBox } from "../../components/error-box.js";
import { TextField } from "../../components/form.js";
import { useAction } from "../../state/action.js";
import { signIn } from "../../state/session.js";
import { html, useState } from "../../ui.js";
import { PasskeyButton } from "./passkey-button.js";

/** @import { ApiProblem } from "../../api/client.js" */

/**
 * @param {{ primary?: boolean }} props `primary` where it is the only way to sign in; then the page
 *   begins with it
 */
export function PasswordForm({ primary = false }) {
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const { busy, error, run } = useAction();

  /** @param {SubmitEvent} event */
  const handleSubmit = (event) => {
    event.preventDefault();
    if (!busy) run(() => signIn({ username, password }));
  };

  return html`
    <form class="form" onSubmit=${handleSubmit}>
      ${error && html`<div role="alert"><${ErrorBox} error=${error} title=${titleOf(error)} /></div>`}
      <${TextField} id="username" label="User name" value=${username} onInput=${setUsername}
        name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus=${primary} />
      <${TextField} id="password" label="Password" type="password" value=${password} onInput=${setPassword}
        name="password" autocomplete="current-password" required />
      <${Button} kind=${primary ? "primary" : "secondary"} type="submit" busy=${busy && "Signing in…"}>Sign in<//>
      <${PasskeyButton} />
    </form>
  `;
}

/** @param {ApiProblem} error */
function titleOf({ name, title }) {
  if (name === "wrong-password") return "User name or password is wrong";
  return name.startsWith("account-") ? title : "You are not signed in";
}
