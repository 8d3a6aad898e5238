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
import { html, useEffect, useRef, useState } from "../ui.js";

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
  const words = useWords(style === "ago" ? 1000 : 60_000, (now) =>
    value ? FORMATS[style](value, now) : "–",
  );
  if (!value) return words;
  return html`<time datetime=${value} title=${formatExact(value)}>${words}</time>`;
}

/**
 * How long something took, or has taken so far.
 *
 * @param {{ seconds?: number | null, since?: string | null }} props `since` goes on counting; with
 *   neither: "–"
 */
export function Duration({ seconds = null, since = null }) {
  const words = useWords(since ? 1000 : null, (now) => {
    const length = since ? secondsBetween(since, now) : seconds;
    return length === null ? "–" : formatDuration(length);
  });
  return html`<span class="nowrap">${words}</span>`;
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
    return onTick(everyMs, () => setNow(Date.now()));
  }, [everyMs]);
  return now;
}

/**
 * Words that depend on the time. A tick that leaves them as they are draws nothing.
 *
 * @param {number | null} everyMs null: never again
 * @param {(now: number) => string} wordsAt
 */
export function useWords(everyMs, wordsAt) {
  const words = wordsAt(Date.now());
  const shown = useRef({ wordsAt, words });
  shown.current = { wordsAt, words };
  const [, setTicks] = useState(0);
  useEffect(() => {
    if (!everyMs) return undefined;
    return onTick(everyMs, () => {
      const { wordsAt: newest, words: old } = shown.current;
      if (newest(Date.now()) !== old) setTicks((ticks) => ticks + 1);
    });
  }, [everyMs]);
  return words;
}

const clocks =
  /** @type {Map<number, { listeners: Set<() => void>, timer: ReturnType<typeof setInterval> }>} */ (
    new Map()
  );

/**
 * One timer a length for all who listen, so that a page of hundreds of times is drawn once a tick.
 *
 * @param {number} everyMs
 * @param {() => void} listener
 * @returns {() => void} ends it
 */
function onTick(everyMs, listener) {
  const clock = clocks.get(everyMs) ?? startClock(everyMs);
  clock.listeners.add(listener);
  return () => {
    clock.listeners.delete(listener);
    if (clock.listeners.size) return;
    clearInterval(clock.timer);
    clocks.delete(everyMs);
  };
}

/** @param {number} everyMs */
function startClock(everyMs) {
  const listeners = /** @type {Set<() => void>} */ (new Set());
  const timer = setInterval(() => {
    for (const listener of listeners) listener();
  }, everyMs);
  const clock = { listeners, timer };
  clocks.set(everyMs, clock);
  return clock;
}
