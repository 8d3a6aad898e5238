/** One person, for staff: roles, organisations, backends, tokens, sessions, history. */

import {
  clearUserRoles,
  getUser,
  listRoles,
  listUserEvents,
  setUserBackends,
  setUserOrgs,
  setUserRoles,
} from "../../api/users.js";
import { Button } from "../../components/button.js";
import { ConfirmDialog } from "../../components/dialog.js";
import { ErrorBox } from "../../components/error-box.js";
import { History } from "../../components/history.js";
import { Loading } from "../../components/loading.js";
import { NotSaved } from "../../components/not-saved.js";
import { PageHead } from "../../components/page-head.js";
import { Columns, FactsList, Sheet } from "../../components/sheet.js";
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { rolesInWords } from "../../lib/projects.js";
import { roleWords } from "../../lib/roles.js";
import { plural } from "../../lib/text.js";
import { useAction } from "../../state/action.js";
import { backends } from "../../state/backends.js";
import { useHistory } from "../../state/history.js";
import { useResource } from "../../state/resource.js";
import { useSeen } from "../../state/seen.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";
import { findOrgs } from "../places/places.js";
import { FoundBoxes, PlaceBoxes } from "./many-users.js";
import { StaffFrame } from "./staff-frame.js";
import { AccountActions, Tokens } from "./user-account.js";

/** @import { UserDetail } from "../../api/types" */
/** @import { PageProps } from "../../router.js" */
/** @import { Find } from "../../state/found.js" */
/** @import { Account } from "./user-account.js" */

/** @param {PageProps} props */
export default function StaffUserPage({ params: { username } }) {
  return html`<${StaffFrame} here="users"><${Person} key=${username} username=${username} /><//>`;
}

/** @param {{ username: string }} props */
function Person({ username }) {
  const { data, error, refresh, set } = useResource((options) => getUser(username, options), [], {
    live: [
      "record:user",
      "record:project",
      "record:org",
      "record:backend",
      "record:personal_token",
    ],
  });
  const person = data.value;
  const account = person?.account;
  if (!person) {
    return html`
      <${PageHead} title=${username} trail=${TRAIL} />
      ${error.value ? html`<${ErrorBox} error=${error.value} onRetry=${refresh} />` : html`<${Loading} />`}
    `;
  }
  if (!account) return html`<${NotManaged} username=${person.username} />`;
  const props = { person, account, onChange: set, onReload: refresh };
  return html`
    <${PageHead} title=${person.name} trail=${TRAIL} badge=${!account.is_active && html`<span class="tag">${account.closed_at ? "closed" : "switched off"}</span>`}
      facts=${[{ key: "username", icon: "person", content: html`<span class="mono break-anywhere">${person.username}</span>` }]}
      actions=${html`<${AccountActions} ...${props} />`} />
    ${error.value && html`<${ErrorBox} error=${error.value} onRetry=${refresh} />`}
    <${Columns} aside=${html`<${About} person=${person} account=${account} />`}>
      <${Roles} ...${props} />
      <${Orgs} ...${props} />
      <${Backends} ...${props} />
      <${Projects} person=${person} />
      <${Tokens} ...${props} />
      <${PersonHistory} username=${person.username} of=${account.version} />
    <//>
  `;
}

const TRAIL = [
  { label: "Staff", href: paths.staff() },
  { label: "Users", href: paths.staffUsers() },
];

/** @param {{ username: string }} props */
function NotManaged({ username }) {
  return html`
    <${PageHead} title=${username} trail=${TRAIL}>
      <p class="muted">
        Accounts are for people with the permission <code>user_manage</code>.${" "}
        <a href=${paths.user(username)}>Their public page</a>
      </p>
    <//>
  `;
}

