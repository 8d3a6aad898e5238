/** Notices that everybody who is signed in sees on every page: written, changed and deleted here. */

import { createIdempotencyKeys } from "../../api/idempotency.js";
import {
  changeSiteAlert,
  createSiteAlert,
  deleteSiteAlert,
  listSiteAlertEvents,
} from "../../api/site-alerts.js";
import { Button } from "../../components/button.js";
import { ConfirmDialog } from "../../components/dialog.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { RadioCards, TextField } from "../../components/form.js";
import { History } from "../../components/history.js";
import { Loading } from "../../components/loading.js";
import { NotSaved } from "../../components/not-saved.js";
import { PageHead } from "../../components/page-head.js";
import { Sheet } from "../../components/sheet.js";
import { AlertShape, SiteAlertBanner } from "../../components/site-alert.js";
import { TextWithLinks } from "../../components/text-with-links.js";
import { Time } from "../../components/time.js";
import { ALERT_LEVELS, alertLevel } from "../../lib/alert-levels.js";
import { errorsByField } from "../../lib/problems.js";
import { useAction } from "../../state/action.js";
import { useHistory } from "../../state/history.js";
import { siteAlerts } from "../../state/site-alerts.js";
import { showToast } from "../../state/toasts.js";
import { html, useEffect, useMemo, useState } from "../../ui.js";
import { StaffFrame } from "./staff-frame.js";

/** @import { SiteAlert } from "../../api/types" */
/** @import { AlertLevel } from "../../lib/alert-levels.js" */

/** @typedef {{ title: string, message: string, level: AlertLevel }} Draft */

const NEW = /** @type {Draft} */ ({ title: "", message: "", level: "warning" });

export default function StaffAlertsPage() {
  return html`<${StaffFrame} here="alerts"><${Alerts} /><//>`;
}

