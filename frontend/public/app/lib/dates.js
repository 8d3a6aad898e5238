/** Points in time in the reader's zone, in words. Times come as RFC 3339 in UTC. */

import { formatDuration } from "./durations.js";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * "today at 13:06", "yesterday at 09:41", "9 Nov at 16:20", "9 Nov 2025" (another year).
 *
 * @param {string | number} time
 * @param {number} now milliseconds since 1970
 */
export function formatWhen(time, now) {
  return words(time, now, " at ");
}

/**
 * The same for columns, without "at": "today 13:06".
 *
 * @param {string | number} time
 * @param {number} now milliseconds since 1970
 */
export function formatWhenShort(time, now) {
  return words(time, now, " ");
}

/**
 * "12 s ago", "36 min ago", "5 h ago"; from a day on as formatWhen. A clock that is ahead of the
 * reader's gives "just now".
 *
 * @param {string | number} time
 * @param {number} now milliseconds since 1970
 */
export function formatAgo(time, now) {
  const age = now - new Date(time).getTime();
  if (age >= DAY_MS) return formatWhen(time, now);
  if (age < 1000) return "just now";
  return `${roughly(age / 1000)} ago`;
}

/**
 * "14:02".
 *
 * @param {string | number} time
 */
export function formatClock(time) {
  const date = new Date(time);
  return `${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/**
 * "14:02" on the same day, else as formatWhen: for "since …".
 *
 * @param {string | number} time
 * @param {number} now milliseconds since 1970
 */
export function formatSince(time, now) {
  return daysBefore(new Date(time), new Date(now)) === 0
    ? formatClock(time)
    : formatWhen(time, now);
}

/**
 * The exact time for titles: "2026-11-23 13:06:07 UTC".
 *
 * @param {string | number} time
 */
export function formatExact(time) {
  return `${new Date(time).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** The reader's time zone: "Europe/London". */
export function timeZoneName() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * @param {string | number} time
 * @param {number} now
 * @param {string} at between day and clock
 */
function words(time, now, at) {
  const date = new Date(time);
  const today = new Date(now);
  const days = daysBefore(date, today);
  if (days === 0) return `today${at}${formatClock(time)}`;
  if (days === 1) return `yesterday${at}${formatClock(time)}`;
  if (days === -1) return `tomorrow${at}${formatClock(time)}`;
  const day = `${date.getDate()} ${MONTHS[date.getMonth()]}`;
  return date.getFullYear() === today.getFullYear()
    ? `${day}${at}${formatClock(time)}`
    : `${day} ${date.getFullYear()}`;
}

/**
 * Calendar days from one date to another; summer time makes some of them 23 or 25 hours long.
 *
 * @param {Date} date
 * @param {Date} today
 */
function daysBefore(date, today) {
  return Math.round((midnight(today) - midnight(date)) / DAY_MS);
}

/** @param {Date} date */
function midnight(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** @param {number} seconds under a day; the largest unit alone */
function roughly(seconds) {
  return formatDuration(seconds).split(" ").slice(0, 2).join(" ");
}

/** @param {number} value */
function pad(value) {
  return String(value).padStart(2, "0");
}
