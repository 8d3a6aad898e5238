/** What people wrote, as text: addresses in it become links, nothing else is more than text. */

import { html } from "../ui.js";

const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]'])/;

/** @param {{ text: string }} props */
export function TextWithLinks({ text }) {
  // A pattern with one group splits into text and address by turns.
  return html`${text
    .split(ADDRESS)
    .map((part, i) =>
      i % 2
        ? html`<a class="break-anywhere" href=${part} rel="nofollow noopener">${part}</a>`
        : part,
    )}`;
}
