/** Changing a workspace: purpose, e-mail for new requests, archive. */

import { changeWorkspace } from "../../api/workspaces.js";
import { Button } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { ConfirmDialog } from "../../components/dialog.js";
import { ErrorBox } from "../../components/error-box.js";
import { Checkbox, TextField } from "../../components/form.js";
import { Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { errorsByField } from "../../lib/problems.js";
import { herePath } from "../../state/location.js";
import { user } from "../../state/session.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";

/** @import { Body, Workspace } from "../../api/types" */
/** @import { ApiProblem } from "../../api/client.js" */

/**
 * @param {{ workspace: Workspace, onChange: (workspace: Workspace) => void, onReload: () => void }} props
 */
export function WorkspaceSettings({ workspace, onChange, onReload }) {
  const [editing, setEditing] = useState(false);
  const [archiving, setArchiving] = useState(false);
  const { allowed, why_not: whyNot } = workspace.can.edit;
  const { busy, error, change } = useChange(workspace, onChange);

  const handleArchive = async () => {
    const archive = !workspace.is_archived;
    if (await change({ is_archived: archive })) {
      showToast(
        archive ? `${workspace.name} is archived.` : `${workspace.name} takes requests again.`,
      );
      setArchiving(false);
    }
  };
  const handleSave = async (/** @type {Body<"changeWorkspace">} */ changes) => {
    if (await change(changes)) {
      showToast("Settings saved.");
      setEditing(false);
    }
  };

  if (!allowed) {
    return html`
      <${Sheet} title="Settings" padded>
        <p class="muted">${whyNot} ${!user.value && html`<a href=${paths.signIn(herePath())}>Sign in</a>`}</p>
      <//>
    `;
  }
  return html`
    <${Sheet} title="Settings" padded>
      ${error && html`<${Problem} error=${error} onReload=${onReload} />`}
      ${
        editing
          ? html`<${SettingsForm} workspace=${workspace} busy=${busy} errors=${errorsByField(error)} onSave=${handleSave} onCancel=${() => setEditing(false)} />`
          : html`
              <div class="settings__buttons">
                <${Button} small onClick=${() => setEditing(true)}>Change purpose or e-mail<//>
                <${Button} small busy=${busy && "Saving…"} onClick=${workspace.is_archived ? handleArchive : () => setArchiving(true)}>
                  ${workspace.is_archived ? "Take out of the archive" : "Archive…"}
                <//>
              </div>
            `
      }
    <//>
    ${
      archiving &&
      html`<${ConfirmDialog} title="Archive 1 workspace?" confirm="Archive ${workspace.name}" keep="Keep it in use" busy=${busy && "Archiving…"}
        onConfirm=${handleArchive} onClose=${() => setArchiving(false)}>
        <p>It leaves the list of workspaces and takes no new requests. Its requests stay as they are, unfinished ones go on, and it can be taken out again.</p>
        ${error && html`<${ErrorBox} error=${error} level=${3} />`}
      <//>`
    }
  `;
}

/**
 * Sends a change of the version that is shown.
 *
 * @param {Workspace} workspace
 * @param {(workspace: Workspace) => void} onChange
 */
function useChange({ name, version }, onChange) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState(/** @type {ApiProblem | null} */ (null));
  /** @param {Body<"changeWorkspace">} changes */
  async function change(changes) {
    setBusy(true);
    setError(null);
    try {
      onChange(await changeWorkspace(name, changes, { version }));
      return true;
    } catch (problem) {
      setError(/** @type {ApiProblem} */ (problem));
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { busy, error, change };
}

/** @param {{ error: ApiProblem, onReload: () => void }} props */
function Problem({ error, onReload }) {
  if (error.name !== "stale-version") {
    return html`<div role="alert"><${ErrorBox} error=${error} level=${3} title="The change is not saved" /></div>`;
  }
  return html`
    <div role="alert">
      <${Callout} tone="held" level=${3} title="Somebody else changed this workspace meanwhile"
        actions=${html`<${Button} small onClick=${onReload}>Show the newest<//>`}>
        <p>Nothing of yours is saved yet; what you typed stays here. Look at the newest, then save again.</p>
      <//>
    </div>
  `;
}

/**
 * @param {{
 *   workspace: Workspace, busy: boolean, errors: Record<string, string>,
 *   onSave: (changes: Body<"changeWorkspace">) => void, onCancel: () => void
 * }} props
 */
function SettingsForm({ workspace, busy, errors, onSave, onCancel }) {
  const [purpose, setPurpose] = useState(workspace.purpose);
  const [notify, setNotify] = useState(workspace.should_notify);
  const handleSubmit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (!busy) onSave({ purpose: purpose.trim(), should_notify: notify });
  };
  return html`
    <form class="form" onSubmit=${handleSubmit}>
      <${TextField} id="purpose" label="Purpose" rows="5" value=${purpose} error=${errors.purpose} onInput=${setPurpose} />
      <${Checkbox} id="should_notify" label="E-mail when jobs finish" hint="Stands ticked in new requests; each can still do otherwise."
        checked=${notify} onChange=${setNotify} />
      <div class="form__actions">
        <${Button} kind="primary" small type="submit" busy=${busy && "Saving…"}>Save settings<//>
        <${Button} small onClick=${onCancel}>Cancel<//>
      </div>
    </form>
  `;
}