/** @param {{ person: UserDetail, account: Account }} props */
function About({ person, account }) {
  return html`
    <${Sheet} title="Account" padded>
      <${FactsList} items=${[
        { label: "E-mail", value: account.email || "none" },
        {
          label: "Last seen",
          value: account.last_seen_at
            ? html`<${Time} value=${account.last_seen_at} style="ago" />`
            : "never",
        },
        {
          label: "Signed in",
          value: account.sessions ? `in ${plural(account.sessions, "place")}` : "nowhere",
        },
        { label: "Made", value: html`<${Time} value=${account.created_at} />` },
        {
          label: "Closed",
          value: account.closed_at ? html`<${Time} value=${account.closed_at} />` : null,
        },
        {
          label: "Requests",
          value: html`<a href=${paths.staffRequests({ user: person.username })}>asked for by ${person.name}</a>`,
        },
        {
          label: "Public page",
          value: html`<a href=${paths.user(person.username)}>${person.username}</a>`,
        },
      ]} />
    <//>
  `;
}

/**
 * @typedef {{
 *   person: UserDetail, account: Account, onChange: (person: UserDetail) => void, onReload: () => Promise<void>
 * }} PersonProps
 */

/**
 * Boxes to tick with a button that saves them all.
 *
 * @param {PersonProps & {
 *   title: string, id: string, held: readonly string[], note?: unknown, more?: unknown,
 *   places: readonly { slug: string, name: string, hint?: string }[] | undefined, find?: Find,
 *   save: (slugs: readonly string[], options: { version: number }) => Promise<UserDetail>
 * }} props `held` is what the person has now; with `find` there is more than `places`
 */
function Choice({
  title,
  id,
  held,
  places,
  find,
  note,
  more,
  save,
  person,
  account,
  onChange,
  onReload,
}) {
  const [ticked, setTicked] = useState(/** @type {readonly string[] | null} */ (null));
  const { seen } = useSeen(account, ticked !== null);
  const value = ticked ?? held;
  const { busy, error, run, clear } = useAction();
  const changed = [...value].sort().join(" ") !== [...held].sort().join(" ");
  const handleSave = async () => {
    const answer = await run(() => save(value, { version: seen.version }));
    if (!answer) return;
    setTicked(null);
    onChange(answer);
    showToast(`${title} of ${person.name} saved.`);
  };
  const handleReload = async () => {
    await onReload();
    setTicked(null);
    clear();
  };
  return html`
    <${Sheet} title=${title} count=${held.length || null} padded>
      <div class="staff-choice">
        ${find && html`<${FoundBoxes} id=${id} legend=${title} hideLegend known=${places} find=${find} label=${value.length ? "Add another" : "Add one"} value=${value} onChange=${setTicked} />`}
        ${!find && places && html`<${PlaceBoxes} id=${id} legend=${title} hideLegend places=${places} value=${value} onChange=${setTicked} />`}
        ${!places && html`<${Loading} lines=${3} />`}
        ${note}
        ${error && html`<${NotSaved} error=${error} thing="account" onReload=${handleReload} />`}
        ${
          (changed || more) &&
          html`<p class="staff-choice__actions">
            ${
              changed &&
              html`
                <${Button} kind="primary" small busy=${busy && "Saving…"} onClick=${handleSave}>Save ${title.toLowerCase()}<//>
                <${Button} small onClick=${() => setTicked(null)}>Undo<//>
              `
            }
            ${more}
          </p>`
        }
      </div>
    <//>
  `;
}

