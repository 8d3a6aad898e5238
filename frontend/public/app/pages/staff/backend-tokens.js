/** The tokens of a backend's runners: made, shown once, replaced with an overlap, revoked. */

import {
  createBackendToken,
  listBackendTokens,
  revokeBackendToken,
  rotateBackendToken,
} from "../../api/backends.js";
import { createIdempotencyKeys } from "../../api/idempotency.js";
import { Button } from "../../components/button.js";
import { DataTable } from "../../components/data-table.js";
import { ConfirmDialog } from "../../components/dialog.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { SelectField, TextField } from "../../components/form.js";
import { Loading } from "../../components/loading.js";
import { SecretOnce } from "../../components/secret-once.js";
import { Sheet } from "../../components/sheet.js";
import { Time } from "../../components/time.js";
import { errorsByField } from "../../lib/problems.js";
import { plural } from "../../lib/text.js";
import { useAction } from "../../state/action.js";
import { useResource } from "../../state/resource.js";
import { showToast } from "../../state/toasts.js";
import { html, useMemo, useState } from "../../ui.js";
import { expiryOf } from "../tokens/expiry.js";

/** @import { Backend, BackendToken, NewBackendToken } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */

/** How long a token that is replaced goes on, where nobody says otherwise. */
const OVERLAP_DAYS = "7";

const LIFETIMES = [
  { value: "", label: "It does not end" },
  ...[90, 365, 730].map((days) => ({ value: String(days), label: plural(days, "day") })),
];

/** @param {{ backend: Backend, onDone: () => void }} props */
export function BackendTokens({ backend, onDone }) {
  const { slug } = backend;
  const { data, error, refresh } = useResource(
    (options) => listBackendTokens(slug, options),
    [slug],
    { live: ["record:backend"] },
  );
  const [revoking, setRevoking] = useState(/** @type {BackendToken | null} */ (null));
  const tokens = data.value?.results;
  const handleDone = () => {
    refresh();
    onDone();
  };
  return html`
    <${Sheet} title="Tokens of its runner" count=${tokens?.length || null}>
      <${NewToken} slug=${slug} tokens=${tokens ?? []} onDone=${handleDone} />
      ${!tokens && (error.value ? html`<${ErrorBox} error=${error.value} level=${3} onRetry=${refresh} />` : html`<${Loading} />`)}
      ${tokens?.length === 0 && html`<${Empty} title="No tokens yet">Its runner cannot ask for work until it has one.<//>`}
      ${
        tokens &&
        tokens.length > 0 &&
        html`<${DataTable} caption="Tokens of its runner" columns=${columns(setRevoking)} rows=${tokens}
          rowKey=${(/** @type {BackendToken} */ { id }) => id} />`
      }
    <//>
    ${revoking && html`<${RevokeDialog} slug=${slug} token=${revoking} onDone=${handleDone} onClose=${() => setRevoking(null)} />`}
  `;
}

/**
 * @param {(token: BackendToken) => void} onRevoke
 * @returns {readonly Column<BackendToken>[]}
 */
function columns(onRevoke) {
  return [
    {
      key: "name",
      label: "Name",
      head: true,
      render: ({ name, state, unused }) => html`
        ${name} ${state === "retiring" && html`<span class="tag">retiring</span>`} ${unused && html`<span class="tag">unused</span>`}
      `,
    },
    { key: "prefix", label: "Begins with", render: ({ prefix }) => html`<code>${prefix}…</code>` },
    {
      key: "used",
      label: "Last used",
      render: ({ last_used_at: at }) => (at ? html`<${Time} value=${at} style="ago" />` : "never"),
    },
    {
      key: "made",
      label: "Made",
      render: ({ created_at: at }) => html`<${Time} value=${at} style="short" />`,
    },
    {
      key: "ends",
      label: "Ends",
      render: (token) => {
        const { status, text } = expiryOf(token, Date.now());
        const day = !token.revoked_at && token.expires_at;
        return html`
          <span class="token-expiry token-expiry--${status}">${text}</span>
          ${day && html`<span class="muted">, <${Time} value=${day} style="short" /></span>`}
        `;
      },
    },
    {
      key: "revoke",
      label: "Revoke",
      hideLabel: true,
      end: true,
      render: (token) =>
        token.revoked_at
          ? null
          : html`<${Button} changes small aria-label="Revoke ${token.name}…" onClick=${() => onRevoke(token)}>Revoke…<//>`,
    },
  ];
}

