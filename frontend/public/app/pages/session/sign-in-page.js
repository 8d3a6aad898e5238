/** Signing in by the ways that are on, and back to where one came from. */

import { Callout } from "../../components/callout.js";
import { PageHead } from "../../components/page-head.js";
import { Sheet } from "../../components/sheet.js";
import { StatusShape } from "../../components/status.js";
import { paths } from "../../lib/paths.js";
import { backends } from "../../state/backends.js";
import { navigate } from "../../state/location.js";
import { session, user } from "../../state/session.js";
import { html, useEffect, useState } from "../../ui.js";
import { GitHubForm } from "./github-form.js";
import { nextPath } from "./next-path.js";
import { PasswordForm } from "./password-form.js";
import { SecondStep } from "./second-step.js";
import { signInError } from "./sign-in-errors.js";

/** @import { PageProps } from "../../router.js" */

/** @param {PageProps} props */
export default function SignInPage({ query }) {
  // As it was when the page opened: the query is that of the next page before this one has gone.
  const [next] = useState(() => nextPath(query.get("next")));
  const error = signInError(query.get("error"));
  const isNew = user.value?.needs_welcome;
  const target = user.value && (isNew ? paths.welcome(next) : next);
  useEffect(() => {
    if (target) navigate(target, { replace: true });
  }, [target]);
  if (target) return null;

  return html`
    <div class="sign-in">
      <${PageHead} title="Sign in">
        <p class="muted">
          Ask for runs, follow jobs and see why each one is where it is. Patient data never leave the
          secure sites.
        </p>
      <//>
      ${
        error &&
        html`<div role="alert"><${Callout} tone=${error.tone} title=${error.title}><p>${error.text}</p><//></div>`
      }
      <${Ways} next=${next} />
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

/**
 * Exactly the ways that are on. Where passwords are for administrators alone, theirs is folded away.
 *
 * @param {{ next: string }} props
 */
function Ways({ next }) {
  const ways = session.value?.sign_in;
  if (ways?.second_step) {
    return html`<${Sheet} padded><${SecondStep} kinds=${ways.second_step} /><//>`;
  }
  if (!ways?.github) return html`<${Sheet} padded><${PasswordForm} primary /><//>`;
  return html`
    <${Sheet} class="sign-in__ways">
      <div class="sign-in__way">
        <${GitHubForm} next=${next} />
        <p class="muted small">
          We read your name, user name and e-mail address. We never write to your repositories.
        </p>
      </div>
      <div class="sign-in__way">
        <p class="muted small">New here? A new account can look, not run. Who coordinates a project can let you in.</p>
      </div>
      ${
        ways.password
          ? html`
              <div class="sign-in__way">
                <h2 class="sign-in__title">With a password</h2>
                <${PasswordForm} />
              </div>
            `
          : html`
              <details class="sign-in__way">
                <summary>Administrators sign in with a password</summary>
                <${PasswordForm} />
              </details>
            `
      }
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
