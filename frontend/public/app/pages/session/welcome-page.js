/** The first-time welcome: the name that others see, and where notices go. Shown once. */

import { changeAccount, getAccount } from "../../api/account.js";
import { Button } from "../../components/button.js";
import { ErrorBox } from "../../components/error-box.js";
import { Checkbox, ErrorSummary, TextField } from "../../components/form.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { errorsByField } from "../../lib/problems.js";
import { navigate } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { sessionResource, user } from "../../state/session.js";
import { html, useEffect, useState } from "../../ui.js";
import { nextPath } from "./next-path.js";

/** @import { ApiProblem } from "../../api/client.js" */
/** @import { OwnAccount } from "../../api/types" */
/** @import { PageProps } from "../../router.js" */

/** @param {PageProps} props */
export default function WelcomePage({ query }) {
  // As it was when the page opened: the query is that of the next page before this one has gone.
  const [next] = useState(() => nextPath(query.get("next")));
  const elsewhere = !user.value
    ? paths.signIn(paths.welcome(next))
    : user.value.needs_welcome
      ? null
      : next;
  useEffect(() => {
    if (elsewhere) navigate(elsewhere, { replace: true });
  }, [elsewhere]);
  return elsewhere ? null : html`<${Welcome} />`;
}

function Welcome() {
  const { data, error, refresh } = useResource(getAccount);
  return html`
    <div class="welcome">
      <${PageHead} title="Welcome">
        <p class="muted">
          You are signed in. Two things, and you can look around. To run jobs, somebody who coordinates
          a project has to let you in.
        </p>
      <//>
      ${!data.value && error.value && html`<${ErrorBox} error=${error.value} onRetry=${refresh} />`}
      ${!data.value && !error.value && html`<${Loading} />`}
      ${data.value && html`<${WelcomeForm} account=${data.value} onReload=${refresh} />`}
    </div>
  `;
}

/** @param {{ account: OwnAccount, onReload: () => Promise<void> }} props */
function WelcomeForm({ account, onReload }) {
  const [fullname, setFullname] = useState(account.fullname);
  const [email, setEmail] = useState(account.email);
  const [wantsNotices, setWantsNotices] = useState(account.wants_notices);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState(/** @type {ApiProblem | null} */ (null));
  const errors = errorsByField(error);

  /** @param {SubmitEvent} event */
  const handleSubmit = async (event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      const changes = {
        fullname,
        email: email.trim(),
        wants_notices: wantsNotices,
        welcomed: true,
      };
      await changeAccount(changes, { version: account.version });
      await sessionResource.refresh(); // which ends this page
    } catch (problem) {
      const refused = /** @type {ApiProblem} */ (problem);
      setError(refused);
      if (refused.name === "stale-version") await onReload();
      setBusy(false);
    }
  };

  return html`
    <${Sheet} padded>
      <form class="form" novalidate onSubmit=${handleSubmit}>
        ${error && html`<${Refusal} error=${error} />`}
        <p>
          Your user name is <strong>${account.username}</strong>.
          ${
            account.github &&
            account.github !== account.username &&
            html` On GitHub you are ${account.github}; that name belongs to another account here, or did once.`
          }
        </p>
        <${TextField} id="fullname" label="Name" hint="As others see it beside what you run." value=${fullname}
          error=${errors.fullname} onInput=${setFullname} autocomplete="name" maxlength="255" />
        <${TextField} id="email" label="E-mail address" optional type="email" value=${email} error=${errors.email}
          hint="For notices about your runs and invitations. Nobody but you and staff sees it."
          onInput=${setEmail} autocomplete="email" maxlength="254" />
        <${Checkbox} id="wants_notices" label="Send me notices" checked=${wantsNotices} onChange=${setWantsNotices}
          hint=${email.trim() ? "Each request can still do otherwise." : "Without an address none can be sent."} />
        <${Button} kind="primary" type="submit" busy=${busy && "Saving…"}>Save and go on<//>
      </form>
    <//>
  `;
}

/** @param {{ error: ApiProblem }} props */
function Refusal({ error }) {
  if (error.errors.length === 0) {
    return html`<div role="alert"><${ErrorBox} error=${error} title="Nothing is saved yet" /></div>`;
  }
  const errors = error.errors.map(({ pointer, detail }) => ({
    fieldId: pointer.slice(1),
    message: detail,
  }));
  return html`<${ErrorSummary} title="Nothing is saved yet" errors=${errors} />`;
}
