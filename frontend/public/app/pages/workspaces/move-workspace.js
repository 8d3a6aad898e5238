/** Moving a workspace to another project: for staff. */

import { Button } from "../../components/button.js";
import { Dialog } from "../../components/dialog.js";
import { ErrorBox } from "../../components/error-box.js";
import { errorsByField } from "../../lib/problems.js";
import { html, useState } from "../../ui.js";
import { findProjects, PlaceField } from "../places/places.js";

/** @import { WorkspaceDetail } from "../../api/types" */
/** @import { ApiProblem } from "../../api/client.js" */
/** @import { Choice } from "../../state/found.js" */

/**
 * @param {{
 *   workspace: WorkspaceDetail, busy: boolean, error: ApiProblem | null,
 *   onMove: (project: string) => void, onClose: () => void
 * }} props
 */
export function MoveWorkspace({ workspace, busy, error, onMove, onClose }) {
  const [chosen, setChosen] = useState(/** @type {Choice | null} */ (null));
  const moves = chosen !== null && chosen.value !== workspace.project.slug;
  const errors = errorsByField(error);
  const footer = html`
    <${Button} data-focus-first onClick=${onClose}>Leave it where it is<//>
    <${Button} kind="primary" busy=${busy && "Moving…"} disabled=${!moves} aria-describedby="move-what" onClick=${() => moves && onMove(chosen.value)}>Move ${workspace.name}<//>
  `;
  return html`
    <${Dialog} title="Move 1 workspace to another project?" footer=${footer} onClose=${onClose}>
      <p id="move-what">
        Its requests go with it. Who may run, change and archive follows the new project; links below the old one lead on. ${!chosen && "Choose the project first."}${chosen && !moves && "It is in that project already."}
      </p>
      <${PlaceField} id="move-project" label="Project" find=${findProjects} chosen=${chosen?.label} error=${errors.project} onPick=${setChosen} />
      ${error && !errors.project && html`<div role="alert"><${ErrorBox} error=${error} level=${3} title="Nothing is moved" /></div>`}
    <//>
  `;
}
