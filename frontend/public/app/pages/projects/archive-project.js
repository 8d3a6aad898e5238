/** Archiving a project, and taking it out of the archive. */

import { changeProject } from "../../api/projects.js";
import { Button } from "../../components/button.js";
import { ConfirmDialog } from "../../components/dialog.js";
import { NotSaved } from "../../components/not-saved.js";
import { Sheet } from "../../components/sheet.js";
import { useAction } from "../../state/action.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";

/** @import { Project } from "../../api/types" */

/**
 * @param {{ project: Project, onChange: (project: Project) => void, onReload: () => void }} props
 */
export function ArchiveProject({ project, onChange, onReload }) {
  const [asking, setAsking] = useState(false);
  const { busy, error, run, clear } = useAction();
  const { is_archived: archived, name, can } = project;
  const handleReload = () => {
    clear();
    setAsking(false);
    onReload();
  };
  const handleArchive = async () => {
    const changed = await run(() =>
      changeProject(project.slug, { is_archived: !archived }, { version: project.version }),
    );
    if (!changed) return;
    setAsking(false);
    onChange(changed);
    showToast(archived ? `${name} is in use again.` : `${name} is archived.`);
  };
  const words = archived ? "Take out of the archive" : "Archive…";
  const problem =
    error && html`<${NotSaved} error=${error} thing="project" onReload=${handleReload} />`;
  return html`
    <${Sheet} title="Archive" padded>
      ${!asking && problem}
      ${
        can.archive.allowed
          ? html`<${Button} small busy=${busy && "Saving…"} onClick=${archived ? handleArchive : () => setAsking(true)}>${words}<//>`
          : html`
              <${Button} small disabled aria-describedby="why-no-archive">${words}<//>
              <p class="muted small project__why" id="why-no-archive">${can.archive.why_not}</p>
            `
      }
    <//>
    ${
      asking &&
      html`<${ConfirmDialog} title="Archive 1 project?" confirm="Archive ${name}" keep="Keep it in use" busy=${busy && "Archiving…"}
        onConfirm=${handleArchive} onClose=${() => setAsking(false)}>
        <p>It leaves the list of projects and takes no new workspaces and no new runs. What was asked for goes on, its members and history stay, and it can be taken out again.</p>
        ${problem}
      <//>`
    }
  `;
}
