/** The name that others see, the address, and how this browser shows the service. */

import { changeAccount } from "../../api/account.js";
import { Button } from "../../components/button.js";
import { Checkbox, ErrorSummary, RadioCards, TextField } from "../../components/form.js";
import { NotSaved } from "../../components/not-saved.js";
import { Sheet } from "../../components/sheet.js";
import { errorsByField } from "../../lib/problems.js";
import { useAction } from "../../state/action.js";
import { chooseShortcuts, chooseTheme, shortcutsOn, theme } from "../../state/preferences.js";
import { useSeen } from "../../state/seen.js";
import { sessionResource } from "../../state/session.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";
import { WithAccount } from "./own-account.js";

/** @import { AccountProps } from "./own-account.js" */
/** @import { Theme } from "../../state/preferences.js" */

/** @typedef {{ fullname: string, email: string }} Typed */

export function ProfileTab() {
  return html`
    <${WithAccount} show=${Profile} />
    <${ThisBrowser} />
  `;
}

/** @param {AccountProps} props */
function Profile({ account, onChange, onReload }) {
  const [typed, setTyped] = useState(/** @type {Partial<Typed> | null} */ (null));
  const { seen, accept } = useSeen(account, typed !== null);
  const { fullname, email } = { ...account, ...typed };
  const { busy, error, run, clear } = useAction();
  const errors = errorsByField(error);

  /** @param {SubmitEvent} event */
  const handleSubmit = async (event) => {
    event.preventDefault();
    if (busy) return;
    const { version } = seen;
    const changed = await run(() => changeAccount({ fullname, email: email.trim() }, { version }));
    if (!changed) return;
    setTyped(null);
    onChange(changed);
    sessionResource.refresh();
    showToast("Your profile is saved.");
  };
  const handleReload = async () => {
    await onReload();
    accept();
    clear();
  };
  const handleName = (/** @type {string} */ value) => setTyped({ ...typed, fullname: value });
  const handleEmail = (/** @type {string} */ value) => setTyped({ ...typed, email: value });

  return html`
    <${Sheet} title="You" padded>
      <form class="form" novalidate onSubmit=${handleSubmit}>
        ${error && error.errors.length > 0 && html`<${ErrorSummary} title="Nothing is saved yet" errors=${summaryOf(errors)} />`}
        ${error && !error.errors.length && html`<${NotSaved} error=${error} thing="account" onReload=${handleReload} />`}
        <p class="muted">
          Your user name is <strong>${account.username}</strong>. ${account.github ? "It follows your name on GitHub." : "It stays."}
        </p>
        <${TextField} id="fullname" label="Name" hint="As others see it beside what you run." value=${fullname}
          error=${errors.fullname} onInput=${handleName} autocomplete="name" maxlength="255" />
        <${TextField} id="email" label="E-mail address" optional type="email" value=${email} error=${errors.email}
          hint="For notices. Nobody but you and staff sees it." onInput=${handleEmail} autocomplete="email" maxlength="254" />
        <div class="form__actions"><${Button} kind="primary" type="submit" busy=${busy && "Saving…"}>Save profile<//></div>
      </form>
    <//>
  `;
}

/** @param {Record<string, string>} errors */
function summaryOf(errors) {
  return Object.entries(errors).map(([fieldId, message]) => ({ fieldId, message }));
}

const THEMES = [
  { value: "system", label: "As the system", hint: "Light or dark as this device has it." },
  { value: "light", label: "Light", hint: "Dark text on a light page." },
  { value: "dark", label: "Dark", hint: "Light text on a dark page." },
];

function ThisBrowser() {
  const handleTheme = (/** @type {string} */ choice) => chooseTheme(/** @type {Theme} */ (choice));
  return html`
    <${Sheet} title="This browser" note="kept in this browser alone" padded>
      <div class="form">
        <h3>Colours</h3>
        <${RadioCards} name="theme" label="Colours" value=${theme.value} options=${THEMES} onPick=${handleTheme} />
        <${Checkbox} id="shortcuts" label="Single keys do something" checked=${shortcutsOn.value} onChange=${chooseShortcuts}
          hint="Such as / for the search and g then h for home. They rest while you type." />
      </div>
    <//>
  `;
}
