/** Making a token, and the one time that it is shown. */

import { createIdempotencyKeys } from "../../api/idempotency.js";
import { createToken } from "../../api/tokens.js";
import { Button, CopyButton } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { ErrorBox } from "../../components/error-box.js";
import { SelectField, TextField } from "../../components/form.js";
import { Sheet } from "../../components/sheet.js";
import { errorsByField } from "../../lib/problems.js";
import { plural } from "../../lib/text.js";
import { showToast } from "../../state/toasts.js";
import { html, useEffect, useMemo, useRef, useState } from "../../ui.js";
import { LIFETIMES } from "./expiry.js";

/** @import { NewToken } from "../../api/types" */
/** @import { ApiProblem } from "../../api/client.js" */

const OPTIONS = LIFETIMES.map((days) => ({ value: String(days), label: plural(days, "day") }));

/** @param {{ onCreated: () => void }} props */
export function NewToken({ onCreated }) {
  const [name, setName] = useState("");
  const [days, setDays] = useState("90");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState(/** @type {ApiProblem | null} */ (null));
  const [created, setCreated] = useState(/** @type {NewToken | null} */ (null));
  const keys = useMemo(createIdempotencyKeys, []);
  const errors = errorsByField(error);

  /** @param {SubmitEvent} event */
  const handleSubmit = async (event) => {
    event.preventDefault();
    if (busy) return;
    const body = { name: name.trim(), expires_in_days: Number(days) };
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
    ${created && html`<${Created} token=${created} onClose=${() => setCreated(null)} />`}
    <${Sheet} title="New token" padded>
      <form class="new-token" onSubmit=${handleSubmit} noValidate>
        ${error && !error.errors.length && html`<${ErrorBox} error=${error} level=${3} title="The token was not made" />`}
        <${TextField} id="name" label="Name" hint="What will use it, so that you know it again: “nightly notebook”."
          value=${name} onInput=${setName} error=${errors.name} maxlength="100" autocomplete="off" />
        <${SelectField} id="days" label="Ends after" value=${days} options=${OPTIONS} onPick=${setDays}
          error=${errors.expires_in_days} />
        <${Button} kind="primary" type="submit" busy=${busy && "Making…"}>Make a token<//>
      </form>
    <//>
  `;
}

/** @param {{ token: NewToken, onClose: () => void }} props */
function Created({ token, onClose }) {
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => ref.current?.focus(), [token]);
  return html`
    <div ref=${ref} tabindex="-1" role="status">
      <${Callout} tone="succeeded" title="${token.name} is made" actions=${html`
        <${CopyButton} text=${token.token} label="Copy token" onCopied=${() => showToast("Token copied.")} />
        <${Button} small onClick=${onClose}>Done<//>
      `}>
        <p>It is shown this once. Keep it where your other secrets are; nobody can look it up later.</p>
        <p><code class="path-box break-anywhere" data-token>${token.token}</code></p>
      <//>
    </div>
  `;
}
