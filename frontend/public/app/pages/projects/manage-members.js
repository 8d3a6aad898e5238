/** The members of a project with what a coordinator does: change roles, remove. */

import { changeProjectMember, removeProjectMember } from "../../api/projects.js";
import { Button } from "../../components/button.js";
import { ConfirmDialog, Dialog } from "../../components/dialog.js";
import { ErrorBox } from "../../components/error-box.js";
import { paths } from "../../lib/paths.js";
import { useAction } from "../../state/action.js";
import { user as me, sessionResource } from "../../state/session.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";
import { ProjectMembers } from "./project-members.js";
import { RoleFields } from "./role-fields.js";

/** @import { Project, ProjectMember } from "../../api/types" */

/** @typedef {{ project: Project, member: ProjectMember, onDone: () => void, onClose: () => void }} DialogProps */

/**
 * @param {{ project: Project, cursor: string | null, turn: number, onDone: () => void }} props
 */
export function ManageMembers({ project, cursor, turn, onDone }) {
  const [changing, setChanging] = useState(/** @type {ProjectMember | null} */ (null));
  const [removing, setRemoving] = useState(/** @type {ProjectMember | null} */ (null));
  const buttons = (/** @type {ProjectMember} */ member) => html`
    <span class="members__buttons">
      <${Button} changes small aria-label="Change the roles of ${member.user.name}…" onClick=${() => setChanging(member)}>Roles…<//>
      <${Button} changes small aria-label="Remove ${member.user.name}…" onClick=${() => setRemoving(member)}>Remove…<//>
    </span>
  `;
  return html`
    <${ProjectMembers} project=${project} cursor=${cursor} of=${turn} buttonsOf=${buttons}
      hrefOf=${(/** @type {string} */ members) => paths.projectSettings(project.slug, { members })} />
    ${changing && html`<${RolesDialog} project=${project} member=${changing} onDone=${onDone} onClose=${() => setChanging(null)} />`}
    ${removing && html`<${RemoveDialog} project=${project} member=${removing} onDone=${onDone} onClose=${() => setRemoving(null)} />`}
  `;
}

/** @param {DialogProps} props */
function RolesDialog({ project, member: { user, roles: held }, onDone, onClose }) {
  const [roles, setRoles] = useState(held);
  const { busy, error, run } = useAction();
  const handleSave = async () => {
    if (!(await run(() => changeProjectMember(project.slug, user.username, { roles })))) return;
    settle(user.username);
    onClose();
    onDone();
    showToast(`The roles of ${user.name} are saved.`);
  };
  const footer = html`
    <${Button} onClick=${onClose}>Keep them as they are<//>
    <${Button} kind="primary" busy=${busy && "Saving…"} onClick=${handleSave}>Save roles<//>
  `;
  return html`
    <${Dialog} title="What is ${user.name} in ${project.name}?" footer=${footer} onClose=${onClose}>
      <${RoleFields} id="member-roles" value=${roles} onChange=${setRoles} />
      <p class="muted small">They count from the next thing that ${user.name} does.</p>
      ${error && html`<${ErrorBox} error=${error} level=${3} title="The roles are not saved" />`}
    <//>
  `;
}

/** @param {DialogProps} props */
function RemoveDialog({ project, member: { user }, onDone, onClose }) {
  const { busy, error, run } = useAction();
  const handleRemove = async () => {
    if (!(await run(() => removeProjectMember(project.slug, user.username)))) return;
    settle(user.username);
    onClose();
    onDone();
    showToast(`${user.name} is no longer in ${project.name}.`);
  };
  return html`
    <${ConfirmDialog} title="Remove 1 member?" confirm="Remove ${user.name}" keep="Keep ${user.name}" busy=${busy && "Removing…"}
      onConfirm=${handleRemove} onClose=${onClose}>
      <p>${user.name} loses all roles in ${project.name} at once. What ${user.name} ran and made stays.</p>
      ${error && html`<${ErrorBox} error=${error} level=${3} title="The member is not removed" />`}
    <//>
  `;
}

/**
 * Who changes his own membership may do other things from now on.
 *
 * @param {string} username
 */
function settle(username) {
  if (username === me.value?.username) sessionResource.refresh();
}
