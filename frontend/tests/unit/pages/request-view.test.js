import assert from "node:assert/strict";
import { test } from "node:test";
import { historyWords } from "../../../public/app/pages/requests/comparison.js";
import {
  blockedWords,
  cancelAmount,
  cancelConsequence,
  cancellableJobs,
  filterJobs,
  firstOfInterest,
  graphItems,
  lengthWords,
} from "../../../public/app/pages/requests/request-view.js";

const NOW = Date.parse("2026-11-23T14:38:00Z");

function job(action, display_status, more = {}) {
  const open = ["running", "waiting", "held"].includes(display_status);
  return {
    action,
    display_status,
    identifier: `id${action}`,
    needs: [],
    started_at: null,
    duration_s: null,
    reason: null,
    status_message: "",
    can: { cancel: { allowed: open, why_not: null } },
    ...more,
  };
}

const STARTED = new Date(NOW - 40 * 60_000).toISOString();
const request = (...jobs) => ({ jobs });

test("cancelling counts the jobs that it still reaches", () => {
  const asked = { can: { cancel: { allowed: false } } };
  const open = request(job("a", "succeeded"), job("b", "running"), job("c", "waiting", asked));
  assert.deepEqual(
    cancellableJobs(open).map(({ action }) => action),
    ["b"],
  );
  assert.equal(cancelAmount(open), 1);
  assert.equal(cancelAmount(request(job("c", "waiting", asked), job("d", "waiting", asked))), 2);
  assert.equal(cancelAmount(request()), 0);
});

test("what is lost and what stays is said before a cancel", () => {
  const open = request(
    job("a", "succeeded"),
    job("b", "failed"),
    job("fit", "running", { started_at: STARTED }),
    job("d", "running", { started_at: STARTED }),
  );
  assert.equal(
    cancelConsequence(open, ["fit"], NOW),
    "What fit has computed in 40 min is lost. The 2 finished jobs stay as they are.",
  );
  assert.match(cancelConsequence(open, ["fit", "d"], NOW), /^What 2 running jobs have computed/);
  assert.equal(cancelConsequence(request(job("w", "waiting")), ["w"], NOW), "");
});

test("the graph says how long, or why it waits", () => {
  const items = graphItems([
    job("a", "succeeded", { duration_s: 1380 }),
    job("b", "waiting", { reason: { text: "Waiting for a to finish." } }),
    job("c", "not_run"),
  ]);
  assert.deepEqual(
    items.map(({ text }) => text),
    ["succeeded · 23 min", "Waiting for a to finish.", "not run"],
  );
});

test("what failed is looked at first, then what runs", () => {
  assert.equal(firstOfInterest([job("a", "running"), job("b", "failed")]).action, "b");
  assert.equal(firstOfInterest([job("a", "waiting"), job("b", "running")]).action, "b");
  assert.equal(firstOfInterest([]), null);
});

test("jobs are found by name, identifier, message and state", () => {
  const jobs = [
    job("Fit_Model", "failed", { status_message: "Out of memory" }),
    job("plot", "running"),
  ];
  const found = (filter) => filterJobs(jobs, { text: "", status: "", ...filter }).length;
  assert.equal(found({}), 2);
  assert.equal(found({ text: "fit_" }), 1);
  assert.equal(found({ text: "memory" }), 1);
  assert.equal(found({ text: "idplot" }), 1);
  assert.equal(found({ text: "fit", status: "running" }), 0);
});

test("what was not run because of a failure is named", () => {
  assert.equal(blockedWords([]), "");
  assert.equal(blockedWords(["t"]), "1 job that needs it, t, was not run.");
  assert.equal(blockedWords(["a", "b"]), "2 jobs that need it, a and b, were not run.");
});

test("the length of a request is counted, known, or not claimed", () => {
  const at = { started_at: STARTED, duration_s: null, contact: "heard" };
  assert.equal(lengthWords({ ...at, display_status: "running" }, NOW), "Running for 40 min");
  assert.match(
    lengthWords({ ...at, display_status: "running", contact: "silent" }, NOW),
    /not heard/,
  );
  assert.equal(
    lengthWords({ ...at, display_status: "failed", duration_s: 7440 }, NOW),
    "Took 2 h 4 min",
  );
  assert.equal(lengthWords({ ...at, display_status: "waiting", started_at: null }, NOW), "");
});

test("what was before is compared with how long a job runs by now", () => {
  const before = { usual_s: 720, failed_this_week: 3 };
  const failures = "It also failed 3 times this week.";

  assert.equal(historyWords(before), `Usually takes 12 min. ${failures}`);
  assert.equal(historyWords(before, 700), `Usually takes 12 min. ${failures}`);
  assert.equal(historyWords(before, 2400), `Usually takes 12 min, now 40 min. ${failures}`);
  assert.equal(historyWords({ usual_s: null, failed_this_week: 0 }, 2400), "");
  assert.equal(historyWords(undefined, 2400), "");
});
