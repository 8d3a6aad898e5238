/** The button that leads to GitHub: a form that is really posted, which the browser can follow. */

import { csrfToken } from "../../api/client.js";
import { gitHubStartPath } from "../../api/session.js";
import { Button } from "../../components/button.js";
import { Icon } from "../../components/icon.js";
import { paths } from "../../lib/paths.js";
import { sessionResource } from "../../state/session.js";
import { html, useEffect, useState } from "../../ui.js";

/** @param {{ next: string }} props the path to go to afterwards */
export function GitHubForm({ next }) {
  const [busy, setBusy] = useState(false);
  // Who comes back from GitHub's page by the browser's button finds the page as it was left.
  useEffect(() => {
    const rest = () => setBusy(false);
    addEventListener("pageshow", rest);
    return () => removeEventListener("pageshow", rest);
  }, []);

  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  const handleSubmit = async (event) => {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    setBusy(true);
    // The answer brings the CSRF cookie, which may have run out while the page stood open.
    await sessionResource.refresh();
    const token = /** @type {HTMLInputElement} */ (form.elements.namedItem("csrfmiddlewaretoken"));
    token.value = csrfToken();
    form.submit();
  };

  return html`
    <form method="post" action=${gitHubStartPath} onSubmit=${handleSubmit}>
      <input type="hidden" name="provider" value="github" />
      <input type="hidden" name="process" value="login" />
      <input type="hidden" name="callback_url" value=${paths.signIn(next)} />
      <input type="hidden" name="csrfmiddlewaretoken" />
      <${Button} kind="primary" type="submit" busy=${busy && "Going to GitHub…"}>
        <span class="sign-in__github">Continue with GitHub <${Icon} name="external" /></span>
      <//>
    </form>
  `;
}
