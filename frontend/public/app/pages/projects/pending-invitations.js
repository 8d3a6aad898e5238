/** Who was invited to a project and has not answered. */

import { cancelProjectInvitation, listProjectInvitations } from "../../api/projects.js";
import { Button } from "../../components/button.js";
import { DataTable } from "../../components/data-table.js";
import { ConfirmDialog } from "../../components/dialog.js";
import { ErrorBox } from "../../components/error-box.js";
import { Sheet } from "../../components/sheet.js";
import { Time } from "../../components/time.js";
import { rolesInWords } from "../../lib/projects.js";
import { useAction } from "../../state/action.js";
import { useResource } from "../../state/resource.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";

/** @import { Invitation, Project } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */

/** @type {readonly Column<Invitation>[]} */
const COLUMNS = [
  {
    key: "name",
    label: "Invited",
    head: true,
    render: ({ username }) => html`<span class="break-anywhere">${username}</span>`,
  },
  { key: "roles", label: "Roles", render: ({ roles }) => rolesInWords(roles) },
  { key: "by", label: "By", render: ({ created_by: inviter }) => inviter?.name ?? "the staff" },
  {
    key: "at",
    label: "Sent",
    render: ({ created_at: at }) =>
      html`<span class="muted nowrap"><${Time} value=${at} style="short" /></span>`,
  },
];

/** @param {{ project: Project, turn: number, onDone: () => void }} props a new `turn` loads again */
export function PendingInvitations({ project: { slug }, turn, onDone }) {
  const { data, error, refresh } = useResource(
    (options) => listProjectInvitations(slug, { limit: 100 }, options),
    [slug, turn],
    { live: ["record:project"] },
  );
  const [chosen, setChosen] = useState(/** @type {Invitation | null} */ (null));
  const rows = data.value?.results ?? [];
  if (error.value) {
    return html`<${ErrorBox} error=${error.value} title="The invitations did not load" onRetry=${refresh} />`;
  }
  if (!rows.length) return null;
  const button = (/** @type {Invitation} */ invitation) =>
    html`<${Button} changes small aria-label="Cancel the invitation of ${invitation.username}…" onClick=${() => setChosen(invitation)}>Cancel…<//>`;
  return html`
    <${Sheet} title="Invitations" count=${rows.length} note="wait for an answer">
      <${DataTable} caption="Invitations that wait for an answer" rows=${rows} rowKey=${(/** @type {Invitation} */ { id }) => id}
        columns=${[...COLUMNS, { key: "do", label: "What to do", hideLabel: true, end: true, render: button }]} />
    <//>
    ${chosen && html`<${CancelDialog} slug=${slug} invitation=${chosen} onDone=${onDone} onClose=${() => setChosen(null)} />`}
  `;
}

/**
 * @param {{ slug: string, invitation: Invitation, onDone: () => void, onClose: () => void }} props
 */
function CancelDialog({ slug, invitation: { id, username }, onDone, onClose }) {
  const { busy, error, run } = useAction();
  const handleCancel = async () => {
    if (!(await run(() => cancelProjectInvitation(slug, id)))) return;
    onClose();
    onDone();
    showToast(`The invitation of ${username} is cancelled.`);
  };
  return html`
    <${ConfirmDialog} title="Cancel 1 invitation?" confirm="Cancel the invitation of ${username}" keep="Keep it" busy=${busy && "Cancelling…"}
      onConfirm=${handleCancel} onClose=${onClose}>
      <p>${username} can no longer accept it. You can invite again.</p>
      ${error && html`<${ErrorBox} error=${error} level=${3} title="It is not cancelled" />`}
    <//>
  `;
}
