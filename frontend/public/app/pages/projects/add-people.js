/** Letting people into a project: by an invitation that they answer, or at once. */

import { addProjectMembers, inviteToProject } from "../../api/projects.js";
import { Button } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { ErrorBox } from "../../components/error-box.js";
import { RadioCards, TextField } from "../../components/form.js";
import { Sheet } from "../../components/sheet.js";
import { errorsByField } from "../../lib/problems.js";
import { namesIn } from "../../lib/projects.js";
import { listOf, plural } from "../../lib/text.js";
import { useAction } from "../../state/action.js";
import { session } from "../../state/session.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";
import { RoleFields } from "./role-fields.js";

/** @import { Invited, Project, Role } from "../../api/types" */

/** @param {{ project: Project, onDone: () => void }} props */
export function AddPeople({ project, onDone }) {
  const [how, setHow] = useState("invite");
  const [text, setText] = useState("");
  const [roles, setRoles] = useState(/** @type {Role[]} */ (["ProjectDeveloper"]));
  const [failed, setFailed] = useState(/** @type {Invited["failed"]} */ ([]));
  const [missing, setMissing] = useState(false);
  const { busy, error, run } = useAction();
  const errors = errorsByField(error);
  const isInviting = how === "invite";
  const names = namesIn(text);

  /** @param {SubmitEvent} event */
  const handleSubmit = async (event) => {
    event.preventDefault();
    setMissing(!names.length);
    if (busy || !names.length) return;
    const body = { usernames: names, roles };
    setFailed([]);
    const done = await run(() =>
      isInviting ? inviteToProject(project.slug, body) : addProjectMembers(project.slug, body),
    );
    if (!done) return;
    const left = isInviting ? done.failed : [];
    setFailed(left);
    setText(left.map((/** @type {{ username: string }} */ { username }) => username).join(" "));
    const who = isInviting
      ? done.invited.map((/** @type {{ username: string }} */ { username }) => username)
      : done.results.map((/** @type {{ user: { name: string } }} */ { user }) => user.name);
    if (who.length) {
      showToast(
        isInviting
          ? `${listOf(who, { max: 3 })} ${who.length === 1 ? "is" : "are"} invited.`
          : `${listOf(who, { max: 3 })} ${who.length === 1 ? "is" : "are"} in ${project.name}.`,
      );
      onDone();
    }
  };

  const wrongName = missing && !names.length ? "Name at least one person." : errors.usernames;
  const other = error && !errors.usernames && !errors.roles;
  return html`
    <${Sheet} title="Add people" padded>
      <form class="form" onSubmit=${handleSubmit} noValidate>
        ${other && html`<div role="alert"><${ErrorBox} error=${error} level=${3} title=${isInviting ? "Nobody is invited" : "Nobody is added"} /></div>`}
        ${failed.length > 0 && html`<${Failed} failed=${failed} />`}
        <${RadioCards} name="how" label="How they join" value=${how} onPick=${setHow} options=${[
          { value: "invite", label: "Invite", hint: "They join when they accept." },
          { value: "add", label: "Add at once", hint: "For people who have an account here." },
        ]} />
        <${TextField} id="usernames" label="User names" mono rows="2" value=${text} error=${wrongName} autocapitalize="none" autocomplete="off"
          spellcheck="false" hint=${hintOf(isInviting)} onInput=${setText} />
        <${RoleFields} id="roles" value=${roles} error=${errors.roles} onChange=${setRoles} />
        <div class="form__actions">
          <${Button} type="submit" busy=${busy && "Sending…"}>${wordsOf(isInviting, names.length)}<//>
        </div>
      </form>
    <//>
  `;
}

/** @param {{ failed: Invited["failed"] }} props */
function Failed({ failed }) {
  return html`
    <div role="alert">
      <${Callout} tone="held" level=${3} title="${plural(failed.length, "person is", "people are")} not invited">
        <ul class="plain-list">${failed.map(({ username, detail }) => html`<li key=${username}><span class="mono">${username}</span>: ${detail}</li>`)}</ul>
      <//>
    </div>
  `;
}

/** @param {boolean} isInviting */
function hintOf(isInviting) {
  const where =
    isInviting && session.value?.sign_in.github
      ? "As they are called on GitHub"
      : "As they sign in here";
  return `${where}, separated by spaces or lines.`;
}

/**
 * @param {boolean} isInviting
 * @param {number} count
 */
function wordsOf(isInviting, count) {
  const people = count ? plural(count, "person", "people") : "people";
  return isInviting ? `Invite ${people}` : `Add ${people}`;
}
