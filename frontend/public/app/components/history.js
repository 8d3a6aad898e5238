/** What happened to an object: who, what, before and after, when. */

import { eventWords, fieldWords, valueWords } from "../lib/events.js";
import { paths } from "../lib/paths.js";
import { html } from "../ui.js";
import { Button } from "./button.js";
import { Empty } from "./empty.js";
import { ErrorBox } from "./error-box.js";
import { Loading } from "./loading.js";
import { Time } from "./time.js";

/** @import { HistoryEvent } from "../api/types" */
/** @import { History as HistoryState } from "../state/history.js" */

const BY_PEOPLE = new Set(["person", "token"]);

/**
 * The events of one object, newest first, with a button for older ones.
 *
 * @param {HistoryState & { withTarget?: boolean }} props all of `useHistory`; `withTarget` names the
 *   object in each line, where the events are of several
 */
export function History({ events, error, loading, hasOlder, onOlder, withTarget = false }) {
  return html`
    ${!events && !error && html`<${Loading} label="Loading the history…" />`}
    ${events?.length === 0 && html`<${Empty} title="No history yet">Each change appears here, with who made it and when.<//>`}
    ${
      Boolean(events?.length) &&
      html`<ol class="history">${events?.map((event) => html`<${Entry} key=${event.id} event=${event} withTarget=${withTarget} />`)}</ol>`
    }
    ${error && html`<${ErrorBox} error=${error} level=${3} onRetry=${onOlder} />`}
    ${
      hasOlder &&
      !error &&
      html`<p class="history__more"><${Button} small busy=${loading && "Loading…"} changes=${false} onClick=${onOlder}>Older events<//></p>`
    }
  `;
}

/** @param {{ event: HistoryEvent, withTarget: boolean }} props */
function Entry({ event, withTarget }) {
  const { actor, at, changes, subject, target, verb } = event;
  return html`
    <li class="history__entry">
      <p class="history__line">
        <span class="history__what">${eventWords(verb)}</span>
        ${withTarget && html` <span class="break-anywhere">${target.name || `${fieldWords(target.type)} ${target.id}`}</span>`}
        ${subject && subject !== actor.name && subject !== target.name && html` <span class="muted">about</span> <a href=${paths.user(subject)}>${subject}</a>`}
      </p>
      <${Changes} changes=${changes} subject=${subject} />
      <p class="history__facts"><${ActorName} actor=${actor} />, <${Time} value=${at} /></p>
    </li>
  `;
}

/**
 * Who caused a change; people lead to their page.
 *
 * @param {{ actor: HistoryEvent["actor"] }} props
 */
export function ActorName({ actor: { kind, name } }) {
  if (!BY_PEOPLE.has(kind)) return html`<span class="mono break-anywhere">${name}</span>`;
  return html`<a href=${paths.user(name)}>${name}</a>${kind === "token" && " by token"}`;
}

/**
 * The changed fields of an event, each with what was before and what is since. Whom it is about is
 * said elsewhere already.
 *
 * @param {{ changes: HistoryEvent["changes"], subject?: string | null }} props
 */
export function Changes({ changes, subject }) {
  const told = changes.filter(
    ({ field, before, after }) =>
      (before !== null || after !== null) && !(field === "user" && after === subject),
  );
  if (!told.length) return null;
  return html`
    <ul class="history__changes">
      ${told.map(
        ({ field, before, after }) => html`
          <li key=${field}>
            <span class="muted">${fieldWords(field)}:</span>${" "}
            <${Change} field=${field} before=${before} after=${after} />
          </li>
        `,
      )}
    </ul>
  `;
}

/** @param {{ field: string, before: unknown, after: unknown }} props what stayed as it is names the thing alone */
function Change({ field, before, after }) {
  if (before === null || JSON.stringify(before) === JSON.stringify(after))
    return valueWords(after, field);
  return html`
    <span class="visually-hidden">from </span><span class="history__before">${valueWords(before, field)}</span>${" "}
    <span aria-hidden="true">→</span><span class="visually-hidden"> to </span> ${valueWords(after, field)}
  `;
}
