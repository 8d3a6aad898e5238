/**
 * What each display status is called and in which colours it stands; the one place for both.
 * The shapes of the sprite carry the same names.
 */

import { formatSince } from "./dates.js";

/** @import { DisplayStatus, RequestDisplayStatus, JobCounts } from "../api/types" */

/** @typedef {DisplayStatus | RequestDisplayStatus | "reused"} AnyStatus */
/** @typedef {"succeeded" | "running" | "failed" | "held" | "waiting"} Tone the colours of a state */

/** @type {Record<AnyStatus, { word: string, tone: Tone }>} */
const STATUSES = {
  succeeded: { word: "Succeeded", tone: "succeeded" },
  running: { word: "Running", tone: "running" },
  waiting: { word: "Waiting", tone: "waiting" },
  held: { word: "On hold", tone: "held" },
  failed: { word: "Failed", tone: "failed" },
  not_run: { word: "Not run", tone: "failed" },
  cancelled: { word: "Cancelled", tone: "waiting" },
  reused: { word: "Reused", tone: "waiting" },
  nothing_to_do: { word: "Nothing to do", tone: "waiting" },
  unknown: { word: "Unknown", tone: "waiting" },
};

/** The order in which a sentence and the strip in proportion name the states. */
const COUNTED = /** @type {const} */ ([
  "failed",
  "not_run",
  "running",
  "held",
  "waiting",
  "succeeded",
  "cancelled",
  "unknown",
]);

/** @param {AnyStatus} status */
export function statusWord(status) {
  return (STATUSES[status] ?? STATUSES.unknown).word;
}

/**
 * @param {AnyStatus} status
 * @returns {Tone}
 */
export function statusTone(status) {
  return (STATUSES[status] ?? STATUSES.unknown).tone;
}

/** @param {AnyStatus} status */
export function isUnfinished(status) {
  return status === "running" || status === "waiting" || status === "held";
}

/**
 * A state within a sentence: "running"; of what nobody has heard of lately "no word since 14:02".
 *
 * @param {AnyStatus} status
 * @param {string | null} silentSince null while its backend is heard
 */
export function statusSaid(status, silentSince) {
  return silentSince
    ? `no word since ${formatSince(silentSince, Date.now())}`
    : statusWord(status).toLowerCase();
}

/**
 * The states that occur, with their amounts, in the order of the strip in proportion.
 *
 * @param {JobCounts} counts
 */
export function countedStatuses(counts) {
  return COUNTED.filter((status) => counts[status] > 0).map((status) => ({
    status,
    count: counts[status],
  }));
}

/**
 * The strip in a sentence: "12 jobs: 1 failed, 1 not run, 1 running, 3 waiting, 6 succeeded".
 *
 * @param {JobCounts} counts
 */
export function describeCounts(counts) {
  const parts = countedStatuses(counts).map(
    ({ status, count }) => `${count} ${statusWord(status).toLowerCase()}`,
  );
  const jobs = counts.total === 1 ? "1 job" : `${counts.total} jobs`;
  return parts.length ? `${jobs}: ${parts.join(", ")}` : "no jobs yet";
}

/** @typedef {"taking" | "paused" | "maintenance" | "silent" | "never"} BackendState */

/** @type {Record<BackendState, { word: string, status: AnyStatus, tone: Tone }>} */
const BACKEND_STATES = {
  taking: { word: "Taking jobs", status: "succeeded", tone: "succeeded" },
  paused: { word: "Paused", status: "held", tone: "held" },
  maintenance: { word: "Database maintenance", status: "held", tone: "held" },
  silent: { word: "No contact", status: "failed", tone: "held" },
  never: { word: "Never heard", status: "unknown", tone: "waiting" },
};

/**
 * How a backend stands: silence comes before its mode, which is then only the last one known.
 *
 * @param {{ contact: "heard" | "silent" | "never", mode: "taking" | "paused" | "maintenance" }} backend
 */
export function backendState({ contact, mode }) {
  return BACKEND_STATES[contact === "heard" ? mode : contact];
}
