/** Everything about the reader that he sees and changes himself; one tab a part. */

import { Callout } from "../../components/callout.js";
import { PageHead } from "../../components/page-head.js";
import { Tabs } from "../../components/tabs.js";
import { paths } from "../../lib/paths.js";
import { herePath, navigate } from "../../state/location.js";
import { user, whyNoChanges } from "../../state/session.js";
import { html, useEffect } from "../../ui.js";
import NotFoundPage from "../errors/not-found-page.js";
import { AccountTab } from "./account-tab.js";
import { NoticesTab } from "./notices-tab.js";
import { ProfileTab } from "./profile-tab.js";
import { SessionsTab } from "./sessions-tab.js";
import { SignInTab } from "./sign-in-tab.js";
import { TokensTab } from "./tokens-tab.js";

/** @import { PageProps } from "../../router.js" */

const TABS = [
  { key: "", label: "Profile", title: "Your profile", content: ProfileTab },
  { key: "sign-in", label: "Sign-in", title: "Signing in", content: SignInTab },
  { key: "sessions", label: "Sessions", title: "Sessions", content: SessionsTab },
  { key: "tokens", label: "Tokens", title: "Tokens", content: TokensTab },
  { key: "notices", label: "Notices", title: "Notices", content: NoticesTab },
  { key: "account", label: "Account", title: "Your account", content: AccountTab },
];

/** @param {PageProps} props */
export default function SettingsPage({ params, query }) {
  const isVisitor = !user.value;
  useEffect(() => {
    if (isVisitor) navigate(paths.signIn(herePath()), { replace: true });
  }, [isVisitor]);
  const open = TABS.find(({ key }) => key === (params.tab ?? ""));
  if (!open) return html`<${NotFoundPage} params=${params} query=${query} />`;
  if (isVisitor) return null;
  const tabs = TABS.map(({ key, label }) => ({ key, label, href: paths.settings(key) }));
  return html`
    <${PageHead} title=${open.title} documentTitle=${`${open.title}, settings`} trail=${[{ label: "Settings", href: paths.settings() }]} />
    <${Tabs} label="Settings" tabs=${tabs} current=${open.key} />
    ${
      whyNoChanges.value &&
      html`<${Callout} tone="held" title=${whyNoChanges.value}><p>Some of it is shown to the person alone.</p><//>`
    }
    <div class="settings"><${open.content} /></div>
  `;
}
