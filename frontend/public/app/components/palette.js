/** The palette: one box to find anything and to do something here, by keyboard or by hand. */

import { markMatches } from "../lib/matches.js";
import { statusWord } from "../lib/statuses.js";
import { plural } from "../lib/text.js";
import { html, useId } from "../ui.js";
import { useModal } from "./dialog.js";
import { Icon } from "./icon.js";
import { useChoice } from "./listbox.js";
import { StatusShape } from "./status.js";
import { Time } from "./time.js";

/** @import { Child } from "../ui" */
/** @import { AnyStatus } from "../lib/statuses.js" */

/**
 * One line. `href` is where it leads; without one, `onPick` does it. `mono` is for names that
 * machines read.
 *
 * @typedef {{
 *   key: string, title: string, subtitle?: string, at?: string | null, hint?: string, mono?: boolean,
 *   icon?: string, status?: AnyStatus | null, href?: string, onPick?: () => void
 * }} Option
 * @typedef {{ label: string, options: readonly Option[] }} Section
 */

/**
 * The visible way to the palette.
 *
 * @param {{ onOpen: () => void, wide?: boolean, label?: string }} props `wide` as a field in a page
 */
export function PaletteButton({ onOpen, wide = false, label = "Search" }) {
  return html`
    <button type="button" class="palette-button ${wide ? "palette-button--wide" : ""}" aria-label=${label}
      aria-keyshortcuts="Control+K" aria-haspopup="dialog" title=${label} onClick=${onOpen}>
      <${Icon} name="search" />
      <span class="palette-button__label" aria-hidden="true">${label}</span>
      <kbd class="palette-button__key" aria-hidden="true">${isApple() ? "⌘K" : "Ctrl K"}</kbd>
    </button>
  `;
}

const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/**
 * Shown as long as it is rendered. Arrows choose, Enter opens, Esc closes and gives the focus back.
 *
 * @param {{
 *   text: string, sections: readonly Section[], loading?: boolean, children?: Child,
 *   onText: (text: string) => void, onPick: (option: Option) => void, onClose: () => void
 * }} props `children` stand below: a problem, or what to try
 */
export function Palette({ text, sections, loading = false, children, onText, onPick, onClose }) {
  const id = useId();
  const options = sections.flatMap((section) => section.options);
  const { active, setActive, handleKey } = useChoice({ id, text, options });
  const current = options[active];
  return html`
    <dialog class="palette" ...${useModal(onClose)} aria-label="Search and commands">
      <div class="palette__frame">
        <div class="palette__head">
          <${Icon} name="search" />
          <input class="palette__input" type="search" role="combobox" aria-label="Search" placeholder="Search, or do something here"
            aria-expanded=${options.length ? "true" : "false"} aria-controls="${id}-list" aria-autocomplete="list"
            aria-activedescendant=${current ? `${id}-${current.key}` : undefined} autocomplete="off" spellcheck="false"
            maxlength="100" data-focus-first value=${text} onKeyDown=${handleKey}
            onInput=${(/** @type {InputEvent & { currentTarget: HTMLInputElement }} */ { currentTarget }) => onText(currentTarget.value)} />
          <button type="button" class="link-button" onClick=${onClose}>Close</button>
        </div>
        <div class="palette__list" id="${id}-list" role="listbox" aria-label="Suggestions" aria-busy=${loading ? "true" : "false"}>
          ${sections.map(
            ({ label, options: ones }, i) => html`
              <div key=${label} role="group" aria-labelledby="${id}-section-${i}">
                <div class="palette__label" id="${id}-section-${i}" role="presentation">${label}</div>
                ${ones.map(
                  (option) => html`
                    <${Line} key=${option.key} id="${id}-${option.key}" option=${option} text=${text}
                      chosen=${option === current} onPick=${onPick}
                      onPoint=${() => setActive(options.indexOf(option))} />
                  `,
                )}
              </div>
            `,
          )}
        </div>
        ${children && html`<div class="palette__more">${children}</div>`}
        <p class="palette__foot" role="status">${footOf({ text, loading, count: options.length })}</p>
      </div>
    </dialog>
  `;
}

/** @param {{ text: string, loading: boolean, count: number }} state */
function footOf({ text, loading, count }) {
  const typed = text.trim();
  if (loading) return `Searching for “${typed}”…`;
  if (!count) return "";
  const keys = "Press the arrow keys to choose, Enter to open.";
  return typed ? `${plural(count, "result")} for “${typed}”. ${keys}` : keys;
}

/**
 * A link where it leads somewhere, so that it can be opened in another tab.
 *
 * @param {{
 *   id: string, option: Option, text: string, chosen: boolean,
 *   onPick: (option: Option) => void, onPoint: () => void
 * }} props
 */
function Line({ id, option, text, chosen, onPick, onPoint }) {
  const { href, title, subtitle, at, hint, mono, icon, status } = option;
  return html`
    <${href ? "a" : "div"} class="palette__option" role="option" id=${id} href=${href} tabindex="-1"
      aria-selected=${chosen ? "true" : "false"} onMouseMove=${chosen ? undefined : onPoint}
      onClick=${(/** @type {MouseEvent} */ event) => !event.ctrlKey && !event.metaKey && onPick(option)}>
      ${status ? html`<${StatusShape} status=${status} />` : html`<${Icon} name=${icon ?? "chevron-right"} />`}
      <span class="palette__text">
        <span class="palette__title ${mono ? "palette__title--mono" : ""}"><${Marked} text=${title} query=${text} /></span>
        ${
          (subtitle || status) &&
          html`<span class="palette__subtitle">
            ${status && `${statusWord(status)}, `}<${Marked} text=${subtitle ?? ""} query=${text} />${at && html`, <${Time} value=${at} />`}
          </span>`
        }
      </span>
      ${hint && html`<span class="palette__hint">${hint}</span>`}
    <//>
  `;
}

/** @param {{ text: string, query: string }} props */
function Marked({ text, query }) {
  return markMatches(text, query).map(({ text: part, marked }) =>
    marked ? html`<mark>${part}</mark>` : part,
  );
}
