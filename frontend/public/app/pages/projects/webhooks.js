/** The webhooks of a project: made, tested, removed, and what each was sent. */

import { createIdempotencyKeys } from "../../api/idempotency.js";
import {
  createWebhook,
  deleteWebhook,
  listWebhookDeliveries,
  listWebhooks,
  sendWebhookAgain,
  testWebhook,
} from "../../api/webhooks.js";
import { Button } from "../../components/button.js";
import { ConfirmDialog, Dialog } from "../../components/dialog.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { SelectField, TextField } from "../../components/form.js";
import { Loading } from "../../components/loading.js";
import { SecretOnce } from "../../components/secret-once.js";
import { Sheet } from "../../components/sheet.js";
import { Status } from "../../components/status.js";
import { Time } from "../../components/time.js";
import { errorsByField } from "../../lib/problems.js";
import { useAction } from "../../state/action.js";
import { useResource } from "../../state/resource.js";
import { showToast } from "../../state/toasts.js";
import { html, useMemo, useState } from "../../ui.js";

/** @import { NewWebhook, Webhook, WebhookDelivery } from "../../api/types" */

const KINDS = [
  { value: "signed", label: "JSON, signed" },
  { value: "slack", label: "Slack, or what takes the same messages" },
];

/** @param {{ slug: string }} props of a project whose webhooks the reader may manage */
export function Webhooks({ slug }) {
  const { data, error, refresh } = useResource((options) => listWebhooks(slug, options), [slug], {
    live: ["record:project"],
  });
  const [removing, setRemoving] = useState(/** @type {Webhook | null} */ (null));
  const [logged, setLogged] = useState(/** @type {Webhook | null} */ (null));
  const webhooks = data.value?.results;
  return html`
    <${Sheet} title="Webhooks" count=${webhooks?.length || null}>
      <${NewWebhookForm} slug=${slug} onDone=${refresh} />
      ${!webhooks && (error.value ? html`<${ErrorBox} error=${error.value} level=${3} onRetry=${refresh} />` : html`<${Loading} />`)}
      ${webhooks?.length === 0 && html`<${Empty} title="No webhooks yet">One that you add is told of every run of this project that is over.<//>`}
      ${
        webhooks &&
        webhooks.length > 0 &&
        html`
          <ul class="webhooks">
            ${webhooks.map(
              (webhook) => html`
                <${Line} key=${webhook.id} slug=${slug} webhook=${webhook} onLog=${() => setLogged(webhook)}
                  onRemove=${() => setRemoving(webhook)} />
              `,
            )}
          </ul>
        `
      }
    <//>
    ${logged && html`<${DeliveriesDialog} slug=${slug} webhook=${logged} onClose=${() => setLogged(null)} />`}
    ${removing && html`<${RemoveDialog} slug=${slug} webhook=${removing} onDone=${refresh} onClose=${() => setRemoving(null)} />`}
  `;
}

/** @param {{ slug: string, webhook: Webhook, onLog: () => void, onRemove: () => void }} props */
function Line({ slug, webhook, onLog, onRemove }) {
  const { busy, error, run } = useAction();
  const handleTest = async () => {
    if (await run(() => testWebhook(slug, webhook.id))) onLog();
  };
  return html`
    <li class="webhooks__line">
      <div class="webhooks__text">
        <strong>${webhook.name}</strong>
        <span class="muted small break-anywhere">${webhook.kind === "slack" ? "Slack" : "Signed JSON"} to ${webhook.url}</span>
      </div>
      <div class="webhooks__deeds">
        <${Button} small aria-label="Send a test to ${webhook.name}" busy=${busy && "Sending…"} onClick=${handleTest}>Send a test<//>
        <${Button} small aria-label="What ${webhook.name} was sent" onClick=${onLog}>Deliveries<//>
        <${Button} changes small aria-label="Remove ${webhook.name}…" onClick=${onRemove}>Remove…<//>
      </div>
      ${error && html`<${ErrorBox} error=${error} level=${3} title="The test was not sent" />`}
    </li>
  `;
}

/** @param {{ slug: string, onDone: () => void }} props */
function NewWebhookForm({ slug, onDone }) {
  const [name, setName] = useState("");
  const [kind, setKind] = useState("signed");
  const [url, setUrl] = useState("");
  const [made, setMade] = useState(/** @type {NewWebhook | null} */ (null));
  const { busy, error, run } = useAction();
  const keys = useMemo(createIdempotencyKeys, []);
  const errors = errorsByField(error);
  const handleSubmit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (busy) return;
    const body = {
      name: name.trim(),
      kind: /** @type {Webhook["kind"]} */ (kind),
      url: url.trim(),
    };
    const webhook = await run(() =>
      createWebhook(slug, body, { idempotencyKey: keys.keyFor(body) }),
    );
    if (!webhook) return;
    keys.renew();
    if (webhook.secret) setMade(webhook);
    else showToast(`${webhook.name} is told of runs from now on.`);
    setName("");
    setUrl("");
    onDone();
  };
  return html`
    <form class="new-token new-token--in-sheet" onSubmit=${handleSubmit} noValidate>
      ${
        made &&
        html`<${SecretOnce} name=${made.name} secret=${made.secret} what="secret" onCopied=${() => showToast("Secret copied.")}
          onClose=${() => setMade(null)} />`
      }
      ${error && !error.errors.some(({ pointer }) => pointer) && html`<div role="alert"><${ErrorBox} error=${error} level=${3} title="The webhook was not added" /></div>`}
      <${TextField} id="webhook-name" label="Name" maxlength="100" autocomplete="off" value=${name} onInput=${setName} error=${errors.name} />
      <${SelectField} id="webhook-kind" label="Kind" value=${kind} options=${KINDS} onPick=${setKind} error=${errors.kind} />
      <${TextField} id="webhook-url" label="Address" type="url" mono hint="Begins with https://" maxlength="1000" autocomplete="off"
        value=${url} onInput=${setUrl} error=${errors.url} />
      <div class="form__actions"><${Button} type="submit" busy=${busy && "Adding…"}>Add a webhook<//></div>
    </form>
  `;
}

/** @param {{ slug: string, webhook: Webhook, onClose: () => void }} props */
function DeliveriesDialog({ slug, webhook, onClose }) {
  const { data, error, refresh } = useResource(
    (options) => listWebhookDeliveries(slug, webhook.id, {}, options),
    [slug, webhook.id],
    { live: [`webhook:${webhook.id}`] },
  );
  const deliveries = data.value?.results;
  return html`
    <${Dialog} title="Deliveries to ${webhook.name}" footer=${html`<${Button} data-focus-first onClick=${onClose}>Close<//>`} onClose=${onClose}>
      ${!deliveries && (error.value ? html`<${ErrorBox} error=${error.value} level=${3} onRetry=${refresh} />` : html`<${Loading} />`)}
      ${deliveries?.length === 0 && html`<p class="muted">It was sent nothing in the last 30 days.</p>`}
      <ul class="webhooks">
        ${deliveries?.map((delivery) => html`<${Delivery} key=${delivery.id} slug=${slug} webhook=${webhook} delivery=${delivery} onDone=${refresh} />`)}
      </ul>
    <//>
  `;
}

const SHOWN = {
  waiting: /** @type {const} */ ({ status: "waiting", word: "Waiting" }),
  delivered: /** @type {const} */ ({ status: "succeeded", word: "Delivered" }),
  given_up: /** @type {const} */ ({ status: "failed", word: "Given up" }),
};

/** @param {{ slug: string, webhook: Webhook, delivery: WebhookDelivery, onDone: () => void }} props */
function Delivery({ slug, webhook, delivery, onDone }) {
  const { busy, error, run } = useAction();
  const last = delivery.tries.at(-1);
  const handleAgain = async () => {
    if (await run(() => sendWebhookAgain(slug, webhook.id, delivery.id))) onDone();
  };
  return html`
    <li class="webhooks__line">
      <div class="webhooks__text">
        <span><${Status} ...${SHOWN[delivery.status]} /> ${delivery.event}, <${Time} value=${delivery.created_at} style="short" /></span>
        <span class="muted small break-anywhere">${last ? `Try ${delivery.tries.length}: ${last.error || `taken with status ${last.status}.`}` : "Not tried yet."}</span>
        <code class="small">${delivery.identifier}</code>
      </div>
      <${Button} small aria-label="Send ${delivery.identifier} again" busy=${busy && "Sending…"} onClick=${handleAgain}>Send again<//>
      ${error && html`<${ErrorBox} error=${error} level=${3} title="It was not sent again" />`}
    </li>
  `;
}

/** @param {{ slug: string, webhook: Webhook, onDone: () => void, onClose: () => void }} props */
function RemoveDialog({ slug, webhook, onDone, onClose }) {
  const { busy, error, run } = useAction();
  const handleConfirm = async () => {
    if (!(await run(() => deleteWebhook(slug, webhook.id)))) return;
    showToast(`${webhook.name} is removed.`);
    onDone();
    onClose();
  };
  return html`
    <${ConfirmDialog} title="Remove 1 webhook?" confirm="Remove ${webhook.name}" keep="Keep it" busy=${busy && "Removing…"}
      onConfirm=${handleConfirm} onClose=${onClose}>
      <p><strong>${webhook.name}</strong> is told nothing from now on, not even what waits to be tried again. Its log goes too.</p>
      ${error && html`<${ErrorBox} error=${error} level=${3} title="The webhook is not removed" />`}
    <//>
  `;
}
