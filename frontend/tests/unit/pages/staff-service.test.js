import assert from "node:assert/strict";
import { test } from "node:test";
import { ALERT_LEVELS, alertLevel } from "../../../public/app/lib/alert-levels.js";
import { valueWords } from "../../../public/app/lib/events.js";
import { localInput, utcOf } from "../../../public/app/lib/local-times.js";
import { aheadOf, stopWords, troubleOf } from "../../../public/app/pages/backends/standing.js";
import { bodyOf, changesOf, draftOf } from "../../../public/app/pages/orgs/org-fields.js";
import { inOrder } from "../../../public/app/pages/orgs/org-order.js";
import { callWords, slowestWords } from "../../../public/app/pages/staff/call-hours.js";
import { concernsOf } from "../../../public/app/pages/staff/fleet-overview.js";
import { askedOf, chipsOf } from "../../../public/app/pages/staff/list-filters.js";
import { markOf, markWord, stillDue } from "../../../public/app/pages/staff/repo-marks.js";

const NOW = Date.parse("2026-03-04T12:00:00Z");
const FIELDS = [
  { key: "search", label: "Name" },
  { key: "org", label: "Organisation", options: [{ value: "uni", label: "University" }] },
  { key: "user", label: "Asked by" },
];

test("each level of a notice has a word, a colour and a shape of its own", () => {
  const looks = ALERT_LEVELS.map((level) => alertLevel(level));

  for (const part of [({ word }) => word, ({ tone }) => tone, ({ icon, status }) => icon ?? status])
    assert.equal(new Set(looks.map(part)).size, ALERT_LEVELS.length);
});

test("calls are put with their errors and the time of each, to a part of a millisecond", () => {
  const counted = { calls: 1200, failures: 3, took_ms: 480.6 };

  assert.equal(callWords(counted), "1,200 calls, 3 failed, 0.4 ms each");
  assert.equal(callWords({ calls: 1, failures: 0, took_ms: 2 }), "1 call, 0 failed, 2.0 ms each");
  assert.equal(callWords({ calls: 0, failures: 0, took_ms: 0 }), "no calls");
});

test("the slowest hour is the one in which a call took longest, not the one with most calls", () => {
  const at = (/** @type {number} */ hour) => new Date(2026, 2, 3, hour).toISOString();
  const hours = [
    { at: at(13), calls: 0, failures: 0, took_ms: 0 },
    { at: at(14), calls: 10, failures: 0, took_ms: 123 },
    { at: at(15), calls: 900, failures: 0, took_ms: 1800 },
  ];

  assert.equal(slowestWords(hours), "Milliseconds each: at most 12.3, in the hour from Tue 14:00");
  assert.equal(slowestWords(hours.slice(0, 1)), "Milliseconds each: no calls");
});

test("the overview names what the details of a backend have that should not wait", () => {
  const token = { name: "prod", state: "active", unused: false, revoked_at: null };
  const ends = (/** @type {number} */ days) => new Date(NOW + days * 86_400_000).toISOString();
  const tokens = [
    { ...token, expires_at: ends(5) },
    { ...token, name: "old", state: "retiring", expires_at: ends(2) },
    { ...token, name: "spare", unused: true, expires_at: ends(90) },
  ];

  assert.deepEqual(concernsOf({ refused: [{ at: ends(-0.5) }], tokens }, NOW), [
    "refused calls",
    "prod expires in 5 days",
    "1 unused token",
  ]);
  assert.deepEqual(concernsOf({ refused: [{ at: ends(-2) }], tokens: [] }, NOW), ["no live token"]);
  assert.deepEqual(
    concernsOf({ refused: [], tokens: [{ ...token, expires_at: ends(90) }] }, NOW),
    [],
  );
});

test("filters of a staff list are those of its fields, and read as words", () => {
  const asked = askedOf(new URLSearchParams("search=fit&org=uni&user=ada&colour=red"), FIELDS);

  assert.deepEqual(asked, { search: "fit", org: "uni", user: "ada" });
  assert.deepEqual(
    chipsOf(FIELDS, asked).map(({ label }) => label),
    ["“fit”", "Organisation: University", "Asked by: ada"],
  );
  assert.deepEqual(chipsOf(FIELDS, { org: "gone" }), [{ key: "org", label: "Organisation: gone" }]);
});

