/** Parts of an object. Links: the open one is in the URL. On phones they scroll sideways. */

import { html, useEffect, useRef } from "../ui.js";

/**
 * @typedef {{ key: string, label: string, href: string }} Tab
 *
 * @param {{ label: string, tabs: readonly Tab[], current: string }} props
 */
export function Tabs({ label, tabs, current }) {
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    const open = ref.current?.querySelector("[aria-current]");
    open?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [current]);
  return html`
    <nav class="tabs" aria-label=${label} ref=${ref}>
      ${tabs.map(
        ({ key, label: text, href }) => html`
          <a key=${key} class="tabs__tab" href=${href} aria-current=${key === current ? "page" : undefined}>${text}</a>
        `,
      )}
    </nav>
  `;
}
