/** What is set of a backend: name, switch, limit of silence, and announced maintenance. */

import { Button } from "../../components/button.js";
import { ConfirmDialog } from "../../components/dialog.js";
import { TextField } from "../../components/form.js";
import { Sheet } from "../../components/sheet.js";
import { Time } from "../../components/time.js";
import { localInput, utcOf } from "../../lib/local-times.js";
import { plural } from "../../lib/text.js";
import { useSeen } from "../../state/seen.js";
import { html, useState } from "../../ui.js";
import { useChange } from "./backend-change.js";

/** @import { SettingsProps } from "./backend-change.js" */

/** @param {SettingsProps} props */
export function BackendSettings(props) {
  const { backend } = props;
  const [touched, setTouched] = useState(/** @type {{ name?: string, minutes?: string }} */ ({}));
  const [switching, setSwitching] = useState(false);
  const { seen, accept } = useSeen(backend, Object.keys(touched).length > 0);
  const handleReload = async () => {
    await props.onReload();
    accept();
  };
  const { busy, errors, problem, change } = useChange({
    ...props,
    backend: seen,
    onReload: handleReload,
  });
  const minutes = touched.minutes ?? String(backend.alert_timeout_s / 60);
  const name = touched.name ?? backend.name;
  const handleSubmit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (busy) return;
    const body = { name: name.trim(), alert_timeout_s: Math.round(Number(minutes) * 60) };
    if (await change(body, "Backend saved.")) setTouched({});
  };
  const handleOff = async () => {
    if (await change({ is_active: false }, `${backend.name} is switched off.`)) setSwitching(false);
  };
  return html`
    <${Sheet} title="Settings" padded>
      ${!switching && problem}
      <form class="form" onSubmit=${handleSubmit} noValidate>
        <${TextField} id="name" label="Name" maxlength="255" value=${name} error=${errors.name}
          onInput=${(/** @type {string} */ text) => setTouched({ ...touched, name: text })} />
        <${TextField} id="alert_timeout_s" label="Limit of silence, in minutes" type="number" min="1" max="10080" step="any" inputmode="decimal"
          hint="When nothing was heard for longer, everybody is told that there is no contact." value=${minutes} error=${errors.alert_timeout_s}
          onInput=${(/** @type {string} */ text) => setTouched({ ...touched, minutes: text })} />
        <div class="form__actions">
          <${Button} kind="primary" type="submit" busy=${busy && "Saving…"}>Save backend<//>
          ${
            backend.is_active
              ? html`<span class="staff-choice__last"><${Button} changes kind="danger" onClick=${() => setSwitching(true)}>Switch off…<//></span>`
              : html`<span class="staff-choice__last"><${Button} onClick=${() => change({ is_active: true }, `${backend.name} is switched on.`)}>Switch on<//></span>`
          }
        </div>
      </form>
    <//>
    ${
      switching &&
      html`<${ConfirmDialog} title="Switch ${backend.name} off?" confirm="Switch off" keep="Leave it on" busy=${busy && "Switching…"}
        onConfirm=${handleOff} onClose=${() => setSwitching(false)}>
        <p>The next call of its runner is refused with 403, whatever the token, and nobody can ask for runs on it.</p>
        <p>${plural(backend.running_jobs, "job runs", "jobs run")} there now and may go on unseen. Requests, tokens and members stay.</p>
        ${problem}
      <//>`
    }
  `;
}

/** @param {SettingsProps} props */
export function Maintenance(props) {
  const { backend } = props;
  const announced = backend.maintenance;
  const [since, setSince] = useState("");
  const [until, setUntil] = useState("");
  const [note, setNote] = useState("");
  const { busy, errors, problem, change } = useChange(props);
  const handleSubmit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (busy) return;
    const maintenance = { since: utcOf(since), until: utcOf(until), note: note.trim() };
    if (!(await change({ maintenance }, "Maintenance announced."))) return;
    setSince("");
    setUntil("");
    setNote("");
  };
  const handleEnd = () => change({ maintenance: null }, "The announcement is taken back.");
  if (announced) {
    return html`
      <${Sheet} title="Database maintenance" note="announced" padded>
        <div class="staff-part">
        ${problem}
        <p>
          From <${Time} value=${announced.since} />${announced.until ? html` to <${Time} value=${announced.until} />, when it ends by itself` : ", until it is taken back"}.
          ${announced.note && html` “${announced.note}”`}
        </p>
        <div class="form__actions"><${Button} busy=${busy && "Sending…"} onClick=${handleEnd}>End maintenance<//></div>
        </div>
      <//>
    `;
  }
  return html`
    <${Sheet} title="Database maintenance" padded>
      ${problem}
      ${backend.mode === "maintenance" && html`<p class="muted">Its runner says that the database is in maintenance since <${Time} value=${backend.mode_since} />.</p>`}
      <form class="form" onSubmit=${handleSubmit} noValidate>
        <p class="muted">Readers are told wherever jobs of this backend wait, and when it ends. The runner is not told; it says its own.</p>
        <div class="form__row">
          <${TextField} id="since" label="From" optional type="datetime-local" hint="Without it, now." value=${since} onInput=${setSince} />
          <${TextField} id="until" label="Until" optional type="datetime-local" hint="Then it ends by itself." min=${localInput(Date.now())} value=${until} error=${errors.maintenance} onInput=${setUntil} />
        </div>
        <${TextField} id="note" label="Why" optional maxlength="500" value=${note} onInput=${setNote} />
        <div class="form__actions"><${Button} type="submit" busy=${busy && "Announcing…"}>Announce maintenance<//></div>
      </form>
    <//>
  `;
}
