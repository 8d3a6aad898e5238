/** Running jobs: who may, and the form for those who may. */

import { listWorkspaceJobRequests } from "../../api/job-requests.js";
import { getWorkspace } from "../../api/workspaces.js";
import { Button } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { paths } from "../../lib/paths.js";
import { herePath } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { user } from "../../state/session.js";
import { html } from "../../ui.js";
import { WhyNotRun } from "../workspaces/why-not-run.js";
import { linkedActions } from "./linked-choice.js";
import { RunForm } from "./run-form.js";

/** @import { WorkspaceDetail } from "../../api/types" */
/** @import { PageProps } from "../../router.js" */

/** @param {PageProps} props */
export default function NewRequestPage({ params, query }) {
  const workspace = useResource((options) => getWorkspace(params.name, options));
  const newest = useResource((options) =>
    listWorkspaceJobRequests(params.name, { limit: 1 }, options),
  );
  const linked = useResource((options) => linkedActions(query, options));
  const found = workspace.data.value;
  const newestKnown = newest.data.value !== null || newest.error.value !== null;

  const first = linked.data.value;
  if (found?.can.run.allowed && newestKnown && first) {
    return html`<${RunForm} workspace=${found} newest=${newest.data.value?.results[0] ?? null} first=${first} query=${query} />`;
  }
  const trail = [
    { label: "Workspaces", href: paths.workspaces() },
    { label: params.name, href: paths.workspace(params.name) },
  ];
  const failed = [workspace, linked].find(({ error }) => error.value);
  const mayRun = found?.can.run.allowed;
  return html`
    <${PageHead} title="Run jobs in ${params.name}" here="New request" trail=${trail} />
    ${
      found && !mayRun
        ? html`<${MayNot} workspace=${found} />`
        : failed
          ? html`<${ErrorBox} error=${failed.error.value} onRetry=${failed.refresh} signInHref=${user.value ? undefined : paths.signIn(herePath())} />`
          : html`<${Loading} lines=${8} />`
    }
  `;
}

/** @param {{ workspace: WorkspaceDetail }} props */
function MayNot({ workspace }) {
  return html`
    <${Callout} tone="held" title="You can view this workspace but not run jobs in it" actions=${html`
      ${!user.value && html`<${Button} kind="primary" href=${paths.signIn(herePath())}>Sign in<//>`}
      <${Button} href=${paths.workspace(workspace.name)}>Back to the workspace<//>
    `}>
      <p><${WhyNotRun} workspace=${workspace} /></p>
    <//>
  `;
}
