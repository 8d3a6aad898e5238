/** A commit by its seven characters, with a link to the git host where there is one. */

import { shortCommit } from "../lib/text.js";
import { html } from "../ui.js";

/** @import { Commit } from "../api/types" */

/** @param {{ commit: Commit, message?: string }} props `message` is its first line */
export function CommitLink({ commit, message }) {
  const sha = html`<code>${shortCommit(commit.sha)}</code>`;
  return html`
    <span class="commit-link">
      ${commit.url ? html`<a href=${commit.url}>${sha}</a>` : sha}
      ${message && html` <span class="commit-link__message">“${message.split("\n")[0]}”</span>`}
    </span>
  `;
}
