/** Changing a project: each reader is shown the fields that he may change. */

import { changeProject, getProjectChoices } from "../../api/projects.js";
import { Button } from "../../components/button.js";
import { SelectField, TextField } from "../../components/form.js";
import { NotSaved } from "../../components/not-saved.js";
import { Sheet } from "../../components/sheet.js";
import { errorsByField } from "../../lib/problems.js";
import { CATEGORY_CHOICES, STATUS_CHOICES } from "../../lib/projects.js";
import { useAction } from "../../state/action.js";
import { useResource } from "../../state/resource.js";
import { useSeen } from "../../state/seen.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";
import { OrgsField } from "./orgs-field.js";

/** @import { Body, Project } from "../../api/types" */

/** @typedef {Body<"changeProject">} Changes */

/**
 * @param {{ project: Project, onChange: (project: Project) => void, onReload: () => Promise<void> }} props
 */
export function ProjectForm({ project, onChange, onReload }) {
  // Only what was touched: the newest values of the rest show when somebody else changed them.
  const [changes, setChanges] = useState(/** @type {Changes} */ ({}));
  const { busy, error, run, clear } = useAction();
  const errors = errorsByField(error);
  const isChanged = Object.keys(changes).length > 0;
  const { seen, accept } = useSeen(project, isChanged);
  const change = (/** @type {Changes} */ more) => setChanges((before) => ({ ...before, ...more }));
  const handleReload = async () => {
    await onReload();
    accept();
    clear();
  };

  /** @param {SubmitEvent} event */
  const handleSubmit = async (event) => {
    event.preventDefault();
    if (busy) return;
    const changed = await run(() =>
      changeProject(project.slug, changes, { version: seen.version }),
    );
    if (!changed) return;
    setChanges({});
    onChange(changed);
    showToast("Project saved.");
  };

  const whyNotMore = project.can.rename.why_not ?? project.can.edit.why_not;
  const shared = { project, changes, errors, change };
  return html`
    <${Sheet} title="Status and details" padded>
      <form class="form" onSubmit=${handleSubmit} noValidate>
        ${error && html`<${NotSaved} error=${error} thing="project" onReload=${handleReload} />`}
        ${project.can.edit_status.allowed && html`<${StatusFields} ...${shared} />`}
        ${
          project.can.rename.allowed &&
          html`<${TextField} id="name" label="Name" value=${changes.name ?? project.name} error=${errors.name} maxlength="255"
            onInput=${(/** @type {string} */ name) => change({ name })} />`
        }
        ${project.can.edit.allowed && html`<${StaffFields} ...${shared} />`}
        ${whyNotMore && html`<p class="muted small">${whyNotMore}</p>`}
        <div class="form__actions">
          <${Button} kind="primary" type="submit" busy=${busy && "Saving…"}>Save project<//>
          ${isChanged && html`<${Button} onClick=${() => setChanges({})}>Undo my changes<//>`}
        </div>
      </form>
    <//>
  `;
}

/**
 * @typedef {{
 *   project: Project, changes: Changes, errors: Record<string, string>, change: (more: Changes) => void
 * }} FieldsProps
 */

/** @param {FieldsProps} props */
function StatusFields({ project, changes, errors, change }) {
  return html`
    <${SelectField} id="status" label="Status" value=${changes.status ?? project.status} options=${STATUS_CHOICES} error=${errors.status}
      hint="It tells readers how far the project is, and stops nobody from running jobs."
      onPick=${(/** @type {any} */ status) => change({ status })} />
    <${TextField} id="status_description" label="About the status" optional rows="4" value=${changes.status_description ?? project.status_description}
      error=${errors.status_description} hint="Plain text; addresses become links."
      onInput=${(/** @type {string} */ text) => change({ status_description: text })} />
  `;
}

/** @param {FieldsProps} props */
function StaffFields({ project, changes, errors, change }) {
  const choices = useResource((options) => getProjectChoices(options));
  const copilots = choices.data.value?.copilots ?? (project.copilot ? [project.copilot] : []);
  const copilot = changes.copilot === undefined ? project.copilot?.username : changes.copilot;
  const number = changes.number === undefined ? project.number : changes.number;
  const endsAt =
    changes.copilot_support_ends_at === undefined
      ? project.copilot_support_ends_at
      : changes.copilot_support_ends_at;
  return html`
    <${TextField} id="slug" label="Address" mono value=${changes.slug ?? project.slug} error=${errors.slug} maxlength="255"
      hint="The word in links to it. Links to the old one lead on." autocapitalize="none" autocomplete="off" spellcheck="false"
      onInput=${(/** @type {string} */ slug) => change({ slug })} />
    <${TextField} id="number" label="Number" optional value=${number ?? ""} error=${errors.number} maxlength="20" autocomplete="off"
      hint="Digits, or POS-20YY-NNNN, which needs a co-pilot." onInput=${(/** @type {string} */ text) => change({ number: text.trim() || null })} />
    <${OrgsField} value=${changes.orgs ?? project.orgs.map(({ slug }) => slug)} known=${project.orgs} error=${errors.orgs}
      onChange=${(/** @type {string[]} */ orgs) => change({ orgs })} />
    <${TextField} id="description" label="Description" optional rows="4" value=${changes.description ?? project.description} error=${errors.description}
      onInput=${(/** @type {string} */ description) => change({ description })} />
    <${SelectField} id="category" label="Category" value=${changes.category ?? project.category} options=${CATEGORY_CHOICES} error=${errors.category}
      onPick=${(/** @type {any} */ category) => change({ category })} />
    <${SelectField} id="copilot" label="Co-pilot" optional value=${copilot ?? ""} error=${errors.copilot} placeholder="Nobody"
      options=${copilots.map(({ username, name }) => ({ value: username, label: name }))} hint="Who of the staff supports the project."
      onPick=${(/** @type {string} */ username) => change({ copilot: username || null })} />
    <${TextField} id="copilot_support_ends_at" label="Support ends" optional type="date" value=${endsAt?.slice(0, 10) ?? ""} error=${errors.copilot_support_ends_at}
      onInput=${(/** @type {string} */ day) => change({ copilot_support_ends_at: day ? `${day}T00:00:00Z` : null })} />
    <${TextField} id="copilot_notes" label="Staff note" optional rows="3" value=${changes.copilot_notes ?? project.copilot_notes ?? ""} error=${errors.copilot_notes}
      hint="Only staff see it." onInput=${(/** @type {string} */ notes) => change({ copilot_notes: notes })} />
  `;
}
