/** A choice among more things than a list can show: typing finds them. */

import { html } from "../ui.js";
import { Icon } from "./icon.js";
import { useChoice } from "./listbox.js";

/** @import { Choice, Found } from "../state/found.js" */

/**
 * A field with the list of what was found below it. A click, typing or the arrow keys open it, Enter
 * picks, Esc leaves all as it was.
 *
 * @param {{
 *   id: string, label: string, chosen?: string, placeholder?: string, found: Found,
 *   onPick: (choice: Choice) => void, [attribute: string]: unknown
 * }} props `chosen` is what the choice is called that stands; `label` names the list
 */
export function Combobox({ id, label, chosen = "", placeholder, found, onPick, ...rest }) {
  const { text, setText, choices } = found;
  const open = text !== null;
  const options = choices.map((choice) => ({ ...choice, key: choice.value }));
  const { active, setActive, handleKey } = useChoice({ id, text: text ?? "", options });
  const current = open ? options[active] : undefined;
  /** @param {KeyboardEvent} event */
  const handleKeyDown = (event) => {
    if (event.key === "Escape" && open) {
      // The dialog around it stays.
      event.preventDefault();
      event.stopPropagation();
      setText(null);
    } else if (open) handleKey(event);
    else if (event.key === "ArrowDown") {
      event.preventDefault();
      setText("");
    }
  };
  const handlePick = (/** @type {Choice} */ choice) => {
    setText(null);
    onPick(choice);
  };
  return html`
    <div class="combobox">
      <input class="control combobox__input" ...${rest} id=${id} type="text" role="combobox" aria-expanded=${open ? "true" : "false"}
        aria-controls="${id}-list" aria-autocomplete="list" aria-activedescendant=${current ? `${id}-${current.key}` : undefined}
        autocomplete="off" spellcheck="false" maxlength="100" value=${text ?? chosen} placeholder=${chosen || placeholder}
        onKeyDown=${handleKeyDown} onClick=${() => !open && setText("")} onBlur=${() => setText(null)}
        onFocus=${(/** @type {FocusEvent & { currentTarget: HTMLInputElement }} */ { currentTarget }) => currentTarget.select()}
        onInput=${(/** @type {InputEvent & { currentTarget: HTMLInputElement }} */ { currentTarget }) => setText(currentTarget.value)} />
      <${Icon} name="chevron-down" />
      <div class="combobox__popup" hidden=${!open}>
        <ul class="combobox__list" id="${id}-list" role="listbox" aria-label=${label}>
          ${
            open &&
            options.map(
              (option, i) => html`
                <li key=${option.key} id="${id}-${option.key}" class="combobox__option" role="option" aria-selected=${option === current ? "true" : "false"}
                  onMouseMove=${option === current ? undefined : () => setActive(i)} onMouseDown=${keepFocus}
                  onClick=${() => handlePick({ value: option.value, label: option.label })}>${option.label}</li>
              `,
            )
          }
        </ul>
        <p class="combobox__foot" role="status">${open ? footOf(found) : ""}</p>
      </div>
    </div>
  `;
}

const keepFocus = (/** @type {MouseEvent} */ event) => event.preventDefault();

/** @param {Found} found */
function footOf({ text, choices, more, loading, problem }) {
  if (problem) return `The list did not load: ${problem.detail}`;
  if (loading) return "Searching…";
  if (!choices.length) return text?.trim() ? "Nothing is called so." : "There are none.";
  return more ? "There are more. Type a part of the name." : "";
}
