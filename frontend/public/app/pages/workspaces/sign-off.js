/** Saying that the code of a workspace may be made public: once, by a member of its project. */

import { signOffWorkspace } from "../../api/workspaces.js";
import { Button } from "../../components/button.js";
import { ConfirmDialog } from "../../components/dialog.js";
import { ErrorBox } from "../../components/error-box.js";
import { Sheet } from "../../components/sheet.js";
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { useAction } from "../../state/action.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";

/** @import { Allowed, Person, WorkspaceDetail } from "../../api/types" */

/**
 * @param {{ workspace: WorkspaceDetail, onChange: (workspace: WorkspaceDetail) => void }} props
 */
export function WorkspaceSignOff({ workspace, onChange }) {
  const { name, repo, signed_off_at: at, signed_off_by: by } = workspace;
  return html`
    <${Sheet} title="Publishing the code" padded>
      <div class="stack">
        <${SignOffState} at=${at} by=${by} none="Not signed off yet." />
        <p class="muted small">
          All workspaces on <a class="break-anywhere" href=${paths.repo(repo)}>${repo.owner}/${repo.name}</a> are signed off before its code is made public.
        </p>
        ${!at && html`<${SignOffWorkspace} name=${name} verdict=${workspace.can.sign_off} onDone=${onChange} />`}
      </div>
    <//>
  `;
}

/** @param {{ at: string | null, by: Person | null, none: string }} props who said so, and when */
export function SignOffState({ at, by, none }) {
  if (!at) return html`<p>${none}</p>`;
  return html`<p>Signed off by ${by?.name}, <${Time} value=${at} />.</p>`;
}

/**
 * @param {{ name: string, verdict: Allowed, small?: boolean, onDone: (workspace: WorkspaceDetail) => void }} props
 */
export function SignOffWorkspace({ name, verdict, small = true, onDone }) {
  return html`
    <${SignOffButton} id="sign-off-${name}" label="Sign off…" small=${small} verdict=${verdict}
      title="Sign off 1 workspace?" confirm="Sign off ${name}"
      act=${() => signOffWorkspace(name)} onDone=${onDone}>
      <p>You say that the code on its branch may be made public. That is on record with your name and is not taken back here.</p>
    <//>
  `;
}

/**
 * A button that asks first; one that may not be used has its reason beside it.
 *
 * @param {{
 *   id: string, label: string, verdict: Allowed, title: string, confirm: string, small?: boolean,
 *   act: () => Promise<any>, onDone: (answer: any) => void, children?: import("../../ui").Child
 * }} props
 */
export function SignOffButton({
  id,
  label,
  verdict: { allowed, why_not: whyNot },
  title,
  confirm,
  small = true,
  act,
  onDone,
  children,
}) {
  const [asking, setAsking] = useState(false);
  const { busy, error, run } = useAction();
  const handleConfirm = async () => {
    const answer = await run(act);
    if (!answer) return;
    setAsking(false);
    showToast("Signed off.");
    onDone(answer);
  };
  return html`
    <div class="deed">
      <${Button} small=${small} disabled=${!allowed} aria-describedby=${allowed ? undefined : `why-not-${id}`} onClick=${() => setAsking(true)}>${label}<//>
      ${!allowed && html`<p class="deed__why" id="why-not-${id}">${whyNot}</p>`}
    </div>
    ${
      asking &&
      html`<${ConfirmDialog} title=${title} confirm=${confirm} keep="Not yet" busy=${busy && "Sending…"} onConfirm=${handleConfirm} onClose=${() => setAsking(false)}>
        ${children}
        ${error && html`<div role="alert"><${ErrorBox} error=${error} level=${3} title="Nothing is signed off" /></div>`}
      <//>`
    }
  `;
}
