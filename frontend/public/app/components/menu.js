/** A button that opens a short list of things to do. */

import { html, useEffect, useId, useRef, useState } from "../ui.js";

/** @import { Child } from "../ui" */

/**
 * Links and buttons inside a `<ul>`; picking one closes it, and so do Esc and a click elsewhere.
 *
 * @param {{ label: string, face: Child, class?: string, children?: Child }} props `face` is what the
 *   button shows, `label` what it is called
 */
export function Menu({ label, face, class: more = "", children }) {
  const [open, setOpen] = useState(false);
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  const id = useId();
  useEffect(() => {
    if (!open) return undefined;
    /** @param {Event} event */
    const handleOutside = (event) => {
      if (!ref.current?.contains(/** @type {Node} */ (event.target))) setOpen(false);
    };
    document.addEventListener("pointerdown", handleOutside);
    return () => document.removeEventListener("pointerdown", handleOutside);
  }, [open]);
  /** @param {KeyboardEvent} event */
  const handleKey = (event) => {
    if (event.key !== "Escape" || !open) return;
    setOpen(false);
    ref.current?.querySelector("button")?.focus();
  };
  /** @param {MouseEvent} event */
  const handlePick = (event) => {
    const target = /** @type {Element} */ (event.target);
    if (target.closest("a, button") && !target.closest("[data-stay]")) setOpen(false);
  };
  return html`
    <div class="menu ${more}" ref=${ref} onKeyDown=${handleKey}>
      <button type="button" class="menu__button" aria-label=${label} title=${label} aria-expanded=${open ? "true" : "false"}
        aria-controls=${id} onClick=${() => setOpen(!open)}>${face}</button>
      <div class="menu__list" id=${id} hidden=${!open} onClick=${handlePick}>${children}</div>
    </div>
  `;
}
