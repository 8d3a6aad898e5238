import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { reconnecting, watch } from "../../../public/app/state/live.js";
import { oneAfterAnother } from "../../../public/app/state/resource.js";
import { openPage, settle } from "../dom.js";

let server;
let stops;
let channels;

/** The channel of one browser, without the process that Node's own keeps alive. */
class Channel {
  constructor() {
    channels.add(this);
  }
  postMessage(data) {
    for (const other of channels) if (other !== this) other.onmessage?.({ data });
  }
  close() {
    channels.delete(this);
  }
}

beforeEach(() => {
  openPage();
  channels = new Set();
  stops = [];
  server = { asked: [], versions: { requests: "1" }, down: false };
  globalThis.BroadcastChannel = Channel;
  globalThis.fetch = async (url) => {
    if (server.down) throw new TypeError("down");
    server.asked.push(new URL(url, "http://localhost").searchParams.getAll("topic"));
    return Response.json({ versions: server.versions });
  };
  setHidden(false);
  mock.timers.enable({ apis: ["setTimeout"] });
  mock.method(Math, "random", () => 0.5);
});

afterEach(() => {
  for (const stop of stops) stop();
  mock.timers.reset();
  mock.restoreAll();
});

function setHidden(hidden) {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}

async function pass(ms) {
  mock.timers.tick(ms);
  await settle();
}

/** Watches, and counts how often the topic moved. */
function watching(topic) {
  const seen = { moves: 0 };
  stops.push(
    watch(topic, () => {
      seen.moves += 1;
    }),
  );
  return seen;
}

test("it calls back when a version is first known, and when it is another", async () => {
  const seen = watching("requests");
  await pass(0);
  assert.equal(seen.moves, 1);
  await pass(1000);
  assert.equal(seen.moves, 1);
  server.versions = { requests: "2" };
  await pass(1000);
  assert.equal(seen.moves, 2);
});

test("all that is watched is one question", async () => {
  server.versions = { requests: "1", backends: "1" };
  watching("requests");
  watching("requests");
  watching("backends");
  await pass(0);
  assert.deepEqual(server.asked, [["backends", "requests"]]);
});

test("a hidden page asks seldom, and at once when it is seen again", async () => {
  watching("requests");
  await pass(0);
  setHidden(true);
  await pass(1000);
  const asked = server.asked.length;
  await pass(14_000);
  assert.equal(server.asked.length, asked);
  setHidden(false);
  await pass(0);
  assert.equal(server.asked.length, asked + 1);
});

test("a server that is gone is said after two tries, asked less often, and found again", async () => {
  const seen = watching("requests");
  await pass(0);
  server.down = true;
  await pass(1000);
  assert.equal(reconnecting.value, false);
  await pass(2000);
  assert.equal(reconnecting.value, true);
  server.down = false;
  server.versions = { requests: "2" };
  await pass(4000);
  assert.deepEqual([reconnecting.value, seen.moves], [false, 2]);
});

test("what another tab was told counts, and its topics are asked for too", async () => {
  const seen = watching("requests");
  const other = new Channel();
  const heard = [];
  other.onmessage = ({ data }) => heard.push(data);
  await pass(0);
  assert.deepEqual(heard, [{ versions: { requests: "1" } }]);

  other.postMessage({ wanted: ["backends"] });
  server.versions = { requests: "1", backends: "1" };
  await pass(1000);
  assert.deepEqual(server.asked.at(-1), ["backends", "requests"]);

  await pass(600);
  const asked = server.asked.length;
  other.postMessage({ versions: { requests: "2" } });
  assert.equal(seen.moves, 2);
  await pass(600);
  assert.equal(server.asked.length, asked);
});

test("news that leave out what is shown here are answered by saying what that is", async () => {
  watching("requests");
  const other = new Channel();
  const heard = [];
  other.onmessage = ({ data }) => heard.push(data);

  other.postMessage({ versions: { backends: "1" } });

  assert.deepEqual(heard, [{ wanted: ["requests"] }]);
});

test("with nothing left to watch nothing is asked", async () => {
  watching("requests");
  await pass(0);
  stops.pop()();
  await pass(60_000);
  assert.equal(server.asked.length, 1);
  assert.equal(channels.size, 0);
});

test("a load is not ended by the next one; however many are wanted meanwhile, one follows", async () => {
  const ends = [];
  const load = oneAfterAnother(() => new Promise((resolve) => ends.push(resolve)));

  load();
  load();
  load();
  assert.equal(ends.length, 1);
  ends[0]();
  await settle();
  assert.equal(ends.length, 2);
  ends[1]();
  await settle();
  assert.equal(ends.length, 2);
});