/** @param {PersonProps} props */
function Roles(props) {
  const { person, account, onChange } = props;
  const roles = useResource(listRoles);
  const [clearing, setClearing] = useState(false);
  const { busy, error, run } = useAction();
  const { make_administrator: giving } = account.can;
  const places = roles.data.value?.results
    .filter(({ name, held_on: on }) => {
      const open = giving.allowed || name !== "Administrator" || account.roles.includes(name);
      return on.includes("everywhere") && open;
    })
    .map(({ name, description }) => ({ slug: name, name: roleWords(name), hint: description }));
  const holdsAny = account.roles.length > 0 || person.projects.some((each) => each.roles.length);
  const handleClear = async () => {
    const answer = await run(() => clearUserRoles(person.username));
    if (!answer) return;
    onChange(answer);
    setClearing(false);
    showToast(`${person.name} holds no role any more.`);
  };
  const note = html`
    <p class="muted small">
      They count in every project, from the next thing that the person does.${" "}
      ${!giving.allowed && html`${giving.why_not} `}<a href=${paths.staffRoles()}>What each role gives</a>
    </p>
  `;
  const more =
    holdsAny &&
    html`<span class="staff-choice__last"><${Button} changes small kind="danger" onClick=${() => setClearing(true)}>Take all roles…<//></span>`;
  return html`
    <${Choice} ...${props} title="Global roles" id="roles" held=${account.roles} places=${places} note=${note} more=${more}
      save=${(/** @type {readonly string[]} */ value, /** @type {{ version: number }} */ options) => setUserRoles(person.username, value, options)} />
    ${
      clearing &&
      html`<${ConfirmDialog} title="Take every role of 1 person?" confirm="Take all roles" keep="Keep them" busy=${busy && "Taking…"}
        onConfirm=${handleClear} onClose=${() => setClearing(false)}>
        <p>${person.name} loses the roles held everywhere and in each project, and stays a member of the projects, organisations and backends.</p>
        ${error && html`<${ErrorBox} error=${error} level=${3} />`}
      <//>`
    }
  `;
}

/** @param {PersonProps} props */
function Orgs(props) {
  const { account, person } = props;
  return html`
    <${Choice} ...${props} title="Organisations" id="orgs" held=${slugsOf(account.orgs)} places=${account.orgs}
      find=${findOrgs}
      save=${(/** @type {readonly string[]} */ value, /** @type {{ version: number }} */ options) => setUserOrgs(person.username, value, options)} />
  `;
}

/** @param {PersonProps} props */
function Backends(props) {
  const { account, person } = props;
  const known = backends.data.value?.results;
  return html`
    <${Choice} ...${props} title="Backends" id="backends" held=${slugsOf(account.backends)} places=${known && withHeld(known, account.backends)}
      save=${(/** @type {readonly string[]} */ value, /** @type {{ version: number }} */ options) => setUserBackends(person.username, value, options)} />
  `;
}

/** @typedef {{ slug: string, name: string }} Place */

/** @param {readonly Place[]} places */
const slugsOf = (places) => places.map(({ slug }) => slug);

/**
 * What can be chosen, and what the person has that is not among it (switched off, or far down).
 *
 * @param {readonly Place[]} known
 * @param {readonly Place[]} held
 * @returns {Place[]}
 */
function withHeld(known, held) {
  const slugs = new Set(slugsOf(known));
  const all = [...known, ...held.filter(({ slug }) => !slugs.has(slug))];
  return all.map(({ slug, name }) => ({ slug, name }));
}

/** @param {{ person: UserDetail }} props */
function Projects({ person: { projects } }) {
  return html`
    <${Sheet} title="Projects" count=${projects.length || null} padded>
      ${!projects.length && html`<p class="muted">None. People come into a project on its own page.</p>`}
      <ul class="staff-list">
        ${projects.map(
          ({ slug, name, roles }) => html`
            <li key=${slug}><a href=${paths.project(slug)}>${name}</a> <span class="muted">${rolesInWords(roles)}</span></li>
          `,
        )}
      </ul>
    <//>
  `;
}

/** @param {{ username: string, of: number }} props a new `of` loads it again */
function PersonHistory({ username, of }) {
  const history = useHistory(
    (query, options) => listUserEvents(username, query, options),
    [username, of],
    { live: ["record:user"] },
  );
  return html`
    <${Sheet} title="History" note=${html`<a href=${paths.staffRecord({ person: username })}>In the record</a>`}>
      <${History} ...${history} withTarget />
    <//>
  `;
}