/** @param {{ slug: string, tokens: readonly BackendToken[], onDone: () => void }} props */
function NewToken({ slug, tokens, onDone }) {
  const [name, setName] = useState("");
  const [days, setDays] = useState("365");
  const [old, setOld] = useState("");
  const [overlap, setOverlap] = useState(OVERLAP_DAYS);
  const [made, setMade] = useState(/** @type {NewBackendToken | null} */ (null));
  const { busy, error, run } = useAction();
  const keys = useMemo(createIdempotencyKeys, []);
  const errors = errorsByField(error);
  const replaceable = tokens
    .filter(({ state }) => state === "active")
    .map(({ id, name: label }) => ({ value: String(id), label }));
  const handleSubmit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (busy) return;
    const body = { name: name.trim(), expires_in_days: days ? Number(days) : null };
    const options = { idempotencyKey: keys.keyFor({ ...body, old, overlap }) };
    const token = await run(() =>
      old
        ? rotateBackendToken(slug, Number(old), { ...body, overlap_days: Number(overlap) }, options)
        : createBackendToken(slug, body, options),
    );
    if (!token) return;
    keys.renew();
    setOld("");
    setOverlap(OVERLAP_DAYS);
    setMade(token);
    setName("");
    onDone();
  };
  return html`
    <form class="new-token new-token--in-sheet" onSubmit=${handleSubmit} noValidate>
      ${made && html`<${SecretOnce} name=${made.name} secret=${made.token} onCopied=${() => showToast("Token copied.")} onClose=${() => setMade(null)} />`}
      ${error && !error.errors.some(({ pointer }) => pointer) && html`<div role="alert"><${ErrorBox} error=${error} level=${3} title="The token was not made" /></div>`}
      <${TextField} id="token-name" label="Name" hint="Where it is used." maxlength="100" autocomplete="off" value=${name} onInput=${setName} error=${errors.name} />
      <${SelectField} id="token-days" label="Ends after" value=${days} options=${LIFETIMES} onPick=${setDays} error=${errors.expires_in_days} />
      ${
        replaceable.length > 0 &&
        html`<${SelectField} id="token-old" label="In the place of" optional hint="That one goes on for some days, so that the runner can change."
          placeholder="None, beside the others" value=${old} options=${replaceable} onPick=${setOld} />`
      }
      ${
        old &&
        html`<${TextField} id="token-overlap" label="Days that both live" type="number" min="1" max="90" inputmode="numeric" value=${overlap} onInput=${setOverlap} error=${errors.overlap_days} />`
      }
      <div class="form__actions"><${Button} type="submit" busy=${busy && "Making…"}>Make a token<//></div>
    </form>
  `;
}

/** @param {{ slug: string, token: BackendToken, onDone: () => void, onClose: () => void }} props */
function RevokeDialog({ slug, token, onDone, onClose }) {
  const { busy, error, run } = useAction();
  const handleConfirm = async () => {
    if (!(await run(() => revokeBackendToken(slug, token.id)))) return;
    showToast(`${token.name} is revoked.`);
    onDone();
    onClose();
  };
  return html`
    <${ConfirmDialog} title="Revoke 1 token?" confirm="Revoke ${token.name}" keep="Keep it" busy=${busy && "Revoking…"}
      onConfirm=${handleConfirm} onClose=${onClose}>
      <p>A runner that uses <strong>${token.name}</strong> (<code>${token.prefix}…</code>) is refused from its next call on. Other tokens stay as they are.</p>
      ${error && html`<${ErrorBox} error=${error} level=${3} title="The token is not revoked" />`}
    <//>
  `;
}
