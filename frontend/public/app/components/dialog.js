/** Questions that stop the reader: the native dialog, which keeps the focus and gives it back. */

import { whyNoChanges } from "../state/session.js";
import { html, useEffect, useId, useRef } from "../ui.js";
import { Button } from "./button.js";

/** @import { Child } from "../ui" */

/**
 * @param {{ title: string, footer: Child, onClose: () => void, children?: Child }} props Shown as long
 *   as it is rendered; what has `data-focus-first` has the focus first; `onClose` is called for Esc, the backdrop and `method="dialog"` buttons
 */
export function Dialog({ title, footer, onClose, children }) {
  const id = useId();
  return html`
    <dialog class="dialog" ...${useModal(onClose)} aria-labelledby=${id}>
      <div class="dialog__frame">
        <div class="dialog__body">
          <h2 class="dialog__title" id=${id}>${title}</h2>
          ${children}
          ${whyNoChanges.value && html`<p class="muted">${whyNoChanges.value}</p>`}
        </div>
        <div class="dialog__footer">${footer}</div>
      </div>
    </dialog>
  `;
}

/**
 * What makes a `<dialog>` one that stops the reader: it takes the focus, gives it back, and closes by
 * Esc and by a click beside it.
 *
 * @param {() => void} onClose
 */
export function useModal(onClose) {
  const ref = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useEffect(() => {
    const dialog = /** @type {HTMLDialogElement} */ (ref.current);
    const opener = document.activeElement;
    dialog.showModal();
    /** @type {HTMLElement | null} */ (dialog.querySelector("[data-focus-first]"))?.focus();
    return () => {
      dialog.close();
      // Not every browser gives the focus back when the dialog leaves the page at once.
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return {
    ref,
    /** @param {MouseEvent} event */
    onClick: (event) => {
      if (event.target === ref.current) onClose();
    },
    /** @param {Event} event */
    onCancel: (event) => {
      event.preventDefault();
      onClose();
    },
  };
}

/**
 * Asks before something is lost. The safe button has the focus first.
 *
 * @param {{
 *   title: string, confirm: string, keep: string, busy?: string | false, children?: Child,
 *   onConfirm: () => void, onClose: () => void
 * }} props `title` is a question with the amount; `confirm` and `keep` name what each button does
 */
export function ConfirmDialog({
  title,
  confirm,
  keep,
  busy = false,
  children,
  onConfirm,
  onClose,
}) {
  const footer = html`
    <${Button} data-focus-first onClick=${onClose}>${keep}<//>
    <${Button} kind="danger-solid" busy=${busy} onClick=${onConfirm}>${confirm}<//>
  `;
  return html`<${Dialog} title=${title} footer=${footer} onClose=${onClose}>${children}<//>`;
}
