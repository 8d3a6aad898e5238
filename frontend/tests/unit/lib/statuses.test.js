import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { enums } from "../../../public/app/api/operations.js";
import {
  backendState,
  countedStatuses,
  describeCounts,
  isUnfinished,
  statusTone,
  statusWord,
} from "../../../public/app/lib/statuses.js";

const NONE = {
  total: 0,
  succeeded: 0,
  running: 0,
  waiting: 0,
  held: 0,
  failed: 0,
  not_run: 0,
  cancelled: 0,
  unknown: 0,
};
const SPRITE = readFileSync(new URL("../../../public/images/icons-1.svg", import.meta.url), "utf8");

for (const status of new Set([...enums.DisplayStatus, ...enums.RequestDisplayStatus])) {
  test(`${status} has a word of its own and a shape`, () => {
    const shape = status === "running" ? "running-ring" : status;

    assert.ok(status === "unknown" || statusWord(status) !== "Unknown");
    assert.match(SPRITE, new RegExp(`<symbol id="${shape}"`));
  });
}

test("a word nobody knows reads Unknown", () => {
  assert.equal(statusWord("exploded"), "Unknown");
  assert.equal(statusTone("exploded"), "waiting");
});

test("not run is in the colour of failure and is not counted as failed", () => {
  const counts = { ...NONE, total: 3, failed: 1, not_run: 2 };

  assert.equal(statusTone("not_run"), "failed");
  assert.equal(describeCounts(counts), "3 jobs: 1 failed, 2 not run");
});

test("what waits, runs or is held is unfinished", () => {
  const unfinished = enums.DisplayStatus.filter(isUnfinished);

  assert.deepEqual([...unfinished].sort(), ["held", "running", "waiting"]);
});

test("the strip in proportion names failures first and leaves out what does not occur", () => {
  const counts = { ...NONE, total: 12, succeeded: 6, failed: 1, running: 2, waiting: 3 };

  assert.deepEqual(countedStatuses(counts), [
    { status: "failed", count: 1 },
    { status: "running", count: 2 },
    { status: "waiting", count: 3 },
    { status: "succeeded", count: 6 },
  ]);
});

test("a request without jobs says so", () => {
  assert.equal(describeCounts(NONE), "no jobs yet");
});

test("silence comes before the mode of a backend", () => {
  assert.equal(backendState({ contact: "silent", mode: "taking" }).word, "No contact");
  assert.equal(backendState({ contact: "heard", mode: "paused" }).word, "Paused");
  assert.equal(backendState({ contact: "never", mode: "taking" }).status, "unknown");
});
