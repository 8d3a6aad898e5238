/** A new password. */

import { changePassword } from "../../api/second-factor.js";
import { Button } from "../../components/button.js";
import { ErrorBox } from "../../components/error-box.js";
import { TextField } from "../../components/form.js";
import { Sheet } from "../../components/sheet.js";
import { errorsByField } from "../../lib/problems.js";
import { useAction } from "../../state/action.js";
import { sessionResource } from "../../state/session.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";

/** @param {{ username: string }} props for password managers */
export function ChangePassword({ username }) {
  const [current, setCurrent] = useState("");
  const [fresh, setFresh] = useState("");
  const { busy, error, run } = useAction();
  const errors = errorsByField(error);

  /** @param {SubmitEvent} event */
  const handleSubmit = async (event) => {
    event.preventDefault();
    if (busy) return;
    const passwords = { current_password: current, new_password: fresh };
    if (!(await run(() => changePassword(passwords)))) return;
    setCurrent("");
    setFresh("");
    sessionResource.refresh();
    showToast("Your password is changed; other browsers are signed out.");
  };

  return html`
    <${Sheet} title="Password" padded>
      <form class="form" novalidate onSubmit=${handleSubmit}>
        ${error && !error.errors.length && html`<div role="alert"><${ErrorBox} error=${error} level=${3} title="The password is not changed" /></div>`}
        <input type="text" name="username" autocomplete="username" value=${username} hidden readonly />
        <${TextField} id="current_password" label="Present password" type="password" value=${current} error=${errors.current_password}
          onInput=${setCurrent} autocomplete="current-password" />
        <${TextField} id="new_password" label="New password" type="password" value=${fresh} error=${errors.new_password}
          hint="8 characters or more, and none that everybody knows. Other browsers are signed out; tokens go on."
          onInput=${setFresh} autocomplete="new-password" />
        <div class="form__actions"><${Button} type="submit" busy=${busy && "Changing…"}>Change the password<//></div>
      </form>
    <//>
  `;
}
