/** Who may run on a backend, and letting people there. */

import { addBackendMembers, listBackendMembers, removeBackendMember } from "../../api/backends.js";
import { paths } from "../../lib/paths.js";
import { html } from "../../ui.js";
import { MembersSheet } from "../orgs/members-sheet.js";

/** @import { Backend } from "../../api/types" */

/** @param {{ backend: Backend, cursor: string | null, onDone: () => void }} props */
export function BackendMembers({ backend: { slug, name }, cursor, onDone }) {
  return html`
    <${MembersSheet} of=${slug} place=${name} cursor=${cursor} onDone=${onDone} hrefOf=${(/** @type {string} */ username) => paths.staffUser(username)}
      title="Who may run there" loses="cannot ask for runs on ${name} any more. What was asked for goes on."
      load=${listBackendMembers} add=${(/** @type {string[]} */ usernames) => addBackendMembers(slug, { usernames })}
      remove=${(/** @type {string} */ username) => removeBackendMember(slug, username)} />
  `;
}
