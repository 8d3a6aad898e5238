/** How a state looks: its shape, the shape with its word, and the badge beside a title. */

import { formatSince } from "../lib/dates.js";
import { statusTone, statusWord } from "../lib/statuses.js";
import { html } from "../ui.js";
import { SPRITE } from "./icon.js";

/** @import { AnyStatus, Tone } from "../lib/statuses.js" */

/**
 * The shape alone; a word must stand near it.
 *
 * @param {{ status: AnyStatus | "chosen" | "needed" | "not_part", tone?: Tone | "accent" }} props
 *   `tone` where it differs from the state's own
 */
export function StatusShape({ status, tone }) {
  const name = tone ?? statusTone(/** @type {AnyStatus} */ (status));
  return html`
    <svg class="status-shape tone--${name}" viewBox="0 0 16 16" aria-hidden="true">
      ${
        status === "running"
          ? html`
              <use href="${SPRITE}#running-play" />
              <use class="status-shape__turning" href="${SPRITE}#running-ring" />
            `
          : html`<use href="${SPRITE}#${status}" />`
      }
    </svg>
  `;
}

/**
 * Shape and word without a ground, for lists.
 *
 * @param {{ status: AnyStatus, word?: string, tone?: Tone }} props
 */
export function Status({ status, word, tone }) {
  const name = tone ?? statusTone(status);
  return html`
    <span class="status tone--${name}">
      <${StatusShape} status=${status} tone=${name} />
      <span class="status__word">${word ?? statusWord(status)}</span>
    </span>
  `;
}

/**
 * The badge that stands once, beside the title.
 *
 * @param {{ status: AnyStatus, word?: string, tone?: Tone, asOf?: string | null }} props `asOf`: since
 *   when nothing was heard of it; the state stays and gets a dashed edge
 */
export function StatusBadge({ status, word, tone, asOf = null }) {
  const name = tone ?? statusTone(status);
  const text = word ?? statusWord(status);
  return html`
    <span class="status-badge tone--${name} ${asOf ? "status-badge--silent" : ""}">
      <${StatusShape} status=${status} tone=${name} />
      ${asOf ? `${text}, as of ${formatSince(asOf, Date.now())}` : text}
    </span>
  `;
}
