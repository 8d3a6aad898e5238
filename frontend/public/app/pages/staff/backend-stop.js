/** New runs on a backend: stopped with an end and a note, and taken again. */

import { Button } from "../../components/button.js";
import { TextField } from "../../components/form.js";
import { Sheet } from "../../components/sheet.js";
import { useNow } from "../../components/time.js";
import { localInput, utcOf } from "../../lib/local-times.js";
import { paths } from "../../lib/paths.js";
import { html, useState } from "../../ui.js";
import { stopWords } from "../backends/standing.js";
import { useChange } from "./backend-change.js";

/** @import { SettingsProps } from "./backend-change.js" */

const NOTHING = { until: "", note: "" };

/**
 * The end and the note of a stop.
 *
 * @param {{
 *   value: typeof NOTHING, error?: string, onInput: (value: typeof NOTHING) => void
 * }} props `error` is about the end
 */
export function StopFields({ value, error, onInput }) {
  return html`
    <${TextField} id="stop-until" label="Until" optional type="datetime-local" hint="Then it ends by itself." min=${localInput(Date.now())} value=${value.until} error=${error}
      onInput=${(/** @type {string} */ until) => onInput({ ...value, until })} />
    <${TextField} id="stop-note" label="Why" optional maxlength="500" hint="Everybody reads it who wants to run." value=${value.note}
      onInput=${(/** @type {string} */ note) => onInput({ ...value, note })} />
  `;
}

/**
 * What was typed into `StopFields`, and as it is sent.
 *
 * @returns {{ value: typeof NOTHING, setValue: (value: typeof NOTHING) => void, clear: () => void,
 *   body: { until: string | null, note: string } }}
 */
export function useStopFields() {
  const [value, setValue] = useState(NOTHING);
  const body = { until: utcOf(value.until), note: value.note.trim() };
  return { value, setValue, clear: () => setValue(NOTHING), body };
}

/** @param {SettingsProps} props */
export function NewRuns(props) {
  const { stop } = props.backend;
  const now = useNow(10_000);
  const { value, setValue, clear, body } = useStopFields();
  const { busy, errors, problem, change } = useChange(props);
  const handleSubmit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (!busy && (await change({ stop: body }, "No new runs are taken here."))) clear();
  };
  const handleResume = () => change({ stop: null }, "New runs are taken here again.");
  if (stop?.is_everywhere) {
    return html`
      <${Sheet} title="New runs" note="stopped" padded>
        <p>${stopWords(props.backend, now)} It is ended on the page of the <a href=${paths.staffFleet()}>fleet</a>.</p>
      <//>
    `;
  }
  if (stop) {
    return html`
      <${Sheet} title="New runs" note="stopped" padded>
        <div class="staff-part">
          ${problem}
          <p>${stopWords(props.backend, now)}</p>
          <div class="form__actions"><${Button} busy=${busy && "Sending…"} onClick=${handleResume}>Take new runs<//></div>
        </div>
      <//>
    `;
  }
  return html`
    <${Sheet} title="New runs" padded>
      ${problem}
      <form class="form" onSubmit=${handleSubmit} noValidate>
        <p class="muted">While they are stopped nobody can ask for a run here; what is asked for already goes on.</p>
        <${StopFields} value=${value} error=${errors.stop} onInput=${setValue} />
        <div class="form__actions"><${Button} type="submit" busy=${busy && "Stopping…"}>Stop new runs<//></div>
      </form>
    <//>
  `;
}
