/**
 * One question every 750 ms for everything that is shown: which topics have another version?
 *
 * Tabs of one browser share the question: whoever asks does so for all, tells the others on a
 * channel, and who is told waits anew. A lock keeps two from asking in the same moment. Nobody
 * leads, so nothing is lost with a tab that closes, sleeps or fails.
 */

import { listVersions } from "../api/versions.js";
import { signal } from "../ui.js";
import { waitMs } from "./poll.js";

const EVERY_MS = 750;
const HIDDEN_MS = 15_000;
const LONGEST_WAIT_MS = 15_000;
const PATIENCE_MS = 5000;
const OTHERS_KEPT_MS = 120_000;
const MOST_TOPICS = 20;
const NAME = "job-server-live";

/** @typedef {Record<string, string>} Versions */
/** @typedef {{ versions: Versions } | { wanted: readonly string[] }} Message */

/** Whether the last questions failed, so that what is shown may be behind. */
export const reconnecting = signal(false);

/** When the server last said how things stand, in ms; null before the first time. */
export const confirmedAt = signal(/** @type {number | null} */ (null));

const watchers = /** @type {Map<string, Set<() => void>>} */ (new Map());
const known = /** @type {Map<string, string>} */ (new Map());
const ofOthers = /** @type {Map<string, number>} */ (new Map());

let failures = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {BroadcastChannel | null} */
let channel = null;

/**
 * Calls back whenever the topic has another version, and once when its version is first known: what
 * was loaded before may have been older.
 *
 * @param {string} topic
 * @param {() => void} onMove
 * @returns {() => void} ends it
 */
export function watch(topic, onMove) {
  if (!watchers.size) open();
  const callbacks = watchers.get(topic) ?? new Set();
  callbacks.add(onMove);
  watchers.set(topic, callbacks);
  send({ wanted: [...watchers.keys()] });
  schedule(0);
  return () => {
    callbacks.delete(onMove);
    if (callbacks.size) return;
    watchers.delete(topic);
    known.delete(topic);
    if (!watchers.size) close();
  };
}

function open() {
  document.addEventListener("visibilitychange", handleReturn);
  addEventListener("online", handleReturn);
  addEventListener("pageshow", handleReturn);
  if (typeof BroadcastChannel === "undefined") return;
  channel = new BroadcastChannel(NAME);
  channel.onmessage = handleMessage;
}

function close() {
  clearTimeout(timer);
  document.removeEventListener("visibilitychange", handleReturn);
  removeEventListener("online", handleReturn);
  removeEventListener("pageshow", handleReturn);
  channel?.close();
  channel = null;
  failures = 0;
  reconnecting.value = false;
}

/** The page is seen again, or the network is back. */
function handleReturn() {
  if (!document.hidden) schedule(0);
}

/** @param {MessageEvent<Message>} event */
function handleMessage({ data }) {
  if ("wanted" in data) {
    for (const topic of data.wanted) ofOthers.set(topic, Date.now());
    return;
  }
  const mine = [...watchers.keys()];
  if (!mine.every((topic) => topic in data.versions)) {
    send({ wanted: mine });
    return;
  }
  take(data.versions);
  schedule();
}

/** @param {number} [inMs] as the page's state has it, without */
function schedule(inMs) {
  clearTimeout(timer);
  const everyMs = document.hidden ? HIDDEN_MS : EVERY_MS;
  const wait = Math.min(waitMs({ everyMs, failures }), Math.max(everyMs, LONGEST_WAIT_MS));
  timer = setTimeout(turn, inMs ?? wait);
}

async function turn() {
  schedule();
  if (!navigator.locks) return ask();
  // Another tab that asks at this moment tells us what it is told.
  return navigator.locks.request(NAME, { ifAvailable: true }, (lock) => (lock ? ask() : undefined));
}

async function ask() {
  const topics = topicsOfAll();
  if (!watchers.size) return;
  try {
    const { versions } = await listVersions(topics, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!watchers.size) return;
    send({ versions });
    take(versions);
  } catch {
    if (!watchers.size) return;
    failures += 1;
    reconnecting.value = failures > 1;
  }
  schedule();
}

/** Our own topics first, then those that other tabs have asked for lately. */
function topicsOfAll() {
  const limit = Date.now() - OTHERS_KEPT_MS;
  for (const [topic, at] of ofOthers) if (at < limit) ofOthers.delete(topic);
  return [...new Set([...watchers.keys(), ...ofOthers.keys()])].slice(0, MOST_TOPICS).sort();
}

/** @param {Versions} versions */
function take(versions) {
  failures = 0;
  reconnecting.value = false;
  confirmedAt.value = Date.now();
  for (const [topic, callbacks] of watchers) {
    if (!(topic in versions) || known.get(topic) === versions[topic]) continue;
    known.set(topic, versions[topic]);
    for (const onMove of callbacks) onMove();
  }
}

/** @param {Message} message */
function send(message) {
  channel?.postMessage(message);
}
