/** Signing in with user name and password, and back to where one came from. */

import { Button } from "../../components/button.js";
import { ErrorBox } from "../../components/error-box.js";
import { TextField } from "../../components/form.js";
import { PageHead } from "../../components/page-head.js";
import { Sheet } from "../../components/sheet.js";
import { StatusShape } from "../../components/status.js";
import { paths } from "../../lib/paths.js";
import { backends } from "../../state/backends.js";
import { navigate } from "../../state/location.js";
import { session, signIn, user } from "../../state/session.js";
import { html, useEffect, useState } from "../../ui.js";
import { nextPath } from "./next-path.js";

/** @import { ApiProblem } from "../../api/client.js" */
/** @import { PageProps } from "../../router.js" */

/** @param {PageProps} props */
export default function SignInPage({ query }) {
  const next = nextPath(query.get("next"));
  const isSignedIn = user.value !== null;
  useEffect(() => {
    if (isSignedIn) navigate(next, { replace: true });
  }, [isSignedIn]);

  return html`
    <div class="sign-in">
      <${PageHead} title="Sign in">
        <p class="muted">
          Ask for runs, follow jobs and see why each one is where it is. Patient data never leave the
          secure sites.
        </p>
      <//>
      <${SignInForm} />
      ${
        session.value?.public_read &&
        html`<p class="muted">
          <a href=${paths.home()}>Look around without an account</a> · workspaces, requests and jobs are
          public.
        </p>`
      }
      <hr />
      <${BackendsLine} />
    </div>
  `;
}

function SignInForm() {
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState(/** @type {ApiProblem | null} */ (null));

  /** @param {SubmitEvent} event */
  const handleSubmit = async (event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await signIn({ username, password });
    } catch (problem) {
      setError(/** @type {ApiProblem} */ (problem));
    }
    setBusy(false);
  };

  return html`
    <${Sheet} padded>
      <form class="form" onSubmit=${handleSubmit}>
        ${error && html`<div role="alert"><${ErrorBox} error=${error} title="You are not signed in" /></div>`}
        <${TextField} id="username" label="User name" value=${username} onInput=${setUsername}
          name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus />
        <${TextField} id="password" label="Password" type="password" value=${password} onInput=${setPassword}
          name="password" autocomplete="current-password" required />
        <${Button} kind="primary" type="submit" busy=${busy && "Signing in…"}>Sign in<//>
      </form>
    <//>
  `;
}

/** The state of the service for those who come to look for a fault. */
function BackendsLine() {
  const known = backends.data.value?.results;
  if (!known?.length) return null;
  const taking = known.filter(({ contact, mode }) => contact === "heard" && mode === "taking");
  return html`
    <p class="sign-in__backends">
      <${StatusShape} status=${taking.length ? "succeeded" : "held"} />
      <span>${taking.length} of ${known.length} backends take jobs. <a href=${paths.backends()}>Backends</a></span>
    </p>
  `;
}
