/** Notes at the bottom that something is done. */

import { html, useEffect, useState } from "../ui.js";
import { IconButton } from "./button.js";
import { Icon } from "./icon.js";

/** @import { Toast as ToastData } from "../state/toasts.js" */

const SHOWN_MS = 6000;

/** @param {{ toasts: readonly ToastData[], onDismiss: (id: number) => void }} props */
export function Toasts({ toasts, onDismiss }) {
  return html`
    <div class="toasts" role="status">
      ${toasts.map((toast) => html`<${Toast} key=${toast.id} toast=${toast} onDismiss=${onDismiss} />`)}
    </div>
  `;
}

/**
 * Goes by itself, but not while the reader is at it, nor when it offers something to do.
 *
 * @param {{ toast: ToastData, onDismiss: (id: number) => void }} props
 */
function Toast({ toast, onDismiss }) {
  const [held, setHeld] = useState(false);
  const { id, text, action } = toast;
  const dismiss = () => onDismiss(id);
  useEffect(() => {
    if (held || action) return undefined;
    const timer = setTimeout(dismiss, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, action]);
  const handleAction = () => {
    action?.onPick();
    dismiss();
  };
  return html`
    <div class="toast" onPointerEnter=${() => setHeld(true)} onPointerLeave=${() => setHeld(false)}
      onFocusIn=${() => setHeld(true)} onFocusOut=${() => setHeld(false)}>
      <${Icon} name="check" />
      <span class="toast__text">${text}</span>
      ${action && html`<button type="button" class="toast__action" onClick=${handleAction}>${action.label}</button>`}
      <${IconButton} icon="close" label="Dismiss" onClick=${dismiss} />
    </div>
  `;
}
