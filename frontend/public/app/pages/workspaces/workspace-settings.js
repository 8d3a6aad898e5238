/** Changing a workspace: purpose and branch, e-mail for new requests, archive, project. */

import { changeWorkspace, getWorkspace } from "../../api/workspaces.js";
import { Button } from "../../components/button.js";
import { ConfirmDialog } from "../../components/dialog.js";
import { ErrorBox } from "../../components/error-box.js";
import { TextField } from "../../components/form.js";
import { NotSaved } from "../../components/not-saved.js";
import { Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { errorsByField } from "../../lib/problems.js";
import { useAction } from "../../state/action.js";
import { herePath } from "../../state/location.js";
import { user } from "../../state/session.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";
import { MoveWorkspace } from "./move-workspace.js";

/** @import { Allowed, Body, WorkspaceDetail } from "../../api/types" */
/** @import { Child } from "../../ui" */
/** @typedef {Body<"changeWorkspace">} Changes */

/**
 * Each control by its own permission; one that may not be used has its reason beside it.
 *
 * @param {{ workspace: WorkspaceDetail, onChange: (workspace: WorkspaceDetail) => void }} props
 */
export function WorkspaceSettings({ workspace, onChange }) {
  const [open, setOpen] = useState(/** @type {"form" | "archive" | "move" | null} */ (null));
  // What the reader answers to: the page renews itself while he types.
  const [seen, setSeen] = useState(workspace);
  const { busy, error, run } = useAction();
  const { can, name } = workspace;
  const { version } = open ? seen : workspace;

  /**
   * @param {Changes} changes
   * @param {string} done
   */
  const apply = async (changes, done) => {
    const changed = await run(() => changeWorkspace(name, changes, { version }));
    if (!changed) return;
    onChange(changed);
    showToast(done);
    setOpen(null);
  };
  const handleOpen = (/** @type {typeof open} */ what) => {
    setSeen(workspace);
    setOpen(what);
  };
  const handleReload = async () => {
    const newest = await run(() => getWorkspace(name));
    if (!newest) return;
    setSeen(newest);
    onChange(newest);
  };
  const handleNotices = () =>
    workspace.should_notify
      ? apply({ should_notify: false }, "New requests send no e-mail.")
      : apply({ should_notify: true }, "New requests send e-mail.");
  const handleArchive = () =>
    workspace.is_archived
      ? apply({ is_archived: false }, `${name} takes requests again.`)
      : apply({ is_archived: true }, `${name} is archived.`);

  if (!user.value) {
    return html`
      <${Sheet} title="Settings" padded>
        <p class="muted">To change this workspace, <a href=${paths.signIn(herePath())}>sign in</a>.</p>
      <//>
    `;
  }
  if (open === "form") {
    return html`
      <${Sheet} title="Settings" padded>
        ${error && html`<${NotSaved} error=${error} thing="workspace" onReload=${handleReload} />`}
        <${SettingsForm} workspace=${workspace} busy=${busy} errors=${errorsByField(error)}
          onSave=${(/** @type {Changes} */ changes) => apply(changes, "Settings saved.")} onCancel=${() => setOpen(null)} />
      <//>
    `;
  }
  return html`
    <${Sheet} title="Settings" padded>
      ${error && !open && html`<${NotSaved} error=${error} thing="workspace" onReload=${handleReload} />`}
      <div class="deeds">
        <${Control} id="edit" verdict=${can.edit} onClick=${() => handleOpen("form")}>Change purpose or branch<//>
        <${Control} id="notices" verdict=${can.toggle_notices} busy=${busy && !open && "Saving…"} onClick=${handleNotices}>
          ${workspace.should_notify ? "Switch e-mail off for new requests" : "Switch e-mail on for new requests"}
        <//>
        <${Control} id="archive" verdict=${can.archive} onClick=${workspace.is_archived ? handleArchive : () => handleOpen("archive")}>
          ${workspace.is_archived ? "Take out of the archive" : "Archive…"}
        <//>
        ${can.move.allowed && html`<${Control} id="move" verdict=${can.move} onClick=${() => handleOpen("move")}>Move to another project…<//>`}
      </div>
    <//>
    ${
      open === "archive" &&
      html`<${ConfirmDialog} title="Archive 1 workspace?" confirm="Archive ${name}" keep="Keep it in use" busy=${busy && "Archiving…"}
        onConfirm=${handleArchive} onClose=${() => setOpen(null)}>
        <p>It leaves the list of workspaces and takes no new requests. Its requests stay as they are, unfinished ones go on, and it can be taken out again.</p>
        ${error && html`<${ErrorBox} error=${error} level=${3} />`}
      <//>`
    }
    ${
      open === "move" &&
      html`<${MoveWorkspace} workspace=${workspace} busy=${busy} error=${error} onClose=${() => setOpen(null)}
        onMove=${(/** @type {string} */ project) => apply({ project }, `${name} is moved.`)} />`
    }
  `;
}

/**
 * @param {{ id: string, verdict: Allowed, busy?: string | false, onClick: () => void, children?: Child }} props
 */
function Control({ id, verdict: { allowed, why_not: whyNot }, busy = false, onClick, children }) {
  return html`
    <div class="deed">
      <${Button} small busy=${busy} disabled=${!allowed} aria-describedby=${allowed ? undefined : `why-not-${id}`} onClick=${onClick}>${children}<//>
      ${!allowed && html`<p class="deed__why" id="why-not-${id}">${whyNot}</p>`}
    </div>
  `;
}

/**
 * @param {{
 *   workspace: WorkspaceDetail, busy: boolean, errors: Record<string, string>,
 *   onSave: (changes: Changes) => void, onCancel: () => void
 * }} props
 */
function SettingsForm({ workspace, busy, errors, onSave, onCancel }) {
  const [purpose, setPurpose] = useState(workspace.purpose);
  const [branch, setBranch] = useState(workspace.branch);
  const handleSubmit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const moves = branch.trim() !== workspace.branch;
    if (!busy) onSave({ purpose: purpose.trim(), ...(moves ? { branch: branch.trim() } : {}) });
  };
  return html`
    <form class="form" onSubmit=${handleSubmit}>
      <${TextField} id="purpose" label="Purpose" rows="5" value=${purpose} error=${errors.purpose} onInput=${setPurpose} />
      <${TextField} id="branch" label="Branch" mono value=${branch} error=${errors.branch} maxlength="255" autocapitalize="none" autocomplete="off" spellcheck="false"
        hint="New requests use its newest commit. Requests made before keep theirs." onInput=${setBranch} />
      <div class="form__actions">
        <${Button} kind="primary" small type="submit" busy=${busy && "Saving…"}>Save settings<//>
        <${Button} small onClick=${onCancel}>Cancel<//>
      </div>
    </form>
  `;
}
