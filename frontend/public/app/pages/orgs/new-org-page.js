/** Making an organisation; for staff. */

import { createIdempotencyKeys } from "../../api/idempotency.js";
import { createOrg } from "../../api/orgs.js";
import { Button } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { ErrorBox } from "../../components/error-box.js";
import { PageHead } from "../../components/page-head.js";
import { Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { errorsByField } from "../../lib/problems.js";
import { useAction } from "../../state/action.js";
import { herePath, navigate } from "../../state/location.js";
import { user } from "../../state/session.js";
import { showToast } from "../../state/toasts.js";
import { html, useMemo, useState } from "../../ui.js";
import { bodyOf, EMPTY_ORG, OrgFields } from "./org-fields.js";

const TRAIL = [{ label: "Organisations", href: paths.orgs() }];

export default function NewOrgPage() {
  return html`
    <${PageHead} title="New organisation" trail=${TRAIL}><p class="muted">Its people and its picture are added afterwards.</p><//>
    ${user.value?.permissions.includes("org_create") ? html`<${NewOrgForm} />` : html`<${MayNot} />`}
  `;
}

function MayNot() {
  const signIn = html`<${Button} kind="primary" href=${paths.signIn(herePath())}>Sign in<//>`;
  return html`
    <${Callout} tone="held" title="You can view organisations but not make one" actions=${!user.value && signIn}>
      <p>It takes the permission org_create, which staff hold by the role Staff Area Administrator or Service Administrator.</p>
    <//>
  `;
}

function NewOrgForm() {
  const [draft, setDraft] = useState(EMPTY_ORG);
  const { busy, error, run } = useAction();
  const keys = useMemo(createIdempotencyKeys, []);
  const handleSubmit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (busy) return;
    const { slug, ...rest } = bodyOf(draft);
    const body = slug ? { slug, ...rest } : rest;
    const made = await run(() => createOrg(body, { idempotencyKey: keys.keyFor(body) }));
    if (!made) return;
    showToast(`${made.name} is made.`);
    navigate(made.can.edit.allowed ? paths.orgSettings(made.slug) : paths.org(made.slug));
  };
  return html`
    ${error && !error.errors.length && html`<div role="alert"><${ErrorBox} error=${error} title="The organisation is not made" /></div>`}
    <${Sheet} padded class="new-workspace">
      <form class="form" onSubmit=${handleSubmit} noValidate>
        <${OrgFields} draft=${draft} errors=${errorsByField(error)} onChange=${setDraft} slugOptional
          slugHint="The word in links to it; without one it is made from the name." />
        <div class="form__actions">
          <${Button} kind="primary" type="submit" busy=${busy && "Making…"}>Make organisation<//>
          <${Button} href=${paths.orgs()}>Cancel<//>
        </div>
      </form>
    <//>
  `;
}
