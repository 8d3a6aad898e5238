/** What the reader is invited to, to accept or decline; nothing where there is none. */

import { acceptInvitation, declineInvitation, listInvitations } from "../../api/invitations.js";
import { Button } from "../../components/button.js";
import { ErrorBox } from "../../components/error-box.js";
import { Sheet } from "../../components/sheet.js";
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { rolesInWords } from "../../lib/projects.js";
import { plural } from "../../lib/text.js";
import { useAction } from "../../state/action.js";
import { useResource } from "../../state/resource.js";
import { sessionResource, user } from "../../state/session.js";
import { showToast } from "../../state/toasts.js";
import { html } from "../../ui.js";

/** @import { Invitation } from "../../api/types" */

/** @param {{ onAnswer?: () => void }} props `onAnswer` is told when the reader is in one more project */
export function MyInvitations({ onAnswer }) {
  const { data, error, refresh } = useResource(
    async (options) => (user.value ? (await listInvitations(options)).results : []),
    [user.value?.username],
    { live: user.value ? ["record:project"] : [] },
  );
  const handleAnswered = () => {
    refresh();
    sessionResource.refresh(); // what he may do has grown
    onAnswer?.();
  };
  if (error.value) {
    return html`<${ErrorBox} error=${error.value} title="Your invitations did not load" onRetry=${refresh} />`;
  }
  const invitations = data.value ?? [];
  if (!invitations.length) return null;
  return html`
    <${Sheet} title=${plural(invitations.length, "invitation")} padded>
      <ul class="invitations">
        ${invitations.map((invitation) => html`<${Line} key=${invitation.id} invitation=${invitation} onAnswered=${handleAnswered} />`)}
      </ul>
    <//>
  `;
}

/** @param {{ invitation: Invitation, onAnswered: () => void }} props */
function Line({ invitation, onAnswered }) {
  const { id, project, roles, created_by: inviter, created_at: at } = invitation;
  const { busy, error, run } = useAction();
  const handleAccept = async () => {
    if (!(await run(() => acceptInvitation(id)))) return;
    showToast(`You are in ${project.name}.`);
    onAnswered();
  };
  const handleDecline = async () => {
    if (!(await run(() => declineInvitation(id)))) return;
    showToast(`The invitation to ${project.name} is declined.`);
    onAnswered();
  };
  return html`
    <li class="invitations__line">
      <div class="invitations__text">
        <p>${inviter?.name ?? "The staff"} invites you to <a href=${paths.project(project.slug)}>${project.name}</a>.</p>
        <p class="muted small">You would be ${rolesInWords(roles)}. Sent <${Time} value=${at} />.</p>
        ${error && html`<div role="alert"><${ErrorBox} error=${error} level=${3} title="Your answer is not saved" /></div>`}
      </div>
      <div class="invitations__buttons">
        <${Button} kind="primary" small busy=${busy && "Sending…"} aria-label="Accept the invitation to ${project.name}" onClick=${handleAccept}>Accept<//>
        <${Button} small busy=${busy && "Sending…"} aria-label="Decline the invitation to ${project.name}" onClick=${handleDecline}>Decline<//>
      </div>
    </li>
  `;
}
