/** Where no page is. */

import { Button } from "../../components/button.js";
import { Callout } from "../../components/callout.js";
import { PageHead } from "../../components/page-head.js";
import { paths } from "../../lib/paths.js";
import { location } from "../../state/location.js";
import { user } from "../../state/session.js";
import { html } from "../../ui.js";

export default function NotFoundPage() {
  const here = location.value.pathname;
  return html`
    <${PageHead} title="There is no page here" />
    <${Callout} tone="held" title=${html`Nothing has the address <code class="break-anywhere">${here}</code>`}
      actions=${html`
        <${Button} href=${paths.workspaces()}>Workspaces<//>
        <${Button} href=${paths.requests()}>Requests<//>
      `}>
      <p>
        It may be mistyped, or what it showed may have moved. Search for the workspace or the request by
        its name or number.
      </p>
      ${!user.value && html`<p>Some pages show only after you <a href=${paths.signIn(here)}>sign in</a>.</p>`}
    <//>
  `;
}
