/** Times and durations that keep themselves current. */

import {
  formatAgo,
  formatClock,
  formatExact,
  formatSince,
  formatWhen,
  formatWhenShort,
} from "../lib/dates.js";
import { formatDuration, secondsBetween } from "../lib/durations.js";
import { html, useEffect, useState } from "../ui.js";

const FORMATS = {
  when: formatWhen,
  short: formatWhenShort,
  ago: formatAgo,
  since: formatSince,
  clock: formatClock,
};

/**
 * A point in time; the exact one in UTC is in its title.
 *
 * @param {{ value: string | null | undefined, style?: keyof typeof FORMATS }} props "today at 13:06",
 *   short "today 13:06", ago "12 s ago", since and clock "13:06". Without a value: "–"
 */
export function Time({ value, style = "when" }) {
  const now = useNow(style === "ago" ? 1000 : 60_000);
  if (!value) return "–";
  return html`
    <time datetime=${value} title=${formatExact(value)}>${FORMATS[style](value, now)}</time>
  `;
}

/**
 * How long something took, or has taken so far.
 *
 * @param {{ seconds?: number | null, since?: string | null }} props `since` goes on counting; with
 *   neither: "–"
 */
export function Duration({ seconds = null, since = null }) {
  const now = useNow(since ? 1000 : null);
  const length = since ? secondsBetween(since, now) : seconds;
  return html`<span class="nowrap">${length === null ? "–" : formatDuration(length)}</span>`;
}

/**
 * The time now, in milliseconds, renewed every so often.
 *
 * @param {number | null} everyMs null: never again
 */
export function useNow(everyMs) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!everyMs) return undefined;
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
