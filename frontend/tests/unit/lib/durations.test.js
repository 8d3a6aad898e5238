import assert from "node:assert/strict";
import { test } from "node:test";
import { formatDuration, secondsBetween } from "../../../public/app/lib/durations.js";

const CASES = [
  [0, "0 s"],
  [38.9, "38 s"],
  [60, "1 min"],
  [252, "4 min 12 s"],
  [599, "9 min 59 s"],
  [600, "10 min"],
  [23 * 60 + 59, "23 min"],
  [92 * 60, "1 h 32 min"],
  [2 * 3600, "2 h"],
  [(2 * 24 + 4) * 3600 + 59, "2 d 4 h"],
  [-3, "0 s"],
];

for (const [seconds, words] of CASES) {
  test(`${seconds} seconds read "${words}"`, () => {
    assert.equal(formatDuration(seconds), words);
  });
}

test("the length between two times is in seconds", () => {
  assert.equal(secondsBetween("2026-11-23T13:00:00Z", "2026-11-23T13:01:30.500Z"), 90.5);
});
