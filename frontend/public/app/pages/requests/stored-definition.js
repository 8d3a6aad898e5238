/** The project.yaml of a request, as it was when it was asked for. */

import { Button } from "../../components/button.js";
import { CodeView } from "../../components/code-view.js";
import { Sheet } from "../../components/sheet.js";
import { formatBytes } from "../../lib/numbers.js";
import { plural, shortCommit } from "../../lib/text.js";
import { html, useState } from "../../ui.js";

/** @import { JobRequest } from "../../api/types" */

/** @param {{ request: JobRequest }} props closed at first: few come for it */
export function StoredDefinition({ request }) {
  const [open, setOpen] = useState(false);
  const { project_definition: source, project_definition_bytes: bytes, commit, repo } = request;
  if (!bytes) return null;
  const onHost = commit.url && `${repo.url}/blob/${commit.sha}/project.yaml`;
  const sha = html`<code>${shortCommit(commit.sha)}</code>`;
  const link = onHost && html`<${Button} small icon="external" href=${onHost}>Open on GitHub<//>`;
  if (open && source) {
    return html`
      <${CodeView} source=${source} note=${html`at ${sha}, as stored with this request`}
        tools=${html`<${Button} small onClick=${() => setOpen(false)}>Hide<//> ${link}`} />
    `;
  }
  const lines = source?.replace(/\n$/, "").split("\n").length ?? 0;
  return html`
    <${Sheet} title=${html`<code>project.yaml</code>`} class="stored-definition"
      note=${source ? html`at ${sha}, ${plural(lines, "line")}, as stored with this request` : html`at ${sha}; ${formatBytes(bytes)} are too much to show here`}
      tools=${html`${source && html`<${Button} small onClick=${() => setOpen(true)}>Show<//>`} ${link}`} />
  `;
}
