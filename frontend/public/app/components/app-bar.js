/** The bar at the top of every page: the mark, the places, and the reader's own menu. */

import { html, useEffect, useId, useState } from "../ui.js";
import { Icon } from "./icon.js";

/** @import { Child } from "../ui" */

/**
 * @param {{
 *   homeHref: string, places: readonly { label: string, href: string, current: boolean }[],
 *   note?: string | null, children?: Child
 * }} props `note` stands beside the name ("Development"); `children` at the end
 */
export function AppBar({ homeHref, places, note = null, children }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const here = places.find((place) => place.current)?.href;
  useEffect(() => setOpen(false), [here]);
  /** @param {KeyboardEvent} event */
  const handleKey = (event) => {
    if (event.key === "Escape") setOpen(false);
  };
  return html`
    <header class="app-bar" onKeyDown=${handleKey}>
      <div class="app-bar__frame">
        <button type="button" class="app-bar__toggle" aria-expanded=${open ? "true" : "false"} aria-controls=${id}
          aria-label="Menu" onClick=${() => setOpen(!open)}><${Icon} name=${open ? "close" : "menu"} /></button>
        <a class="app-bar__brand" href=${homeHref}>
          <${Mark} /> <span>Job server</span>
          ${note && html`<span class="app-bar__note">${note}</span>`}
        </a>
        <nav class="app-bar__places ${open ? "app-bar__places--open" : ""}" id=${id} aria-label="Main">
          ${places.map(
            ({ label, href, current }) => html`
              <a key=${href} class="app-bar__place" href=${href} aria-current=${current ? "page" : undefined}
                onClick=${() => setOpen(false)}>${label}</a>
            `,
          )}
        </nav>
        <div class="app-bar__end">${children}</div>
      </div>
    </header>
  `;
}

/** A rounded square with three lines of falling length and an arrow leaving it. */
function Mark() {
  return html`
    <svg class="app-bar__mark" viewBox="0 0 26 26" aria-hidden="true">
      <rect x="1" y="1" width="24" height="24" rx="5" />
      <path d="M6.5 8.5h12M6.5 13h9M6.5 17.5h5" />
      <path class="app-bar__arrow" d="M15.5 14.8v5.4l4.2-2.7z" />
    </svg>
  `;
}

/**
 * Who is signed in, as initials; no pictures from elsewhere.
 *
 * @param {{ initials: string }} props
 */
export function Avatar({ initials }) {
  return html`<span class="avatar" aria-hidden="true">${initials}</span>`;
}
