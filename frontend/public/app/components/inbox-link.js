/** The way to the inbox in the app bar, with how many notices are unread. */

import { html } from "../ui.js";
import { Icon } from "./icon.js";

/** @param {{ href: string, unread: { count: number, capped: boolean } | null, current: boolean }} props */
export function InboxLink({ href, unread, current }) {
  const count = unread?.count ?? 0;
  const shown = unread?.capped ? `${count}+` : String(count);
  const label = count ? `Inbox, ${shown} unread` : "Inbox";
  return html`
    <a class="inbox-link" href=${href} aria-label=${label} title=${label} aria-current=${current ? "page" : undefined}>
      <${Icon} name="mail" />
      ${count > 0 && html`<span class="inbox-link__count" aria-hidden="true">${shown}</span>`}
    </a>
  `;
}
