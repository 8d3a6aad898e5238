/** Making a token, and the one time that it is shown. */

import { createIdempotencyKeys } from "../../api/idempotency.js";
import { createToken } from "../../api/tokens.js";
import { Button } from "../../components/button.js";
import { ErrorBox } from "../../components/error-box.js";
import { Checkbox, FieldError, SelectField, TextField } from "../../components/form.js";
import { SecretOnce } from "../../components/secret-once.js";
import { Sheet } from "../../components/sheet.js";
import { errorsByField } from "../../lib/problems.js";
import { plural } from "../../lib/text.js";
import { showToast } from "../../state/toasts.js";
import { html, useMemo, useState } from "../../ui.js";
import { LIFETIMES } from "../tokens/expiry.js";

/** @import { NewToken, Token } from "../../api/types" */
/** @import { ApiProblem } from "../../api/client.js" */

/** @typedef {Token["scopes"][number]} Scope */

const OPTIONS = LIFETIMES.map((days) => ({ value: String(days), label: plural(days, "day") }));

/** @param {{ onCreated: () => void }} props */
export function NewToken({ onCreated }) {
  const [name, setName] = useState("");
  const [days, setDays] = useState("90");
  const [scopes, setScopes] = useState(/** @type {readonly Scope[]} */ (["read"]));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState(/** @type {ApiProblem | null} */ (null));
  const [created, setCreated] = useState(/** @type {NewToken | null} */ (null));
  const keys = useMemo(createIdempotencyKeys, []);
  const errors = errorsByField(error);

  /** @param {SubmitEvent} event */
  const handleSubmit = async (event) => {
    event.preventDefault();
    if (busy) return;
    const body = { name: name.trim(), expires_in_days: Number(days), scopes: [...scopes] };
    setBusy(true);
    setError(null);
    try {
      setCreated(await createToken(body, { idempotencyKey: keys.keyFor(body) }));
      keys.renew();
      setName("");
      onCreated();
    } catch (problem) {
      setError(/** @type {ApiProblem} */ (problem));
      document.getElementById("name")?.focus();
    }
    setBusy(false);
  };

  return html`
    ${created && html`<${SecretOnce} name=${created.name} secret=${created.token} onCopied=${() => showToast("Token copied.")} onClose=${() => setCreated(null)} />`}
    <${Sheet} title="New token" padded>
      <form class="new-token" onSubmit=${handleSubmit} noValidate>
        ${error && !error.errors.length && html`<${ErrorBox} error=${error} level=${3} title="The token was not made" />`}
        <${TextField} id="name" label="Name" hint="What will use it, so that you know it again: “nightly notebook”."
          value=${name} onInput=${setName} error=${errors.name} maxlength="100" autocomplete="off" />
        <${SelectField} id="days" label="Ends after" value=${days} options=${OPTIONS} onPick=${setDays}
          error=${errors.expires_in_days} />
        <${Uses} scopes=${scopes} error=${errors.scopes} onChange=${setScopes} />
        <div class="form__actions"><${Button} kind="primary" type="submit" busy=${busy && "Making…"}>Make a token<//></div>
      </form>
    <//>
  `;
}

/** What a token may be made for beside reading. */
const USES = /** @type {const} */ ([
  { scope: "run", label: "Run", hint: "Ask for runs and cancel them, where you may." },
  { scope: "write", label: "Write", hint: "Change everything else that you may change." },
]);

/** @param {{ scopes: readonly Scope[], error?: string, onChange: (scopes: readonly Scope[]) => void }} props */
function Uses({ scopes, error, onChange }) {
  /**
   * @param {Scope} scope
   * @param {boolean} wanted
   */
  const handleUse = (scope, wanted) =>
    onChange(wanted ? [...scopes, scope] : scopes.filter((each) => each !== scope));
  return html`
    <fieldset class="new-token__uses" id="scopes">
      <legend class="field__label">What it may do</legend>
      <${Checkbox} id="scope-read" label="Read" hint="See what you may see. Every token may." checked disabled onChange=${() => {}} />
      ${USES.map(
        ({ scope, label, hint }) => html`
          <${Checkbox} key=${scope} id="scope-${scope}" label=${label} hint=${hint} checked=${scopes.includes(scope)}
            onChange=${(/** @type {boolean} */ wanted) => handleUse(scope, wanted)} />
        `,
      )}
      ${error && html`<${FieldError} id="scopes-error">${error}<//>`}
    </fieldset>
  `;
}