function Alerts() {
  const { data, error, refresh } = siteAlerts;
  useEffect(() => {
    refresh();
  }, []);
  const alerts = data.value?.results;
  return html`
    <${PageHead} title="Notices">
      <p class="muted">They stand under the bar on every page of everybody who is signed in, until they are deleted.</p>
    <//>
    ${error.value && html`<${ErrorBox} error=${error.value} onRetry=${refresh} />`}
    <${NewAlert} onDone=${refresh} />
    ${!alerts && !error.value && html`<${Loading} />`}
    ${
      alerts?.length === 0 &&
      html`<${Empty} level=${2} title="No notices">Nothing stands on everybody's pages now.<//>`
    }
    ${alerts?.map((alert) => html`<${AlertSheet} key=${alert.id} alert=${alert} onDone=${refresh} />`)}
  `;
}

/** @param {{ onDone: () => Promise<void> }} props */
function NewAlert({ onDone }) {
  const [draft, setDraft] = useState(NEW);
  const { busy, error, run } = useAction();
  const keys = useMemo(createIdempotencyKeys, []);
  const handleSave = async () => {
    const body = bodyOf(draft);
    if (!(await run(() => createSiteAlert(body, { idempotencyKey: keys.keyFor(body) })))) return;
    keys.renew();
    setDraft(NEW);
    showToast("The notice stands on every page now.");
    await onDone();
  };
  return html`
    <${Sheet} title="New notice" padded>
      ${error && !error.errors.length && html`<div role="alert"><${ErrorBox} error=${error} level=${3} title="The notice is not shown" /></div>`}
      <${AlertForm} id="new" draft=${draft} errors=${errorsByField(error)} busy=${busy && "Sending…"} confirm="Show to everybody"
        onChange=${setDraft} onSave=${handleSave} />
    <//>
  `;
}

/**
 * @param {{
 *   id: string, draft: Draft, errors: Record<string, string>, busy: string | false, confirm: string,
 *   onChange: (draft: Draft) => void, onSave: () => void, onCancel?: () => void
 * }} props
 */
function AlertForm({ id, draft, errors, busy, confirm, onChange, onSave, onCancel }) {
  const change = (/** @type {Partial<Draft>} */ more) => onChange({ ...draft, ...more });
  const handleSubmit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (!busy) onSave();
  };
  const levels = ALERT_LEVELS.map((level) => ({
    value: level,
    label: html`<span class="alert-level tone--${alertLevel(level).tone}"><${AlertShape} level=${level} /> ${alertLevel(level).word}</span>`,
  }));
  return html`
    <form class="form alert-form" onSubmit=${handleSubmit} noValidate>
      <${RadioCards} name="${id}-level" label="How much it matters" value=${draft.level} options=${levels} error=${errors.level}
        onPick=${(/** @type {AlertLevel} */ level) => change({ level })} />
      <${TextField} id="${id}-title" label="Title" optional maxlength="200" value=${draft.title} error=${errors.title}
        onInput=${(/** @type {string} */ title) => change({ title })} />
      <${TextField} id="${id}-message" label="Message" rows="3" maxlength="2000" hint="Plain text; addresses become links."
        value=${draft.message} error=${errors.message} onInput=${(/** @type {string} */ message) => change({ message })} />
      ${
        draft.message.trim() &&
        html`<div class="alert-preview" role="group" aria-label="How it will look"><${SiteAlertBanner} alert=${draft} /></div>`
      }
      <div class="form__actions">
        <${Button} kind="primary" type="submit" busy=${busy}>${confirm}<//>
        ${onCancel && html`<${Button} onClick=${onCancel}>Cancel<//>`}
      </div>
    </form>
  `;
}

/** @param {{ alert: SiteAlert, onDone: () => Promise<void> }} props */
function AlertSheet({ alert, onDone }) {
  const [doing, setDoing] = useState(/** @type {"change" | "delete" | null} */ (null));
  const { word, tone } = alertLevel(alert.level);
  const name = alert.title || word;
  const close = () => setDoing(null);
  return html`
    <${Sheet} padded title=${html`<span class="alert-level tone--${tone}"><${AlertShape} level=${alert.level} /></span> ${name}`} note=${alert.title && word}
      tools=${html`
        <${Button} changes small aria-label="Change ${name}" onClick=${() => setDoing("change")}>Change<//>
        <${Button} changes small aria-label="Delete ${name}…" onClick=${() => setDoing("delete")}>Delete…<//>
      `}>
      ${
        doing === "change"
          ? html`<${ChangeForm} alert=${alert} onDone=${onDone} onClose=${close} />`
          : html`<p class="alert-message"><${TextWithLinks} text=${alert.message} /></p>`
      }
      <p class="muted small alert-facts">
        Written by ${alert.created_by.name}, <${Time} value=${alert.created_at} />${
          alert.version > 1 &&
          html`; changed by ${alert.updated_by.name}, <${Time} value=${alert.updated_at} />`
        }
      </p>
      ${alert.version > 1 && html`<${Past} alert=${alert} />`}
    <//>
    ${doing === "delete" && html`<${DeleteDialog} alert=${alert} onDone=${onDone} onClose=${close} />`}
  `;
}

/** @param {{ alert: SiteAlert, onDone: () => Promise<void>, onClose: () => void }} props */
function ChangeForm({ alert, onDone, onClose }) {
  const [draft, setDraft] = useState(/** @type {Draft} */ (alert));
  const { busy, error, run, clear } = useAction();
  const handleReload = () => {
    clear();
    onDone();
  };
  const handleSave = async () => {
    const options = { version: alert.version };
    if (!(await run(() => changeSiteAlert(alert.id, bodyOf(draft), options)))) return;
    showToast("The notice is changed.");
    await onDone();
    onClose();
  };
  return html`
    ${error && !error.errors.length && html`<${NotSaved} error=${error} thing="notice" onReload=${handleReload} />`}
    <${AlertForm} id="alert-${alert.id}" draft=${draft} errors=${errorsByField(error)} busy=${busy && "Saving…"} confirm="Save notice"
      onChange=${setDraft} onSave=${handleSave} onCancel=${onClose} />
  `;
}

/** @param {{ alert: SiteAlert, onDone: () => Promise<void>, onClose: () => void }} props */
function DeleteDialog({ alert, onDone, onClose }) {
  const { busy, error, run } = useAction();
  const handleConfirm = async () => {
    if (!(await run(() => deleteSiteAlert(alert.id, { version: alert.version })))) return;
    showToast("The notice stands nowhere any more.");
    onClose();
    await onDone();
  };
  return html`
    <${ConfirmDialog} title="Delete 1 notice?" confirm="Delete notice" keep="Keep it" busy=${busy && "Deleting…"}
      onConfirm=${handleConfirm} onClose=${onClose}>
      <p>It leaves every page at once. The record keeps what it said.</p>
      ${error && html`<${NotSaved} error=${error} thing="notice" onReload=${onDone} />`}
    <//>
  `;
}

/** @param {{ alert: SiteAlert }} props */
function Past({ alert: { id, version } }) {
  const history = useHistory(
    (query, options) => listSiteAlertEvents(id, { ...query, limit: 10 }, options),
    [id, version],
  );
  return html`<details class="alert-past"><summary>History</summary><${History} ...${history} /></details>`;
}

/** @param {Draft} draft */
function bodyOf({ title, message, level }) {
  return { title: title.trim(), message: message.trim(), level };
}
