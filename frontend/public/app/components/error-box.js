/** A problem in the place of what it kept away: what happened, and a way on. */

import { formatDuration } from "../lib/durations.js";
import { html } from "../ui.js";
import { Button } from "./button.js";
import { Callout } from "./callout.js";

/** @import { ApiProblem } from "../api/client.js" */
/** @import { Child } from "../ui" */

/**
 * @param {{
 *   error: ApiProblem, title?: string, level?: 2 | 3, signInHref?: string, actions?: Child,
 *   onRetry?: () => void
 * }} props `title` says what did not happen, where the problem's own title says it less well;
 *   `signInHref` is offered where signing in may help
 */
export function ErrorBox({ error, title, level, signInHref, actions, onRetry }) {
  const mayHelp = error.status === 401 || error.status === 404;
  const retry = onRetry && (error.status === 0 || error.status === 429 || error.status >= 500);
  const buttons = html`
    ${retry && html`<${Button} small onClick=${onRetry}>Try again<//>`}
    ${signInHref && mayHelp && html`<${Button} small href=${signInHref}>Sign in<//>`}
    ${actions}
  `;
  return html`
    <${Callout} tone=${error.status === 403 || error.status === 401 ? "held" : "failed"} level=${level}
      title=${title ?? error.title} actions=${buttons}>
      <p>
        ${title && error.detail === "" ? error.title : error.detail}
        ${error.retryAfterS && html` Another try makes sense in ${formatDuration(error.retryAfterS)}.`}
      </p>
      ${
        error.instance &&
        html`<p class="faint small">
          Reference <code>${error.instance}</code>. Quote it if you write to us.
        </p>`
      }
    <//>
  `;
}
