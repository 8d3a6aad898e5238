/** Everything about an organisation that staff change: details, picture, people. */

import {
  addOrgMembers,
  changeOrg,
  deleteOrgLogo,
  getOrg,
  listOrgMembers,
  removeOrgMember,
  setOrgLogo,
} from "../../api/orgs.js";
import { Button } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { NotSaved } from "../../components/not-saved.js";
import { PageHead } from "../../components/page-head.js";
import { Columns, Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { errorsByField } from "../../lib/problems.js";
import { useAction } from "../../state/action.js";
import { herePath, navigate } from "../../state/location.js";
import { useResource } from "../../state/resource.js";
import { useSeen } from "../../state/seen.js";
import { user } from "../../state/session.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";
import { MembersSheet } from "./members-sheet.js";
import { changesOf, draftOf, OrgFields } from "./org-fields.js";

/** @import { Org } from "../../api/types" */
/** @import { OrgDraft } from "./org-fields.js" */
/** @import { PageProps } from "../../router.js" */

/** @typedef {{ org: Org, onChange: (org: Org) => void, onReload: () => Promise<void> }} PartProps */

/** @param {PageProps} props */
export default function OrgSettingsPage({ params: { slug }, query }) {
  const { data, error, refresh, set } = useResource((options) => getOrg(slug, options), [slug], {
    live: ["record:org"],
  });
  const org = data.value;
  const trail = [
    { label: "Organisations", href: paths.orgs() },
    { label: org?.name ?? slug, href: paths.org(slug) },
  ];
  const handleChange = (/** @type {Org} */ changed) => {
    set(changed);
    if (changed.slug !== slug) navigate(paths.orgSettings(changed.slug), { replace: true });
  };
  const head = html`<${PageHead} title="Settings" documentTitle=${`Settings of ${org?.name ?? slug}`} trail=${trail} />`;
  if (!org) {
    return html`${head} ${error.value ? html`<${ErrorBox} error=${error.value} onRetry=${refresh} />` : html`<${Loading} />`}`;
  }
  if (!org.can.edit.allowed) {
    const signIn = html`<${Button} small href=${paths.signIn(herePath())}>Sign in<//>`;
    return html`
      ${head}
      <${Callout} tone="held" title="You can view this organisation but not change it" actions=${!user.value && signIn}>
        <p>${org.can.edit.why_not}</p>
      <//>
    `;
  }
  const shared = { org, onChange: handleChange, onReload: refresh };
  return html`
    ${head}
    <${Columns} aside=${html`<${Logo} ...${shared} />`}>
      <${Details} ...${shared} />
      <${MembersSheet} of=${slug} place=${org.name} cursor=${query.get("members")} count=${org.members} onDone=${refresh} load=${listOrgMembers}
        loses="no longer belongs to it. Projects and roles stay." add=${(/** @type {string[]} */ usernames) => addOrgMembers(slug, { usernames })}
        remove=${(/** @type {string} */ username) => removeOrgMember(slug, username)} />
    <//>
  `;
}

/** @param {PartProps} props */
function Details({ org, onChange, onReload }) {
  const [typed, setTyped] = useState(/** @type {OrgDraft | null} */ (null));
  const { seen, accept } = useSeen(org, typed !== null);
  const draft = typed ?? draftOf(org);
  const { busy, error, run, clear } = useAction();
  const handleReload = async () => {
    await onReload();
    accept();
    clear();
  };
  const handleSubmit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (busy) return;
    const changed = await run(() =>
      changeOrg(org.slug, changesOf(draft, seen), { version: seen.version }),
    );
    if (!changed) return;
    setTyped(null);
    onChange(changed);
    showToast("Organisation saved.");
  };
  return html`
    <${Sheet} title="Details" padded>
      <form class="form" onSubmit=${handleSubmit} noValidate>
        ${error && !error.errors.length && html`<${NotSaved} error=${error} thing="organisation" onReload=${handleReload} />`}
        <${OrgFields} draft=${draft} errors=${errorsByField(error)} onChange=${setTyped} slugHint="The word in links to it. Links to the old one lead on." />
        <div class="form__actions"><${Button} kind="primary" type="submit" busy=${busy && "Saving…"}>Save organisation<//></div>
      </form>
    <//>
  `;
}

/** @param {PartProps} props */
function Logo({ org, onChange, onReload }) {
  const { busy, error, run, clear } = useAction();
  const version = { version: org.version };
  const handleReload = () => {
    clear();
    onReload();
  };
  /** @param {Event & { currentTarget: HTMLInputElement }} event */
  const handlePick = async ({ currentTarget }) => {
    const [file] = currentTarget.files ?? [];
    if (!file) return;
    const changed = await run(() => setOrgLogo(org.slug, file, version));
    currentTarget.value = "";
    if (changed) onChange(changed);
  };
  const handleRemove = async () => {
    const changed = await run(() => deleteOrgLogo(org.slug, version));
    if (changed) onChange(changed);
  };
  return html`
    <${Sheet} title="Picture" padded>
      ${error && html`<${NotSaved} error=${error} thing="organisation" onReload=${handleReload} />`}
      <div class="org-picture">
        ${org.logo_url ? html`<img class="org-logo org-logo--large" src=${org.logo_url} alt="The picture of ${org.name}" />` : html`<p class="muted">None yet.</p>`}
        <label class="field__label" for="logo">${org.logo_url ? "Another picture" : "Picture"}</label>
        <p class="field__hint" id="logo-hint">PNG, JPEG, GIF or WebP.</p>
        <input class="control" id="logo" type="file" accept="image/png,image/jpeg,image/gif,image/webp" aria-describedby="logo-hint" onChange=${handlePick} />
        ${busy && html`<p role="status">Saving…</p>`}
        ${org.logo_url && html`<${Button} small onClick=${handleRemove}>Remove the picture<//>`}
      </div>
    <//>
  `;
}
