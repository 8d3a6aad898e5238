/** How backends stand: which need a look first, and what that means for those who wait. */

import { formatAgo, formatSince, formatWhen } from "../../lib/dates.js";
import { formatDuration } from "../../lib/durations.js";
import { formatNumber } from "../../lib/numbers.js";
import { plural } from "../../lib/text.js";

/** @import { Backend } from "../../api/types" */

/** The order of the page: what needs a look comes first. */
const WORST_FIRST = ["silent", "maintenance", "paused", "taking", "never"];

/** @typedef {Pick<Backend, "contact" | "mode" | "name">} Standing */

/** @param {Standing} backend */
const standing = (backend) => (backend.contact === "heard" ? backend.mode : backend.contact);

/**
 * Backends, worst first, those alike by name.
 *
 * @template {Standing} T
 * @param {readonly T[]} backends
 */
export function worstFirst(backends) {
  return [...backends].sort(
    (a, b) =>
      WORST_FIRST.indexOf(standing(a)) - WORST_FIRST.indexOf(standing(b)) ||
      a.name.localeCompare(b.name),
  );
}

/**
 * All backends in a sentence: "1 of 4 has no contact, 1 is in maintenance. 8 jobs run, 26 wait."
 *
 * @param {readonly Backend[]} backends
 */
export function summaryOf(backends) {
  const amount = (/** @type {string} */ state) =>
    backends.filter((backend) => standing(backend) === state).length;
  const troubles = [
    [amount("silent"), "has no contact", "have no contact"],
    [amount("maintenance"), "is in maintenance", "are in maintenance"],
    [amount("paused"), "is paused", "are paused"],
  ];
  const said = troubles
    .filter(([count]) => count)
    .map(([count, one, many], i) =>
      [count, i === 0 ? `of ${backends.length}` : "", count === 1 ? one : many]
        .filter(Boolean)
        .join(" "),
    );
  const running = backends.reduce((sum, backend) => sum + backend.running_jobs, 0);
  const waiting = backends.reduce((sum, backend) => sum + backend.waiting_jobs, 0);
  const state = said.length ? `${said.join(", ")}.` : "Every backend that was heard takes jobs.";
  return `${state} ${plural(running, "job runs", "jobs run")}, ${formatNumber(waiting)} ${waiting === 1 ? "waits" : "wait"}.`;
}

/**
 * What troubles a backend, as a bold beginning and the rest; null where nothing does.
 *
 * @param {Backend} backend
 * @param {number} now milliseconds since 1970
 * @returns {{ what: string, more: string } | null}
 */
export function troubleOf(backend, now) {
  const waiting = plural(backend.waiting_jobs, "job waits", "jobs wait");
  switch (standing(backend)) {
    case "silent":
      return {
        what: `Not heard since ${formatSince(/** @type {string} */ (backend.last_seen_at), now)}, longer than its limit of ${formatDuration(backend.alert_timeout_s)}.`,
        more: backend.running_jobs
          ? `${plural(backend.running_jobs, "job was", "jobs were")} running then and may still run. ${waiting}.`
          : `${waiting}.`,
      };
    case "maintenance":
    case "paused": {
      const next = backend.waiting_jobs
        ? `${plural(backend.waiting_jobs, "job starts", "jobs start")} after it.`
        : "You can ask now; jobs start after it.";
      return { what: holdWords(backend, now), more: next };
    }
    case "never":
      return { what: "Never heard.", more: "No runner has asked for work yet." };
    default:
      return null;
  }
}

/**
 * That a backend which is heard starts no jobs, in a sentence; null where it does.
 *
 * @param {Backend} backend
 * @param {number} now milliseconds since 1970
 */
export function holdOf(backend, now) {
  if (!["maintenance", "paused"].includes(standing(backend))) return null;
  const words = holdWords(backend, now);
  return `${backend.name}: ${words[0].toLowerCase()}${words.slice(1)}`;
}

/**
 * "Paused since 12:00."
 *
 * @param {Backend} backend
 * @param {number} now milliseconds since 1970
 */
function holdWords(backend, now) {
  const what = backend.mode === "paused" ? "Paused" : "Database maintenance";
  const since = backend.mode_since ? ` since ${formatSince(backend.mode_since, now)}` : "";
  return `${what}${since}${announcedWords(backend, now)}.`;
}

/**
 * When the announced maintenance ends, and why it is: " until today at 18:00: rebuild".
 *
 * @param {Backend} backend
 * @param {number} now milliseconds since 1970
 */
function announcedWords({ mode, maintenance }, now) {
  if (mode !== "maintenance" || !maintenance || new Date(maintenance.since).getTime() > now)
    return "";
  const until = maintenance.until ? ` until ${formatWhen(maintenance.until, now)}` : "";
  const note = maintenance.note.trim().replace(/\.$/, "");
  return until + (note && `: ${note}`);
}

/**
 * Maintenance that staff announced for later, in a sentence; null where there is none.
 *
 * @param {Backend} backend
 * @param {number} now milliseconds since 1970
 */
export function aheadOf({ maintenance }, now) {
  if (!maintenance || new Date(maintenance.since).getTime() <= now) return null;
  const until = maintenance.until ? ` to ${formatWhen(maintenance.until, now)}` : "";
  const note = maintenance.note.trim().replace(/\.$/, "");
  return `Database maintenance from ${formatWhen(maintenance.since, now)}${until}${note && `: ${note}`}.`;
}

/**
 * That new runs are stopped, or will be, in a sentence; null where they are not.
 *
 * @param {Pick<Backend, "name" | "stop">} backend
 * @param {number} now milliseconds since 1970
 */
export function stopWords({ name, stop }, now) {
  if (!stop) return null;
  const who = stop.is_everywhere ? "This service" : name;
  const isAhead = new Date(stop.since).getTime() > now;
  const since = isAhead ? ` from ${formatWhen(stop.since, now)}` : "";
  const until = stop.until ? ` until ${formatWhen(stop.until, now)}` : "";
  const note = stop.note.trim().replace(/\.$/, "");
  return `${who} takes no new runs${since}${until}${note && `: ${note}`}.`;
}

/**
 * One line about a backend for those who choose where to run.
 *
 * @param {Backend} backend
 * @param {number} now milliseconds since 1970
 */
export function choiceLine(backend, now) {
  if (!backend.can_run && backend.why_not) return backend.why_not;
  if (standing(backend) === "never")
    return "Never heard. What you ask for waits until its runner starts.";
  const before = backend.waiting_requests;
  const queue = before
    ? `${plural(before, "request waits", "requests wait")} before yours.`
    : "Nothing waits before yours.";
  const trouble = troubleOf(backend, now);
  if (standing(backend) === "silent")
    return `${trouble?.what} What you ask for waits until it is back.`;
  if (trouble) return `${trouble.what} You can ask now; jobs start after it.`;
  const seen = backend.last_seen_at ? `Last contact ${formatAgo(backend.last_seen_at, now)}. ` : "";
  return seen + queue;
}

/**
 * What a backend does, short: "6 running, 14 waiting", "idle".
 *
 * @param {Backend} backend
 */
export function loadWords({ running_jobs: running, waiting_jobs: waiting }) {
  return running || waiting
    ? `${formatNumber(running)} running, ${formatNumber(waiting)} waiting`
    : "idle";
}
