import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { createPoll, waitMs } from "../../../public/app/state/poll.js";
import { openPage, settle } from "../dom.js";

let resource;
let poll;

beforeEach(() => {
  openPage();
  setHidden(false);
  mock.timers.enable({ apis: ["setTimeout"] });
  mock.method(Math, "random", () => 0.5);
  resource = { turns: 0, failing: false, error: { peek: () => resource.failing } };
  resource.refresh = async () => {
    resource.turns += 1;
  };
});

afterEach(() => {
  poll?.stop();
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

test("it asks every so often", async () => {
  poll = createPoll(resource, { everyMs: 1000 });

  await pass(999);
  assert.equal(resource.turns, 0);
  await pass(1);
  await pass(1000);
  assert.equal(resource.turns, 2);
});

test("after errors the waits double, and one success ends that", async () => {
  poll = createPoll(resource, { everyMs: 1000 });
  resource.failing = true;
  await pass(1000);
  await pass(1999);
  assert.equal(resource.turns, 1);
  resource.failing = false;
  await pass(1);
  assert.equal(resource.turns, 2);
  await pass(1000);
  assert.equal(resource.turns, 3);
});

test("it rests while the page is hidden and asks at once when it is seen", async () => {
  poll = createPoll(resource, { everyMs: 1000 });
  setHidden(true);
  await pass(60_000);
  assert.equal(resource.turns, 0);

  setHidden(false);
  await settle();
  assert.equal(resource.turns, 1);
  await pass(1000);
  assert.equal(resource.turns, 2);
});

test("once stopped it asks no more, not even after a turn that was under way", async () => {
  let finish;
  resource.refresh = () => {
    resource.turns += 1;
    return new Promise((resolve) => {
      finish = resolve;
    });
  };
  poll = createPoll(resource, { everyMs: 1000 });
  await pass(1000);

  poll.stop();
  finish();
  await settle();
  await pass(60_000);

  assert.equal(resource.turns, 1);
});

test("waits differ by a tenth and never pass a minute by more than that", () => {
  assert.equal(waitMs({ everyMs: 1000, failures: 0, random: 0 }), 900);
  assert.equal(waitMs({ everyMs: 1000, failures: 0, random: 1 }), 1100);
  assert.equal(waitMs({ everyMs: 1000, failures: 20, random: 0.5 }), 60_000);
  assert.equal(waitMs({ everyMs: 300_000, failures: 3, random: 0.5 }), 300_000);
});
