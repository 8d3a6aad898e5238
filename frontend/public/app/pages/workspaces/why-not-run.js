/** Why one may not run jobs in a workspace, and who can help. */

import { paths } from "../../lib/paths.js";
import { listOf } from "../../lib/text.js";
import { herePath } from "../../state/location.js";
import { user } from "../../state/session.js";
import { html } from "../../ui.js";

/** @import { WorkspaceDetail } from "../../api/types" */

/** @param {{ workspace: Pick<WorkspaceDetail, "can" | "helpers"> }} props a sentence or two */
export function WhyNotRun({ workspace: { can, helpers } }) {
  const names = helpers.map(({ name }) => name);
  return html`
    ${can.run.why_not}${" "}
    ${!user.value && html`<a href=${paths.signIn(herePath())}>Sign in</a>`}
    ${names.length > 0 && `${listOf(names)} can help.`}
  `;
}
