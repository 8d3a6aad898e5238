/** How the reader signs in: password, second factor, GitHub. */

import { Sheet } from "../../components/sheet.js";
import { html } from "../../ui.js";
import { ChangePassword } from "./change-password.js";
import { WithAccount } from "./own-account.js";
import { SecondFactors } from "./second-factors.js";

/** @import { AccountProps } from "./own-account.js" */

export function SignInTab() {
  return html`<${WithAccount} show=${SignIn} />`;
}

/** @param {AccountProps} props */
function SignIn({ account: { username, github, has_password: hasPassword } }) {
  return html`
    ${
      github &&
      html`<${Sheet} title="GitHub" padded>
        <p>You sign in as <strong>${github}</strong> on GitHub. Who you are is decided by your number there, so a new name on GitHub changes nothing.</p>
      <//>`
    }
    ${
      hasPassword
        ? html`<${SecondFactors} /><${ChangePassword} username=${username} />`
        : html`<${Sheet} title="Second factor" padded>
            <p>Your account has no password here. Set a second factor <a href="https://github.com/settings/security">on GitHub</a>, and it is asked for there.</p>
          <//>`
    }
  `;
}
