/** What staff do with an account: switch it off and on, sign it out, revoke its tokens, view as it. */

import { changeUser, endUserSessions, revokeUserToken } from "../../api/users.js";
import { Button } from "../../components/button.js";
import { DataTable } from "../../components/data-table.js";
import { ConfirmDialog } from "../../components/dialog.js";
import { ErrorBox } from "../../components/error-box.js";
import { NotSaved } from "../../components/not-saved.js";
import { Sheet } from "../../components/sheet.js";
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { plural } from "../../lib/text.js";
import { useAction } from "../../state/action.js";
import { navigate } from "../../state/location.js";
import { beginViewAs } from "../../state/session.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";
import { expiryOf } from "../tokens/expiry.js";

/** @import { Allowed, Token, UserDetail } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */

/** @typedef {NonNullable<UserDetail["account"]>} Account */

/**
 * @param {{
 *   person: UserDetail, account: Account, onChange: (person: UserDetail) => void, onReload: () => void
 * }} props
 */
export function AccountActions({ person, account, onChange, onReload }) {
  const [asking, setAsking] = useState(/** @type {"off" | "out" | null} */ (null));
  const { busy, error, run, clear } = useAction();
  const { username, name } = person;
  const { change, view_as: viewing } = account.can;
  const close = () => {
    clear();
    setAsking(null);
  };
  const handleSwitch = async (/** @type {boolean} */ on) => {
    const options = { version: account.version };
    const answer = await run(() => changeUser(username, { is_active: on }, options));
    if (!answer) return;
    onChange(answer);
    close();
    showToast(`The account of ${name} is ${on ? "on again" : "switched off"}.`);
  };
  const handleSignOut = async () => {
    const answer = await run(() => endUserSessions(username));
    if (!answer) return;
    close();
    onReload();
    showToast(`${name} is signed out in ${plural(answer.sessions, "place")}.`);
  };
  const handleView = async () => {
    if (await run(() => beginViewAs(username))) navigate(paths.home());
  };
  const handleReload = () => {
    close();
    onReload();
  };
  const problem =
    error && html`<${NotSaved} error=${error} thing="account" onReload=${handleReload} />`;
  return html`
    <${Guarded} can=${viewing} id="why-no-view" onClick=${handleView}>View as ${name}<//>
    <${Guarded} can=${change} id="why-no-sign-out" onClick=${() => setAsking("out")}>Sign out everywhere…<//>
    ${
      account.is_active
        ? html`<${Guarded} can=${change} id="why-no-switch" kind="danger" onClick=${() => setAsking("off")}>Switch off…<//>`
        : !account.closed_at &&
          html`<${Guarded} can=${change} id="why-no-switch" busy=${busy && "Saving…"} onClick=${() => handleSwitch(true)}>Switch on<//>`
    }
    <${Reasons} reasons=${[change, viewing]} />
    ${!asking && problem}
    ${
      asking === "off" &&
      html`<${ConfirmDialog} title="Switch 1 account off?" confirm="Switch off ${name}" keep="Keep it on" busy=${busy && "Saving…"}
        onConfirm=${() => handleSwitch(false)} onClose=${close}>
        <p>${name} is signed out everywhere, cannot sign in, and tokens are refused. Runs that were asked for go on; roles and memberships stay, and the account can be switched on again.</p>
        ${problem}
      <//>`
    }
    ${
      asking === "out" &&
      html`<${ConfirmDialog} title="Sign 1 person out everywhere?" confirm="Sign out ${name}" keep="Leave signed in" busy=${busy && "Ending…"}
        onConfirm=${handleSignOut} onClose=${close}>
        <p>${plural(account.sessions, "session ends", "sessions end")}; ${name} can sign in again. Tokens stay as they are.</p>
        ${problem}
      <//>`
    }
  `;
}

/** @param {{ can: Allowed, id: string, [attribute: string]: unknown }} props a button with its reason */
function Guarded({ can, id, children, ...rest }) {
  return html`<${Button} changes small ...${rest} id=${id} disabled=${!can.allowed} aria-describedby=${can.allowed ? undefined : "why-not-account"}>${children}<//>`;
}

/** @param {{ reasons: readonly Allowed[] }} props what is said once is said for all */
function Reasons({ reasons }) {
  const texts = [...new Set(reasons.map(({ why_not: why }) => why).filter(Boolean))];
  if (!texts.length) return null;
  return html`<p class="page-head__why" id="why-not-account">${texts.join(" ")}</p>`;
}

/** @param {{ person: UserDetail, account: Account, onReload: () => void }} props */
export function Tokens({ person, account, onReload }) {
  const [revoking, setRevoking] = useState(/** @type {Token | null} */ (null));
  const { busy, error, run, clear } = useAction();
  const close = () => {
    clear();
    setRevoking(null);
  };
  const handleRevoke = async () => {
    const { id, name } = /** @type {Token} */ (revoking);
    if (!(await run(() => revokeUserToken(person.username, id)))) return;
    close();
    onReload();
    showToast(`${name} is revoked.`);
  };
  return html`
    <${Sheet} title="Tokens" count=${account.tokens.length || null} padded=${!account.tokens.length}>
      ${
        account.tokens.length
          ? html`<${DataTable} caption="Tokens of ${person.name}" columns=${columns(account.can.change.allowed ? setRevoking : null)}
              rows=${account.tokens} rowKey=${(/** @type {Token} */ { id }) => id} />`
          : html`<p class="muted">None.</p>`
      }
    <//>
    ${
      revoking &&
      html`<${ConfirmDialog} title="Revoke 1 token?" confirm="Revoke ${revoking.name}" keep="Keep it" busy=${busy && "Revoking…"}
        onConfirm=${handleRevoke} onClose=${close}>
        <p>Scripts that use <strong>${revoking.name}</strong> (<code>${revoking.prefix}…</code>) are refused from now on. It cannot be taken back.</p>
        ${error && html`<${ErrorBox} error=${error} level=${3} />`}
      <//>`
    }
  `;
}

/**
 * @param {((token: Token) => void) | null} onRevoke null where one may not
 * @returns {Column<Token>[]}
 */
function columns(onRevoke) {
  return [
    { key: "name", label: "Name", head: true, render: ({ name }) => name },
    { key: "prefix", label: "Begins with", render: ({ prefix }) => html`<code>${prefix}…</code>` },
    { key: "scopes", label: "For", render: ({ scopes }) => scopes.join(", ") },
    {
      key: "used",
      label: "Last used",
      render: ({ last_used_at: at }) => (at ? html`<${Time} value=${at} style="ago" />` : "never"),
    },
    { key: "ends", label: "Ends", render: (token) => expiryOf(token, Date.now()).text },
    {
      key: "revoke",
      label: "Revoke",
      hideLabel: true,
      end: true,
      render: (token) => {
        const { status } = expiryOf(token, Date.now());
        if (!onRevoke || status === "revoked" || status === "expired") return null;
        return html`<${Button} changes small aria-label="Revoke ${token.name}…" onClick=${() => onRevoke(token)}>Revoke…<//>`;
      },
    },
  ];
}
