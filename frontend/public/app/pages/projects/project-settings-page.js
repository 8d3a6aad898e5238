/** Everything about a project that somebody changes, as far as the reader may. */

import { getProject, listProjectEvents } from "../../api/projects.js";
import { Button } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { ErrorBox } from "../../components/error-box.js";
import { History } from "../../components/history.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { Columns, Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { useHistory } from "../../state/history.js";
import { herePath, navigate } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { user } from "../../state/session.js";
import { html, useState } from "../../ui.js";
import { AddPeople } from "./add-people.js";
import { ArchiveProject } from "./archive-project.js";
import { ManageMembers } from "./manage-members.js";
import { PendingInvitations } from "./pending-invitations.js";
import { ProjectForm } from "./project-form.js";
import { Webhooks } from "./webhooks.js";

/** @import { Project } from "../../api/types" */
/** @import { PageProps } from "../../router.js" */

/** @param {PageProps} props */
export default function ProjectSettingsPage({ params, query }) {
  const { data, error, refresh, set } = useResource(
    (options) => getProject(params.slug, options),
    [params.slug],
    { live: ["record:project"] },
  );
  const project = data.value;
  const trail = [
    { label: "Projects", href: paths.projects() },
    { label: project?.name ?? params.slug, href: paths.project(params.slug) },
  ];
  const handleChange = (/** @type {Project} */ changed) => {
    set(changed);
    if (changed.slug !== params.slug) {
      navigate(paths.projectSettings(changed.slug), { replace: true });
    }
  };
  return html`
    <${PageHead} title="Settings" documentTitle=${`Settings of ${project?.name ?? params.slug}`} trail=${trail} />
    ${
      !project &&
      (error.value
        ? html`<${ErrorBox} error=${error.value} onRetry=${refresh} signInHref=${user.value ? undefined : paths.signIn(herePath())} />`
        : html`<${Loading} />`)
    }
    ${project && html`<${Settings} project=${project} cursor=${query.get("members")} onChange=${handleChange} onReload=${refresh} />`}
  `;
}

/**
 * @param {{
 *   project: Project, cursor: string | null, onChange: (project: Project) => void,
 *   onReload: () => Promise<void>
 * }} props
 */
function Settings({ project, cursor, onChange, onReload }) {
  const [turn, setTurn] = useState(0);
  const { can } = project;
  const mayEdit = [can.edit_status, can.rename, can.edit].some(({ allowed }) => allowed);
  // Who is in it has changed: the lists load again, and so does the number of members.
  const handlePeople = () => {
    setTurn((last) => last + 1);
    onReload();
  };
  return html`
    ${project.is_archived && html`<${Callout} tone="held" title="This project is archived"><p>It takes no new workspaces and no new runs.</p><//>`}
    <${Columns} aside=${html`<${ArchiveProject} project=${project} onChange=${onChange} onReload=${onReload} /><${Past} project=${project} turn=${turn} />`}>
      ${mayEdit ? html`<${ProjectForm} project=${project} onChange=${onChange} onReload=${onReload} />` : html`<${MayNot} title="Status and details" whyNot=${can.edit_status.why_not} />`}
      ${
        can.manage_members.allowed
          ? html`
              <${AddPeople} project=${project} onDone=${handlePeople} />
              <${PendingInvitations} project=${project} turn=${turn} onDone=${handlePeople} />
              <${ManageMembers} project=${project} cursor=${cursor} turn=${turn} onDone=${handlePeople} />
            `
          : html`<${MayNot} title="Members" whyNot=${can.manage_members.why_not} />`
      }
      ${can.manage_webhooks.allowed ? html`<${Webhooks} slug=${project.slug} />` : html`<${MayNot} title="Webhooks" whyNot=${can.manage_webhooks.why_not} />`}
    <//>
  `;
}

/** @param {{ title: string, whyNot: string | null }} props */
function MayNot({ title, whyNot }) {
  return html`
    <${Sheet} title=${title} padded>
      <p class="muted">${whyNot}</p>
      ${!user.value && html`<p class="project__sign-in"><${Button} small href=${paths.signIn(herePath())}>Sign in<//></p>`}
    <//>
  `;
}

/** @param {{ project: Project, turn: number }} props */
function Past({ project: { slug, version }, turn }) {
  const history = useHistory(
    (query, options) => listProjectEvents(slug, { ...query, limit: 10 }, options),
    [slug, version, turn],
    { live: ["record:project"] },
  );
  return html`<${Sheet} title="History"><${History} ...${history} /><//>`;
}
