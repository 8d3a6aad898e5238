/** Symbols of the sprite. Its name carries a version, so that it can be kept for good. */

import { html } from "../ui.js";

export const SPRITE = "/images/icons-1.svg";

/**
 * A 16 px symbol, hidden from readers; what it stands for is said beside it.
 *
 * @param {{ name: string }} props
 */
export function Icon({ name }) {
  return html`<svg class="icon" aria-hidden="true"><use href="${SPRITE}#icon-${name}" /></svg>`;
}
