/** The reader's own tokens for scripts: made, shown once, revoked. */

import { listTokens, revokeToken } from "../../api/tokens.js";
import { Button } from "../../components/button.js";
import { DataTable } from "../../components/data-table.js";
import { ConfirmDialog } from "../../components/dialog.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { Sheet } from "../../components/sheet.js";
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { useResource } from "../../state/resource.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";
import { expiryOf } from "../tokens/expiry.js";
import { NewToken } from "./new-token.js";

/** @import { Token } from "../../api/types" */
/** @import { ApiProblem } from "../../api/client.js" */
/** @import { Column } from "../../components/data-table.js" */

export function TokensTab() {
  const { data, error, refresh } = useResource(listTokens, [], { live: ["record:personal_token"] });
  const [revoking, setRevoking] = useState(/** @type {Token | null} */ (null));
  const tokens = data.value?.results;

  return html`
    <p class="muted">
      A token lets a script do in your name what you may do here, as far as its uses go. Send it
      as <code>Authorization: Bearer …</code>. <a href=${paths.apiDocs()}>Documentation of the API</a>
    </p>
    ${error.value && !tokens && html`<${ErrorBox} error=${error.value} onRetry=${refresh} />`}
    ${!tokens && !error.value && html`<${Loading} />`}
    ${
      tokens &&
      html`
        <${NewToken} onCreated=${refresh} />
        <${Sheet} title="Your tokens" count=${tokens.length}>
          ${
            tokens.length
              ? html`<${DataTable} caption="Your tokens" columns=${columns(setRevoking)} rows=${tokens}
                  rowKey=${(/** @type {Token} */ token) => token.id} />`
              : html`<${Empty} title="No tokens yet">When you make a token, it stands here until long after it ends.<//>`
          }
        <//>
      `
    }
    ${revoking && html`<${RevokeDialog} token=${revoking} onDone=${refresh} onClose=${() => setRevoking(null)} />`}
  `;
}

/**
 * @param {(token: Token) => void} onRevoke
 * @returns {Column<Token>[]}
 */
function columns(onRevoke) {
  return [
    { key: "name", label: "Name", head: true, render: ({ name }) => name },
    { key: "prefix", label: "Begins with", render: ({ prefix }) => html`<code>${prefix}…</code>` },
    { key: "scopes", label: "May", render: ({ scopes }) => scopes.join(", ") },
    {
      key: "used",
      label: "Last used",
      render: (token) =>
        token.last_used_at ? html`<${Time} value=${token.last_used_at} style="ago" />` : "never",
    },
    {
      key: "created",
      label: "Made",
      render: (token) => html`<${Time} value=${token.created_at} />`,
    },
    { key: "expires", label: "Ends", render: (token) => html`<${Expiry} token=${token} />` },
    {
      key: "revoke",
      label: "Revoke",
      hideLabel: true,
      end: true,
      render: (token) => {
        const { status } = expiryOf(token, Date.now());
        if (status === "revoked" || status === "expired") return null;
        return html`<${Button} changes small aria-label="Revoke ${token.name}…" onClick=${() => onRevoke(token)}>Revoke…<//>`;
      },
    },
  ];
}

/** @param {{ token: Token }} props */
function Expiry({ token }) {
  const { status, text } = expiryOf(token, Date.now());
  return html`<span class="token-expiry token-expiry--${status}">${text}</span>`;
}

/** @param {{ token: Token, onDone: () => void, onClose: () => void }} props */
function RevokeDialog({ token, onDone, onClose }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState(/** @type {ApiProblem | null} */ (null));
  const handleConfirm = async () => {
    setBusy(true);
    try {
      await revokeToken(token.id);
      showToast(`${token.name} is revoked.`);
      onDone();
      onClose();
    } catch (problem) {
      setError(/** @type {ApiProblem} */ (problem));
      setBusy(false);
    }
  };
  return html`
    <${ConfirmDialog} title="Revoke 1 token?" confirm="Revoke ${token.name}" keep="Keep it"
      busy=${busy && "Revoking…"} onConfirm=${handleConfirm} onClose=${onClose}>
      <p>
        Scripts that use <strong>${token.name}</strong> (<code>${token.prefix}…</code>) are refused from now
        on. It cannot be taken back; your other tokens stay as they are.
      </p>
      ${error && html`<${ErrorBox} error=${error} level=${3} />`}
    <//>
  `;
}
