/** How fresh a page is; that it cannot be renewed any more, the frame says aloud (connection.js). */

import { html } from "../ui.js";
import { Time } from "./time.js";

/** @import { ApiProblem } from "../api/client.js" */

/**
 * @param {{ updatedAt: number | null, error: ApiProblem | null, reconnecting?: boolean }} props `error`
 *   of the newest try; what is shown then is as of `updatedAt`
 */
export function Freshness({ updatedAt, error, reconnecting = false }) {
  if (!updatedAt) return null;
  const time = html`<${Time} value=${new Date(updatedAt).toISOString()} style=${error ? "since" : "ago"} />`;
  if (reconnecting)
    return html`<span class="freshness freshness--stale">reconnecting; as of ${time}</span>`;
  return error
    ? html`<span class="freshness freshness--stale">not renewed since ${time}: ${error.detail || error.title}</span>`
    : html`<span class="freshness">updated ${time}</span>`;
}
