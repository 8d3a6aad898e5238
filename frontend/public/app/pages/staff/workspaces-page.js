/** Every workspace, for staff; many are archived at once. */

import { archiveWorkspaces, listWorkspaces } from "../../api/workspaces.js";
import { Button } from "../../components/button.js";
import { Dialog } from "../../components/dialog.js";
import { ErrorBox } from "../../components/error-box.js";
import { Icon } from "../../components/icon.js";
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { listOf, plural } from "../../lib/text.js";
import { useAction } from "../../state/action.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";
import { useOrgFilter, useProjectFilter } from "./choices.js";
import { StaffList } from "./staff-list.js";

/** @import { Answer, Workspace } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { PageProps } from "../../router.js" */

const NAMED_AT_MOST = 8;

const LIVE = ["record:workspace", "record:project"];

/** @type {readonly Column<Workspace>[]} */
const COLUMNS = [
  {
    key: "name",
    label: "Workspace",
    head: true,
    render: ({ name, is_archived: archived }) => html`
      <a class="break-anywhere" href=${paths.workspace(name)}>${name}</a>
      ${archived && html` <span class="tag">archived</span>`}
    `,
  },
  {
    key: "project",
    label: "Project",
    render: ({ project }) => html`<a href=${paths.project(project.slug)}>${project.name}</a>`,
  },
  {
    key: "repo",
    label: "Repository and branch",
    render: ({ repo, branch }) => html`
      <a class="mono break-anywhere" href=${paths.repo(repo)}>${repo.owner}/${repo.name}</a>
      <span class="workspaces__branch"><${Icon} name="branch" /> <span class="mono break-anywhere">${branch}</span></span>
    `,
  },
  { key: "by", label: "Made by", render: ({ created_by: person }) => person.name },
  {
    key: "made",
    label: "Made",
    render: (workspace) =>
      html`<span class="muted nowrap"><${Time} value=${workspace.created_at} style="short" /></span>`,
  },
];

/** @param {PageProps} props */
export default function StaffWorkspacesPage({ query }) {
  const org = useOrgFilter(query);
  const project = useProjectFilter(query);
  const [asking, setAsking] = useState(false);
  return html`
    <${StaffList} here="workspaces" title="Workspaces" query=${query} columns=${COLUMNS} load=${listWorkspaces} live=${LIVE}
      intro="Every workspace, newest first. One is moved to another project on its own page."
      fields=${[
        { key: "search", label: "Name or repository" },
        org,
        project,
        { key: "archived", label: "In use", options: [{ value: "true", label: "Archived" }] },
      ]}
      rowKey=${(/** @type {Workspace} */ { name }) => name}
      empty=${{ title: "No workspaces yet", text: "When somebody makes a workspace, it stands here." }}
      bulk=${{
        labelOf: (/** @type {Workspace} */ { name }) => name,
        render: (/** @type {readonly string[]} */ chosen, /** @type {() => void} */ done) => html`
          <${Button} changes small onClick=${() => setAsking(true)}>Archive…<//>
          ${asking && html`<${ArchiveDialog} names=${chosen} onDone=${done} onClose=${() => setAsking(false)} />`}
        `,
      }} />
  `;
}

/** @param {{ names: readonly string[], onDone: () => void, onClose: () => void }} props */
function ArchiveDialog({ names, onDone, onClose }) {
  const { busy, error, run } = useAction();
  const [outcome, setOutcome] = useState(/** @type {Answer<"archiveWorkspaces"> | null} */ (null));
  const handleConfirm = async () => {
    const answer = await run(() => archiveWorkspaces([...names]));
    if (!answer) return;
    if (answer.done.length) showToast(`${plural(answer.done.length, "workspace")} archived.`);
    if (answer.skipped.length) setOutcome(answer);
    else onDone();
    if (!answer.skipped.length) onClose();
  };
  const handleClose = () => {
    onClose();
    onDone();
  };
  if (outcome) {
    return html`
      <${Dialog} key="outcome" title=${outcome.done.length ? `${plural(outcome.done.length, "workspace")} archived` : "Nothing was changed"}
        footer=${html`<${Button} data-focus-first onClick=${handleClose}>Close<//>`} onClose=${handleClose}>
        <p>${plural(outcome.skipped.length, "workspace was", "workspaces were")} skipped:</p>
        <ul class="bulk-bar__skipped">
          ${outcome.skipped.map(({ name, reason }) => html`<li key=${name}><strong>${name}</strong>: ${reason}</li>`)}
        </ul>
      <//>
    `;
  }
  const amount = plural(names.length, "workspace");
  const footer = html`
    <${Button} data-focus-first onClick=${onClose}>Keep in use<//>
    <${Button} kind="danger-solid" busy=${busy && "Archiving…"} onClick=${handleConfirm}>Archive ${amount}<//>
  `;
  return html`
    <${Dialog} key="question" title="Archive ${amount}?" footer=${footer} onClose=${onClose}>
      <p class="break-anywhere">${listOf(names, { max: NAMED_AT_MOST })}</p>
      <p>They take no new requests. Unfinished ones go on, and each workspace can be taken out again.</p>
      ${error && html`<${ErrorBox} error=${error} level=${3} title="Nothing is archived" />`}
    <//>
  `;
}
