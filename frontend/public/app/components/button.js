/** Buttons and links that look like them. */

import { whyNoChanges } from "../state/session.js";
import { html } from "../ui.js";
import { Icon } from "./icon.js";

/** @import { Child } from "../ui" */

/** Of the banner that says so on every page. */
export const VIEWING_ID = "viewing-as";

/**
 * @param {{
 *   kind?: "primary" | "secondary" | "quiet" | "danger" | "danger-solid",
 *   small?: boolean, icon?: string, href?: string, type?: "button" | "submit",
 *   busy?: string | false, changes?: boolean, disabled?: boolean, class?: string, children?: Child,
 *   onClick?: (event: MouseEvent) => void, [attribute: string]: unknown
 * }} props `busy` is the word shown meanwhile ("Sending…"); the width stays. With `disabled` the
 *   reason must stand beside the button; point to it with `aria-describedby`. What `changes`
 *   something, as all do that can be busy, is off while one views as somebody else
 */
export function Button({
  kind = "secondary",
  small = false,
  icon,
  href,
  type = "button",
  busy,
  changes = busy !== undefined,
  disabled = false,
  class: more = "",
  children,
  onClick,
  ...rest
}) {
  const names = `button button--${kind} ${small ? "button--small" : ""} ${busy ? "button--busy" : ""} ${more}`;
  const content = html`
    ${icon && html`<${Icon} name=${icon} />`}
    <span class="button__label">${children}</span>
    ${busy && html`<span class="button__busy">${busy}</span>`}
  `;
  if (href && !disabled) {
    return html`<a ...${rest} class=${names} href=${href} onClick=${onClick}>${content}</a>`;
  }
  const whyOff = changes && !disabled ? whyNoChanges.value : "";
  const resting = Boolean(busy || whyOff) || disabled;
  /** @param {MouseEvent} event */
  const handleClick = (event) => {
    if (resting) event.preventDefault();
    else onClick?.(event);
  };
  return html`
    <button ...${rest} class=${names} type=${type} aria-disabled=${resting ? "true" : undefined}
      title=${whyOff || rest.title} aria-describedby=${whyOff ? VIEWING_ID : rest["aria-describedby"]}
      onClick=${handleClick}>${content}</button>
  `;
}

/**
 * A button that is only a symbol.
 *
 * @param {{ icon: string, label: string, onClick?: (event: MouseEvent) => void, [attribute: string]: unknown }} props
 */
export function IconButton({ icon, label, class: more = "", ...rest }) {
  return html`
    <button type="button" ...${rest} class="icon-button ${more}" aria-label=${label} title=${label}>
      <${Icon} name=${icon} />
    </button>
  `;
}

/**
 * Copies a text and says so in its own place.
 *
 * @param {{ text: string, label: string, onCopied?: () => void }} props
 */
export function CopyButton({ text, label, onCopied }) {
  const handleCopy = async () => {
    await navigator.clipboard.writeText(text);
    onCopied?.();
  };
  return html`<${Button} small icon="copy" onClick=${handleCopy}>${label}<//>`;
}