test("a time on record reads as a time", () => {
  assert.equal(valueWords("2026-11-25T07:52:30.555496+00:00"), "2026-11-25 07:52:30 UTC");
  assert.equal(valueWords("2026-11-25"), "2026-11-25");
});

test("what the git host does not say stays open, and is not counted as due", () => {
  const rows = ["a", "b", "c", "d"].map((name) => ({ owner: "o", name }));
  const marks = [
    { owner: "o", name: "a", is_private: true, is_non_research: false },
    { owner: "o", name: "b", is_private: true, is_non_research: true },
    { owner: "o", name: "c", is_private: false, is_non_research: false },
    { owner: "o", name: "d", is_private: null, is_non_research: null },
  ];

  const words = rows.map((repo) => markWord(markOf(repo, marks), false));
  assert.deepEqual(words, ["private", "private, no research", "public", "not known"]);
  assert.equal(markWord(null, true), "…");
  assert.deepEqual(stillDue(rows, marks), { due: 1, done: 2, unknown: 1 });
  assert.deepEqual(stillDue(rows, []), { due: 0, done: 0, unknown: 4 });
});

test("a form of an organisation sends what was changed alone", () => {
  const org = { name: "Uni", slug: "uni", description: "", github_orgs: ["one", "two"] };

  const draft = { ...draftOf(org), name: " Uni ", github: "one, two @three" };

  assert.deepEqual(changesOf(draft, org), { github_orgs: ["one", "two", "three"] });
  assert.deepEqual(changesOf(draftOf(org), org), {});
  assert.equal(bodyOf({ ...draft, slug: " x " }).slug, "x");
});

test("organisations stand by name as long as all of them are there", () => {
  const results = [{ name: "B" }, { name: "a" }];

  assert.deepEqual(inOrder({ results, next: null, previous: null }), [...results].reverse());
  assert.equal(inOrder({ results, next: "x", previous: null }), results);
});

test("a field's time is the reader's, and goes to the server as UTC", () => {
  assert.equal(utcOf(localInput(NOW)), "2026-03-04T12:00:00.000Z");
  assert.equal(utcOf(""), null);
});

test("announced maintenance says its end and why, and before it begins when it comes", () => {
  const maintenance = { since: "2026-03-04T11:00:00Z", until: null, note: "Rebuild." };
  const backend = {
    contact: "heard",
    mode: "maintenance",
    mode_since: maintenance.since,
    waiting_jobs: 0,
    maintenance,
  };

  assert.match(troubleOf(backend, NOW).what, /^Database maintenance since \d\d:\d\d: Rebuild\.$/);
  assert.equal(aheadOf(backend, NOW), null);
  const ahead = { ...backend, maintenance: { ...maintenance, since: "2026-03-04T13:00:00Z" } };
  assert.match(aheadOf(ahead, NOW), /^Database maintenance from today at \d\d:\d\d: Rebuild\.$/);
});

test("a stop of new runs says whose it is, when it begins and ends, and why", () => {
  const at = (minutes) => new Date(NOW + minutes * 60_000).toISOString();
  const stop = { since: at(-5), until: null, note: "", is_everywhere: false };
  const words = (changes) => stopWords({ name: "TPP", stop: { ...stop, ...changes } }, NOW);

  assert.equal(stopWords({ name: "TPP", stop: null }, NOW), null);
  assert.equal(words({}), "TPP takes no new runs.");
  assert.equal(words({ note: "Full." }), "TPP takes no new runs: Full.");
  assert.match(words({ until: at(60) }), /^TPP takes no new runs until today at \d\d:\d\d\.$/);
  assert.match(words({ since: at(5) }), /^TPP takes no new runs from today at \d\d:\d\d\.$/);
  assert.equal(words({ is_everywhere: true }), "This service takes no new runs.");
});
