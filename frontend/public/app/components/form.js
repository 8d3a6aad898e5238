/** Forms: label above, hint under it, error under the field, a summary that links to the fields. */

import { html, useEffect, useRef } from "../ui.js";
import { Combobox } from "./combobox.js";
import { StatusShape } from "./status.js";

/** @import { Choice, Found } from "../state/found.js" */
/** @import { Child } from "../ui" */

/**
 * @typedef {{ id: string, label: Child, hint?: Child, error?: string, optional?: boolean }} FieldProps
 */

/**
 * Label, hint and error around a control.
 *
 * @param {FieldProps & { children?: Child }} props the control has `id` and the attributes of
 *   `describe`
 */
function Field({ id, label, hint, error, optional = false, children }) {
  return html`
    <div class="field ${error ? "field--wrong" : ""}">
      <label class="field__label" for=${id}>
        ${label} ${optional && html`<span class="field__optional">optional</span>`}
      </label>
      ${hint && html`<p class="field__hint" id="${id}-hint">${hint}</p>`}
      ${children}
      ${error && html`<${FieldError} id="${id}-error">${error}<//>`}
    </div>
  `;
}

/** @param {{ id: string, children?: Child }} props */
export function FieldError({ id, children }) {
  return html`<p class="field__error" id=${id}><${StatusShape} status="failed" /> <span>${children}</span></p>`;
}

/**
 * What ties a control to its hint and error.
 *
 * @param {Pick<FieldProps, "id" | "hint" | "error">} field
 */
function describe({ id, hint, error }) {
  const parts = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return {
    id,
    "aria-invalid": error ? "true" : undefined,
    "aria-describedby": parts.length ? parts.join(" ") : undefined,
  };
}

/**
 * @param {FieldProps & {
 *   value: string, onInput: (value: string) => void, type?: string, mono?: boolean, rows?: number,
 *   [attribute: string]: unknown
 * }} props `rows` makes it a field of several lines
 */
export function TextField({
  id,
  label,
  hint,
  error,
  optional,
  value,
  onInput,
  type = "text",
  mono = false,
  rows,
  ...rest
}) {
  /** @param {InputEvent & { currentTarget: HTMLInputElement }} event */
  const handleInput = ({ currentTarget }) => onInput(currentTarget.value);
  const control = {
    ...rest,
    ...describe({ id, hint, error }),
    class: `control ${mono ? "mono" : ""}`,
    value,
    onInput: handleInput,
  };
  return html`
    <${Field} id=${id} label=${label} hint=${hint} error=${error} optional=${optional}>
      ${rows ? html`<textarea ...${control} rows=${rows}></textarea>` : html`<input ...${control} type=${type} />`}
    <//>
  `;
}

/**
 * @param {FieldProps & {
 *   value: string, options: readonly { value: string, label: string }[], placeholder?: string,
 *   onPick: (value: string) => void, [attribute: string]: unknown
 * }} props `placeholder` is the first, empty choice
 */
export function SelectField({
  id,
  label,
  hint,
  error,
  optional,
  value,
  options,
  placeholder,
  onPick,
  ...rest
}) {
  /** @param {Event & { currentTarget: HTMLSelectElement }} event */
  const handleChange = ({ currentTarget }) => onPick(currentTarget.value);
  return html`
    <${Field} id=${id} label=${label} hint=${hint} error=${error} optional=${optional}>
      <select ...${rest} ...${describe({ id, hint, error })} class="control" value=${value} onChange=${handleChange}>
        ${placeholder !== undefined && html`<option value="">${placeholder}</option>`}
        ${options.map((option) => html`<option key=${option.value} value=${option.value}>${option.label}</option>`)}
      </select>
    <//>
  `;
}

/**
 * A choice among more things than a list can show.
 *
 * @param {Omit<FieldProps, "label"> & {
 *   label: string, chosen?: string, placeholder?: string, found: Found,
 *   onPick: (choice: Choice) => void, [attribute: string]: unknown
 * }} props `chosen` is what the choice is called that stands
 */
export function FindField({ id, label, hint, error, optional, ...rest }) {
  return html`
    <${Field} id=${id} label=${label} hint=${hint} error=${error} optional=${optional}>
      <${Combobox} ...${rest} ...${describe({ id, hint, error })} label=${label} />
    <//>
  `;
}

/**
 * A tick with its label and one line of consequence.
 *
 * @param {{
 *   id: string, label: Child, hint?: Child, checked: boolean, indeterminate?: boolean,
 *   onChange: (checked: boolean) => void, [attribute: string]: unknown
 * }} props
 */
export function Checkbox({ id, label, hint, checked, onChange, ...rest }) {
  /** @param {Event & { currentTarget: HTMLInputElement }} event */
  const handleChange = ({ currentTarget }) => onChange(currentTarget.checked);
  return html`
    <div class="checkbox">
      <input ...${rest} ...${describe({ id, hint: Boolean(hint) })} class="checkbox__input" type="checkbox" checked=${checked} onChange=${handleChange} />
      <div>
        <label class="checkbox__label" for=${id}>${label}</label>
        ${hint && html`<p class="field__hint" id="${id}-hint">${hint}</p>`}
      </div>
    </div>
  `;
}

/**
 * One of a few things, each with its consequence and its state.
 *
 * @param {{
 *   name: string, label: string, value: string, error?: string,
 *   options: readonly { value: string, label: Child, hint?: Child, badge?: Child, disabled?: boolean }[],
 *   onPick: (value: string) => void
 * }} props `label` is read out, not shown
 */
export function RadioCards({ name, label, value, error, options, onPick }) {
  return html`
    <fieldset class="radio-cards" id=${name}>
      <legend class="visually-hidden">${label}</legend>
      ${options.map(
        (option) => html`
          <label key=${option.value} class="radio-cards__card ${option.disabled ? "radio-cards__card--disabled" : ""}">
            <input class="radio-cards__input" type="radio" name=${name} value=${option.value} checked=${option.value === value}
              disabled=${option.disabled} onChange=${() => onPick(option.value)} />
            <span class="radio-cards__text">
              <span class="radio-cards__label">${option.label}</span>
              ${option.hint && html`<span class="radio-cards__hint">${option.hint}</span>`}
            </span>
            ${option.badge}
          </label>
        `,
      )}
      ${error && html`<${FieldError} id="${name}-error">${error}<//>`}
    </fieldset>
  `;
}

/**
 * What to mend, as links to the fields. Takes the focus when it appears.
 *
 * @param {{ title: string, errors: readonly { fieldId: string, message: string }[], children?: Child }} props
 */
export function ErrorSummary({ title, errors, children }) {
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => ref.current?.focus(), [errors]);
  /** @param {MouseEvent & { currentTarget: HTMLAnchorElement }} event */
  const handleClick = (event) => {
    event.preventDefault();
    const field = document.getElementById(event.currentTarget.hash.slice(1));
    (field?.matches("fieldset") ? field.querySelector("input") : field)?.focus();
  };
  return html`
    <section class="callout tone--failed" ref=${ref} tabindex="-1" role="alert">
      <div class="callout__body">
        <h2 class="callout__title"><${StatusShape} status="failed" /> <span>${title}</span></h2>
        ${children}
        <ul class="error-summary">
          ${errors.map(({ fieldId, message }) => html`<li key=${fieldId}><a href="#${fieldId}" onClick=${handleClick}>${message}</a></li>`)}
        </ul>
      </div>
    </section>
  `;
}
