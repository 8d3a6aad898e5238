/** Search and filters above a list, what is set as chips, and the way through its pages. */

import { html, useEffect, useId, useRef, useState } from "../ui.js";
import { Button } from "./button.js";
import { Combobox } from "./combobox.js";
import { Icon } from "./icon.js";

/** @import { Choice, Found } from "../state/found.js" */
/** @import { Child } from "../ui" */

const TYPING_PAUSE_MS = 300;

/** @param {{ label?: string, children?: Child }} props a row of filters; search first */
export function Filters({ label = "Filters", children }) {
  return html`<search class="filters" aria-label=${label}>${children}</search>`;
}

/**
 * Searches when the reader pauses. The key `/` leads here.
 *
 * @param {{ label: string, value: string, placeholder?: string, onSearch: (text: string) => void }} props
 */
export function SearchField({ label, value, placeholder = label, onSearch }) {
  const timer = useRef(/** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined));
  const searched = useRef(value);
  const [text, setText] = useState(value);
  const id = useId();
  useEffect(() => () => clearTimeout(timer.current), []);
  // A value from elsewhere (back, a removed filter) takes the place of what was typed; the echo of
  // what was searched does not, for the reader may have typed on.
  useEffect(() => {
    if (value !== searched.current) setText(value);
    searched.current = value;
  }, [value]);
  /** @param {InputEvent & { currentTarget: HTMLInputElement }} event */
  const handleInput = ({ currentTarget }) => {
    setText(currentTarget.value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      searched.current = currentTarget.value.trim();
      onSearch(searched.current);
    }, TYPING_PAUSE_MS);
  };
  return html`
    <div class="search-field">
      <${Icon} name="search" />
      <label class="visually-hidden" for=${id}>${label}</label>
      <input class="search-field__input" id=${id} type="search" value=${text} placeholder=${placeholder}
        autocomplete="off" spellcheck="false" data-shortcut="/" onInput=${handleInput} />
      <kbd class="search-field__key" aria-hidden="true">/</kbd>
    </div>
  `;
}

/**
 * One field to filter by; in accent when it is set.
 *
 * @param {{
 *   label: string, value: string, options: readonly { value: string, label: string }[],
 *   onPick: (value: string) => void
 * }} props the empty value means any
 */
export function SelectFilter({ label, value, options, onPick }) {
  const id = useId();
  /** @param {Event & { currentTarget: HTMLSelectElement }} event */
  const handleChange = ({ currentTarget }) => onPick(currentTarget.value);
  return html`
    <div class="select-filter ${value ? "select-filter--set" : ""}">
      <label class="visually-hidden" for=${id}>${label}</label>
      <select class="select-filter__select" id=${id} value=${value} onChange=${handleChange}>
        <option value="">${label}</option>
        ${options.map((option) => html`<option key=${option.value} value=${option.value}>${option.label}</option>`)}
      </select>
      <${Icon} name="chevron-down" />
    </div>
  `;
}

/**
 * One field to filter by, with more choices than a list can show; a chip takes the choice back.
 *
 * @param {{ label: string, chosen: string, found: Found, onPick: (choice: Choice) => void }} props
 *   `chosen` is what the choice is called that is set
 */
export function FindFilter({ label, chosen, found, onPick }) {
  const id = useId();
  return html`
    <div class="find-filter ${chosen ? "find-filter--set" : ""}">
      <label class="visually-hidden" for=${id}>${label}</label>
      <${Combobox} id=${id} label=${label} chosen=${chosen} placeholder=${label} found=${found} onPick=${onPick} />
    </div>
  `;
}

/**
 * What is set, each with a button that removes it; and how much is found.
 *
 * @param {{ chips: readonly { key: string, label: string, onRemove: () => void }[], onRemoveAll: () => void, count?: Child }} props
 */
export function FilterChips({ chips, onRemoveAll, count }) {
  if (!chips.length && !count) return null;
  return html`
    <div class="filter-chips">
      ${chips.map(
        ({ key, label, onRemove }) => html`
          <button key=${key} type="button" class="filter-chips__chip" aria-label="Remove filter: ${label}" onClick=${onRemove}>
            ${label} <${Icon} name="close" />
          </button>
        `,
      )}
      ${chips.length > 0 && html`<button type="button" class="link-button" onClick=${onRemoveAll}>Remove all filters</button>`}
      <span class="filter-chips__count">${count}</span>
    </div>
  `;
}

/**
 * The pages of a list. Links, so that each page has an address.
 *
 * @param {{ newerHref: string | null, olderHref: string | null, children?: Child }} props
 */
export function Pager({ newerHref, olderHref, children }) {
  if (!newerHref && !olderHref && !children) return null;
  return html`
    <nav class="pager" aria-label="Pages of this list">
      <span class="pager__text">${children}</span>
      ${
        (newerHref || olderHref) &&
        html`
        <${PageLink} href=${newerHref}>Newer<//>
        <${PageLink} href=${olderHref}>Older<//>
      `
      }
    </nav>
  `;
}

/** @param {{ href: string | null, children?: Child }} props */
function PageLink({ href, children }) {
  return html`<${Button} small href=${href ?? undefined} disabled=${!href} data-scroll="top">${children}<//>`;
}
