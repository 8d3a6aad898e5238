/** Saying the password again, where the server asks for it before a change. */

import { confirmPassword } from "../../api/second-factor.js";
import { Button } from "../../components/button.js";
import { Dialog } from "../../components/dialog.js";
import { ErrorBox } from "../../components/error-box.js";
import { TextField } from "../../components/form.js";
import { errorsByField } from "../../lib/problems.js";
import { useAction } from "../../state/action.js";
import { html, useState } from "../../ui.js";

/** @import { Child } from "../../ui" */
/** @import { ApiProblem } from "../../api/client.js" */

/** @typedef {{ act: () => Promise<unknown> }} Waiting */

/**
 * One deed at a time, for which the password may have to be said again: then `dialog` asks, and the
 * deed is done after that.
 *
 * @returns {{
 *   busy: boolean, error: ApiProblem | null, dialog: Child,
 *   run: (act: () => Promise<unknown>) => Promise<void>
 * }} what `act` finds out it keeps itself
 */
export function useConfirmed() {
  const { busy, error, run, clear } = useAction();
  const [waiting, setWaiting] = useState(/** @type {Waiting | null} */ (null));
  /** @param {() => Promise<unknown>} act */
  const begin = async (act) => {
    await run(async () => {
      try {
        await act();
      } catch (problem) {
        if (/** @type {ApiProblem} */ (problem).name !== "password-needed") throw problem;
        setWaiting({ act });
      }
    });
  };
  const handleConfirmed = () => {
    setWaiting(null);
    if (waiting) begin(waiting.act);
  };
  const handleClose = () => {
    setWaiting(null);
    clear();
  };
  const dialog =
    waiting && html`<${ConfirmPassword} onDone=${handleConfirmed} onClose=${handleClose} />`;
  return { busy, error, run: begin, dialog };
}

/** @param {{ onDone: () => void, onClose: () => void }} props */
function ConfirmPassword({ onDone, onClose }) {
  const [password, setPassword] = useState("");
  const { busy, error, run } = useAction();
  /** @param {SubmitEvent} event */
  const handleSubmit = async (event) => {
    event.preventDefault();
    if (!busy && (await run(() => confirmPassword(password)))) onDone();
  };
  const footer = html`
    <${Button} onClick=${onClose}>Not now<//>
    <${Button} kind="primary" type="submit" form="confirm-password" busy=${busy && "Looking…"}>Go on<//>
  `;
  return html`
    <${Dialog} title="Is it you?" footer=${footer} onClose=${onClose}>
      <form class="form" id="confirm-password" novalidate onSubmit=${handleSubmit}>
        <p>What lets people in changes after your password alone. It is asked for once in five minutes.</p>
        ${error && !error.errors.length && html`<div role="alert"><${ErrorBox} error=${error} level=${3} /></div>`}
        <${TextField} id="confirm" label="Password" type="password" value=${password} error=${errorsByField(error).password}
          onInput=${setPassword} autocomplete="current-password" data-focus-first />
      </form>
    <//>
  `;
}
