import assert from "node:assert/strict";
import { test } from "node:test";
import { criticalPath } from "../../../public/app/lib/critical-path.js";

function job(action, needs, minute, display_status = minute ? "succeeded" : "waiting") {
  const completed_at = minute ? `2026-03-04T12:${String(minute).padStart(2, "0")}:00Z` : null;
  return { action, needs, completed_at, started_at: completed_at, display_status };
}

test("it goes back from what ended last to what each waited for longest", () => {
  const jobs = [
    job("a", [], 5),
    job("b", [], 9),
    job("c", ["a", "b"], 12),
    job("d", ["a"], 6),
    job("e", ["c", "d"], 20),
  ];
  assert.deepEqual([...criticalPath(jobs)], ["e", "c", "b"]);
});

test("what has not ended is last, and the longest chain of that decides", () => {
  const jobs = [
    job("a", [], 5),
    job("b", ["a"], 0, "running"),
    job("c", ["b"], 0),
    job("d", ["a"], 0),
  ];
  assert.deepEqual([...criticalPath(jobs)], ["c", "b", "a"]);
});

test("jobs that need nothing have no chain; a circle and a need elsewhere end one", () => {
  assert.equal(criticalPath([job("a", [], 5), job("b", [], 9)]).size, 0);
  assert.deepEqual([...criticalPath([job("a", ["b", "gone"], 5), job("b", ["a"], 9)])], ["b", "a"]);
  assert.equal(criticalPath([]).size, 0);
});

test("what was not run because of a failure decides nothing", () => {
  const jobs = [job("a", [], 5), job("b", ["a"], 7, "failed"), job("c", ["b"], 9, "not_run")];
  assert.deepEqual([...criticalPath(jobs)], ["b", "a"]);
});

test("it ends at the failure that stopped others, not at what succeeded beside it", () => {
  const jobs = [
    job("a", [], 5),
    job("b", ["a"], 9),
    job("c", ["a"], 9, "failed"),
    job("d", ["c"], 9, "not_run"),
    job("e", ["a"], 12),
  ];
  assert.deepEqual([...criticalPath(jobs)], ["c", "a"]);
  assert.deepEqual([...criticalPath(jobs.slice(2))], ["c"]);
});

test("a failure decides nothing while something still runs, or where it stopped nothing", () => {
  const running = [
    job("a", [], 5, "failed"),
    job("b", ["a"], 6, "not_run"),
    job("c", [], 4),
    job("d", ["c"], 0, "running"),
  ];
  assert.deepEqual([...criticalPath(running)], ["d", "c"]);
  const alone = [job("a", [], 5), job("b", ["a"], 7, "failed"), job("c", ["a"], 9)];
  assert.deepEqual([...criticalPath(alone)], ["c", "a"]);
});
