import assert from "node:assert/strict";
import { before, test } from "node:test";
import {
  formatAgo,
  formatClock,
  formatExact,
  formatSince,
  formatWhen,
  formatWhenShort,
} from "../../../public/app/lib/dates.js";

const NOW = Date.parse("2026-11-23T14:38:00Z");

before(() => {
  process.env.TZ = "Europe/London";
});

const WHEN = [
  ["2026-11-23T13:06:00Z", "today at 13:06"],
  ["2026-11-22T09:41:00Z", "yesterday at 09:41"],
  ["2026-11-24T00:05:00Z", "tomorrow at 00:05"],
  ["2026-11-09T16:20:00Z", "9 Nov at 16:20"],
  ["2025-11-09T16:20:00Z", "9 Nov 2025"],
  ["2026-06-01T11:00:00Z", "1 Jun at 12:00"],
];

for (const [time, words] of WHEN) {
  test(`${time} reads "${words}"`, () => {
    assert.equal(formatWhen(time, NOW), words);
  });
}

test("columns leave out the at", () => {
  assert.equal(formatWhenShort("2026-11-23T13:06:00Z", NOW), "today 13:06");
});

test("the day before the end of summer time is yesterday, though it is 25 hours long", () => {
  const sunday = Date.parse("2026-10-26T00:30:00Z");
  assert.equal(formatWhen("2026-10-25T00:30:00Z", sunday), "yesterday at 01:30");
});

const AGO = [
  [0, "just now"],
  [-5000, "just now"],
  [12_000, "12 s ago"],
  [4 * 60_000 + 12_000, "4 min ago"],
  [36 * 60_000, "36 min ago"],
  [5.5 * 3_600_000, "5 h ago"],
  [26 * 3_600_000, "yesterday at 12:38"],
];

for (const [age, words] of AGO) {
  test(`what is ${age} ms old was "${words}"`, () => {
    assert.equal(formatAgo(NOW - age, NOW), words);
  });
}

test("since names the clock alone on the same day, and the day otherwise", () => {
  assert.equal(formatSince("2026-11-23T14:02:00Z", NOW), "14:02");
  assert.equal(formatSince("2026-11-22T14:02:00Z", NOW), "yesterday at 14:02");
});

test("the clock is the reader's, the exact time is UTC", () => {
  assert.equal(formatClock("2026-06-01T11:00:00Z"), "12:00");
  assert.equal(formatExact("2026-06-01T11:00:07.9Z"), "2026-06-01 11:00:07 UTC");
});
