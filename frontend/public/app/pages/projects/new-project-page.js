/** Making a project; for staff. */

import { createIdempotencyKeys } from "../../api/idempotency.js";
import { createProject, getProjectChoices } from "../../api/projects.js";
import { Button } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { ErrorBox } from "../../components/error-box.js";
import { ErrorSummary, SelectField, TextField } from "../../components/form.js";
import { PageHead } from "../../components/page-head.js";
import { Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { errorsByField } from "../../lib/problems.js";
import { plural } from "../../lib/text.js";
import { useAction } from "../../state/action.js";
import { herePath, navigate } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { session, user } from "../../state/session.js";
import { showToast } from "../../state/toasts.js";
import { html, useMemo, useState } from "../../ui.js";
import { OrgsField } from "./orgs-field.js";

/** @typedef {{ name: string, slug: string, number: string, orgs: string[], copilot: string, description: string }} Draft */

const TRAIL = [{ label: "Projects", href: paths.projects() }];
const EMPTY = { name: "", slug: "", number: "", orgs: [], copilot: "", description: "" };

export default function NewProjectPage() {
  return html`
    <${PageHead} title="New project" trail=${TRAIL}>
      <p class="muted">A piece of research that was approved. Its people are added afterwards.</p>
    <//>
    ${session.value?.can.create_project ? html`<${NewProjectForm} />` : html`<${MayNot} />`}
  `;
}

function MayNot() {
  return user.value
    ? html`<${Callout} tone="held" title="You can view projects but not make one" actions=${html`<${Button} href=${paths.projects()}>Projects<//>`}>
        <p>It takes the permission project_create, which staff hold by the role Service Administrator or Tech Support.</p>
      <//>`
    : html`<${Callout} tone="held" title="You are not signed in" actions=${html`<${Button} kind="primary" href=${paths.signIn(herePath())}>Sign in<//>`}>
        <p>Projects are made by the staff of this service.</p>
      <//>`;
}

function NewProjectForm() {
  const [draft, setDraft] = useState(/** @type {Draft} */ (EMPTY));
  const choices = useResource((options) => getProjectChoices(options));
  const { busy, error, run } = useAction();
  const keys = useMemo(createIdempotencyKeys, []);
  const errors = errorsByField(error);
  const named = useMemo(
    () => Object.entries(errors).map(([fieldId, message]) => ({ fieldId, message })),
    [error],
  );
  const change = (/** @type {Partial<Draft>} */ more) =>
    setDraft((before) => ({ ...before, ...more }));
  const next = choices.data.value?.next_number;

  /** @param {SubmitEvent} event */
  const handleSubmit = async (event) => {
    event.preventDefault();
    if (busy) return;
    const body = bodyOf(draft);
    const made = await run(() => createProject(body, { idempotencyKey: keys.keyFor(body) }));
    if (!made) return;
    showToast(`${made.name} is made.`);
    navigate(paths.projectSettings(made.slug));
  };

  return html`
    ${
      error &&
      (named.length
        ? html`<${ErrorSummary} title="The project is not made: ${plural(named.length, "field")} ${named.length === 1 ? "needs" : "need"} a change" errors=${named} />`
        : html`<div role="alert"><${ErrorBox} error=${error} title="The project is not made" /></div>`)
    }
    <${Sheet} padded class="new-workspace">
      <form class="form" onSubmit=${handleSubmit} noValidate>
        <${TextField} id="name" label="Name" value=${draft.name} error=${errors.name} maxlength="255" onInput=${(/** @type {string} */ name) => change({ name })} />
        <${TextField} id="number" label="Number" optional value=${draft.number} error=${errors.number} maxlength="20" autocomplete="off"
          hint=${html`Digits, or POS-20YY-NNNN, which needs a co-pilot.${next && html` The next free one is <button type="button" class="link-button" onClick=${() => change({ number: next })}>${next}</button>.`}`}
          onInput=${(/** @type {string} */ number) => change({ number })} />
        <${OrgsField} value=${draft.orgs} error=${errors.orgs} onChange=${(/** @type {string[]} */ orgs) => change({ orgs })} />
        <${SelectField} id="copilot" label="Co-pilot" optional value=${draft.copilot} error=${errors.copilot} placeholder="Nobody"
          options=${(choices.data.value?.copilots ?? []).map(({ username, name }) => ({ value: username, label: name }))}
          hint="Who of the staff supports the project." onPick=${(/** @type {string} */ copilot) => change({ copilot })} />
        <${TextField} id="description" label="Description" optional rows="3" value=${draft.description} error=${errors.description}
          onInput=${(/** @type {string} */ description) => change({ description })} />
        <${TextField} id="slug" label="Address" optional mono value=${draft.slug} error=${errors.slug} maxlength="255"
          hint="The word in links to it; without one it is made from the name." autocapitalize="none" autocomplete="off" spellcheck="false"
          onInput=${(/** @type {string} */ slug) => change({ slug })} />
        <div class="form__actions">
          <${Button} kind="primary" type="submit" busy=${busy && "Making…"}>Make project<//>
          <${Button} href=${paths.projects()}>Cancel<//>
        </div>
      </form>
    <//>
  `;
}

/** @param {Draft} draft */
function bodyOf({ name, slug, number, orgs, copilot, description }) {
  return {
    name: name.trim(),
    orgs,
    number: number.trim() || null,
    copilot: copilot || null,
    description: description.trim(),
    slug: slug.trim(),
  };
}
