/** Making a workspace: project, repository and branch, name and purpose. */

import { createIdempotencyKeys } from "../../api/idempotency.js";
import { createWorkspace } from "../../api/workspaces.js";
import { Button } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { ErrorBox } from "../../components/error-box.js";
import { ErrorSummary, TextField } from "../../components/form.js";
import { PageHead } from "../../components/page-head.js";
import { Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { errorsByField } from "../../lib/problems.js";
import { plural } from "../../lib/text.js";
import { herePath, navigate } from "../../state/location.js";
import { session, user } from "../../state/session.js";
import { showToast } from "../../state/toasts.js";
import { html, useEffect, useMemo, useState } from "../../ui.js";
import { findOwnProjects, PlaceField, usePlace } from "../places/places.js";
import { parseRepo, repoUrl } from "./repo-choice.js";
import { RepoFields } from "./repo-fields.js";

/** @import { ApiProblem } from "../../api/client.js" */
/** @import { PageProps } from "../../router.js" */
/** @import { Choice } from "../../state/found.js" */

const TRAIL = [{ label: "Workspaces", href: paths.workspaces() }];

/** @param {PageProps} props */
export default function NewWorkspacePage({ query }) {
  const mayCreate = session.value?.can.create_workspace;
  return html`
    <${PageHead} title="New workspace" trail=${TRAIL}>
      <p class="muted">One branch of a repository whose project.yaml names the actions to run.</p>
    <//>
    ${mayCreate ? html`<${WorkspaceForm} project=${query.get("project") ?? ""} />` : html`<${MayNot} />`}
  `;
}

function MayNot() {
  return user.value
    ? html`<${Callout} tone="held" title="You can view workspaces but not create one"
        actions=${html`<${Button} href=${paths.workspaces()}>Workspaces<//>`}>
        <p>It takes the role Developer or Coordinator in a project. Those who coordinate it can give you one.</p>
      <//>`
    : html`<${Callout} tone="held" title="You are not signed in"
        actions=${html`<${Button} kind="primary" href=${paths.signIn(herePath())}>Sign in<//>`}>
        <p>Whoever creates a workspace is named in it, so this needs an account.</p>
      <//>`;
}

/** @typedef {{ project: string, repo: string, branch: string, name: string, purpose: string }} Draft */

/** @param {{ project: string }} props the one that a link has chosen */
function WorkspaceForm({ project }) {
  const [draft, setDraft] = useState(
    /** @type {Draft} */ ({ project, repo: "", branch: "", name: "", purpose: "" }),
  );
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(
    /** @type {Pick<ApiProblem, "errors"> | ApiProblem | null} */ (null),
  );
  const keys = useMemo(createIdempotencyKeys, []);
  const errors = errorsByField(problem);
  const change = (/** @type {Partial<Draft>} */ changes) =>
    setDraft((before) => ({ ...before, ...changes }));

  /** @param {SubmitEvent} event */
  const handleSubmit = async (event) => {
    event.preventDefault();
    if (busy) return;
    const missing = missingErrors(draft);
    if (missing.length) {
      setProblem({ errors: missing });
      return;
    }
    setBusy(true);
    try {
      const body = bodyOf(draft);
      const made = await createWorkspace(body, { idempotencyKey: keys.keyFor(body) });
      showToast(`${made.name} is created.`);
      navigate(paths.workspace(made.name));
    } catch (error) {
      setProblem(/** @type {ApiProblem} */ (error));
      setBusy(false);
    }
  };

  const named = Object.entries(errors).map(([fieldId, message]) => ({ fieldId, message }));
  const errorsKey = useMemo(() => named, [problem]);
  return html`
    ${
      problem &&
      (named.length
        ? html`<${ErrorSummary} title="The workspace is not created: ${plural(named.length, "field")} ${named.length === 1 ? "needs" : "need"} a change" errors=${errorsKey} />`
        : html`<div role="alert"><${ErrorBox} error=${problem} title="The workspace is not created" /></div>`)
    }
    <${Sheet} padded class="new-workspace">
      <form class="form" onSubmit=${handleSubmit} noValidate>
        <${ProjectField} value=${draft.project} error=${errors.project} onPick=${(/** @type {string} */ slug) => change({ project: slug })} />
        <${RepoFields} repo=${draft.repo} branch=${draft.branch} errors=${errors} onChange=${change} />
        <${TextField} id="name" label="Name" mono value=${draft.name} error=${errors.name} maxlength="100"
          hint="Letters, digits, - and _. It becomes part of addresses and of paths inside the backend, and cannot be changed later."
          autocapitalize="none" autocomplete="off" spellcheck="false" onInput=${(/** @type {string} */ name) => change({ name })} />
        <${TextField} id="purpose" label="Purpose" optional rows="3" value=${draft.purpose} error=${errors.purpose}
          hint="What is analysed here, for those who come across it." onInput=${(/** @type {string} */ purpose) => change({ purpose })} />
        <div class="form__actions">
          <${Button} kind="primary" type="submit" busy=${busy && "Creating…"}>Create workspace<//>
          <${Button} href=${paths.workspaces()}>Cancel<//>
        </div>
      </form>
    <//>
  `;
}

/** @param {{ value: string, error?: string, onPick: (slug: string) => void }} props */
function ProjectField({ value, error, onPick }) {
  const [picked, setPicked] = useState(/** @type {Choice | null} */ (null));
  const isPicked = picked?.value === value;
  const { choice, known } = usePlace(findOwnProjects, isPicked ? undefined : value);
  // A link may name a project in which this reader may not; the choice begins empty then.
  useEffect(() => {
    if (value && known && !isPicked && !choice) onPick("");
  }, [value, known, choice]);
  const handlePick = (/** @type {Choice} */ next) => {
    setPicked(next);
    onPick(next.value);
  };
  return html`
    <${PlaceField} id="project" label="Project" find=${findOwnProjects} chosen=${isPicked ? picked.label : (choice?.label ?? value)} error=${error}
      hint="Those in which you may create workspaces." onPick=${handlePick} />
  `;
}

/**
 * What the page itself can tell to be missing, in the form of the server's errors.
 *
 * @param {Draft} draft
 */
function missingErrors({ project, repo, branch, name }) {
  return [
    !project && { pointer: "/project", detail: "Choose the project that this is part of." },
    !parseRepo(repo) && {
      pointer: "/repo",
      detail: "Name a repository by its address on GitHub or as owner/name.",
    },
    !branch && { pointer: "/branch", detail: "Choose the branch whose code will run." },
    !name.trim() && { pointer: "/name", detail: "Give the workspace a name." },
  ].filter((error) => error !== false);
}

/** @param {Draft} draft with a repository that can be read */
function bodyOf({ project, repo, branch, name, purpose }) {
  const named = /** @type {{ owner: string, name: string }} */ (parseRepo(repo));
  return {
    project,
    repo: repoUrl(named),
    branch,
    name: name.trim().toLowerCase(),
    purpose: purpose.trim(),
  };
}
