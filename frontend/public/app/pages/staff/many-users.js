/** What staff do for many people at once: a role given or taken, organisations and backends. */

import { approveUsers, changeRoleOfMany, listRoles } from "../../api/users.js";
import { SkippedList } from "../../components/bulk-bar.js";
import { Button } from "../../components/button.js";
import { Dialog } from "../../components/dialog.js";
import { ErrorBox } from "../../components/error-box.js";
import { Checkbox, SelectField } from "../../components/form.js";
import { roleWords } from "../../lib/roles.js";
import { listOf, plural } from "../../lib/text.js";
import { useAction } from "../../state/action.js";
import { backends } from "../../state/backends.js";
import { useResource } from "../../state/resource.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";
import { findOrgs, PlaceField } from "../places/places.js";

/** @import { Choice, Find } from "../../state/found.js" */
/** @import { ChangedMany } from "../../api/types" */
/** @import { Child } from "../../ui" */

const NAMED_AT_MOST = 8;

/**
 * Asks, does, and says who was skipped and why; closes by itself where nobody was.
 *
 * @param {{
 *   title: string, confirm: string, ready: boolean, usernames: readonly string[],
 *   act: () => Promise<ChangedMany>, done: (count: string) => string,
 *   onDone: () => void, onClose: () => void, children?: Child
 * }} props
 */
function ManyDialog({ title, confirm, ready, usernames, act, done, onDone, onClose, children }) {
  const { busy, error, run } = useAction();
  const [outcome, setOutcome] = useState(/** @type {ChangedMany | null} */ (null));
  const handleConfirm = async () => {
    /** @type {ChangedMany | null} */
    const answer = await run(act);
    if (!answer) return;
    onDone();
    if (answer.changed.length) showToast(done(plural(answer.changed.length, "person", "people")));
    if (answer.skipped.length) setOutcome(answer);
    else onClose();
  };
  if (outcome) {
    const footer = html`<${Button} data-focus-first onClick=${onClose}>Close<//>`;
    return html`
      <${Dialog} key="outcome" title=${outcome.changed.length ? `Done for ${plural(outcome.changed.length, "person", "people")}` : "Nothing was changed"}
        footer=${footer} onClose=${onClose}>
        <${SkippedList} skipped=${outcome.skipped} />
      <//>
    `;
  }
  const footer = html`
    <${Button} data-focus-first onClick=${onClose}>Change nothing<//>
    <${Button} kind="primary" busy=${busy && "Sending…"} disabled=${!ready} onClick=${handleConfirm}>${confirm}<//>
  `;
  return html`
    <${Dialog} key="question" title=${title} footer=${footer} onClose=${onClose}>
      <p class="break-anywhere">${listOf(usernames, { max: NAMED_AT_MOST })}</p>
      ${children}
      ${error && html`<${ErrorBox} error=${error} level=${3} />`}
    <//>
  `;
}

/**
 * @param {{
 *   change: "give" | "take", usernames: readonly string[], onDone: () => void, onClose: () => void
 * }} props
 */
export function RoleDialog({ change, usernames, onDone, onClose }) {
  const [role, setRole] = useState("");
  const roles = useResource(listRoles);
  const held = (roles.data.value?.results ?? []).filter(({ held_on: on }) =>
    on.includes("everywhere"),
  );
  const people = plural(usernames.length, "person", "people");
  const gives = change === "give";
  return html`
    <${ManyDialog} title=${gives ? `Give a role to ${people}?` : `Take a role from ${people}?`} usernames=${usernames}
      confirm=${gives ? "Give role" : "Take role"} ready=${role !== ""}
      act=${() => changeRoleOfMany({ role, change, usernames: [...usernames] })}
      done=${(/** @type {string} */ count) => `${roleWords(role)} ${gives ? "given to" : "taken from"} ${count}.`}
      onDone=${onDone} onClose=${onClose}>
      <${SelectField} id="many-role" label="Role" placeholder="Choose a role" value=${role} onPick=${setRole}
        hint=${held.find(({ name }) => name === role)?.description}
        options=${held.map(({ name }) => ({ value: name, label: roleWords(name) }))} />
      <p class="muted small">It counts in every project, from the next thing that each of them does. Roles in projects stay as they are.</p>
    <//>
  `;
}

/** @param {{ usernames: readonly string[], onDone: () => void, onClose: () => void }} props */
export function ApproveDialog({ usernames, onDone, onClose }) {
  const [chosenOrgs, setOrgs] = useState(/** @type {readonly string[]} */ ([]));
  const [chosenBackends, setBackends] = useState(/** @type {readonly string[]} */ ([]));
  return html`
    <${ManyDialog} title="Let ${plural(usernames.length, "person", "people")} in?" confirm="Let in" usernames=${usernames}
      ready=${chosenOrgs.length + chosenBackends.length > 0}
      act=${() => approveUsers({ usernames: [...usernames], orgs: [...chosenOrgs], backends: [...chosenBackends] })}
      done=${(/** @type {string} */ count) => `${count} let in.`} onDone=${onDone} onClose=${onClose}>
      <${FoundBoxes} id="let-in-orgs" legend="Organisations" find=${findOrgs} label="Add an organisation" value=${chosenOrgs} onChange=${setOrgs} />
      <${PlaceBoxes} id="let-in-backends" legend="Backends" places=${backends.data.value?.results ?? []} value=${chosenBackends} onChange=${setBackends} />
      <p class="muted small">What they belong to already stays.</p>
    <//>
  `;
}

/**
 * Organisations or backends to tick.
 *
 * @param {{
 *   id: string, legend: string, hideLegend?: boolean, places: readonly { slug: string, name: string, hint?: string }[],
 *   value: readonly string[], onChange: (slugs: string[]) => void
 * }} props
 */
export function PlaceBoxes({ id, legend, hideLegend = false, places, value, onChange }) {
  return html`
    <fieldset class="place-boxes" id=${id}>
      <legend class=${hideLegend ? "visually-hidden" : "field__label"}>${legend}</legend>
      ${!places.length && html`<p class="muted small">None.</p>`}
      ${places.map(
        ({ slug, name, hint }) => html`
          <${Checkbox} key=${slug} id="${id}-${slug}" label=${name} hint=${hint} checked=${value.includes(slug)}
            onChange=${(/** @type {boolean} */ on) => onChange(on ? [...value, slug] : value.filter((each) => each !== slug))} />
        `,
      )}
    </fieldset>
  `;
}

/**
 * Places to tick, of more than a list can show: those that are known, and those that were found.
 *
 * @param {{
 *   id: string, legend: string, hideLegend?: boolean, find: Find, label: string,
 *   known?: readonly { slug: string, name: string }[],
 *   value: readonly string[], onChange: (slugs: string[]) => void
 * }} props `label` stands over the field to find more by
 */
export function FoundBoxes({ find, label, known = [], ...boxes }) {
  const [found, setFound] = useState(/** @type {readonly { slug: string, name: string }[]} */ ([]));
  const { id, value, onChange } = boxes;
  const places = [...known, ...found.filter(({ slug }) => !known.some((one) => one.slug === slug))];
  const handlePick = (/** @type {Choice} */ { value: slug, label: name }) => {
    if (!places.some((place) => place.slug === slug)) setFound([...found, { slug, name }]);
    if (!value.includes(slug)) onChange([...value, slug]);
  };
  return html`
    <${PlaceBoxes} ...${boxes} places=${places} />
    <${PlaceField} id="${id}-find" label=${label} find=${find} onPick=${handlePick} />
  `;
}
