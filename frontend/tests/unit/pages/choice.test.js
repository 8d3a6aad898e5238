import assert from "node:assert/strict";
import { test } from "node:test";
import {
  failedOrNeverRun,
  forceConsequence,
  missingWords,
  parseActions,
  partsOf,
  queueWords,
  stillThere,
  sumOf,
  toggled,
  whyNotByCodelists,
  withNewest,
} from "../../../public/app/pages/requests/choice.js";

const action = (id, newest = null, more = {}) => ({ id, needs: [], newest, ...more });
const job = (display_status, duration_s = 60) => ({ display_status, duration_s });
const step = (name, decision, because = "") => ({ action: name, decision, because });

function plan(steps, more = {}) {
  const amount = (...decisions) => steps.filter((s) => decisions.includes(s.decision)).length;
  return {
    steps,
    will_run: amount("chosen", "needed"),
    reused: amount("reused"),
    active: amount("active"),
    ...more,
  };
}

test("a link's actions are read once each, without blanks and empties", () => {
  assert.deepEqual(parseActions("a, b,,a"), ["a", "b"]);
  assert.deepEqual(parseActions(null), []);
});

test("failed or never run leaves out what succeeded and what is under way", () => {
  const actions = [
    action("done", job("succeeded")),
    action("runs", job("running")),
    action("holds", job("held")),
    action("broke", job("failed")),
    action("skipped", job("not_run")),
    action("stopped", job("cancelled")),
    action("new"),
  ];
  assert.deepEqual(failedOrNeverRun(actions), ["broke", "skipped", "stopped", "new"]);
});

test("toggling adds at the end and takes away", () => {
  assert.deepEqual(toggled(["a"], "b"), ["a", "b"]);
  assert.deepEqual(toggled(["a", "b"], "a"), ["b"]);
});

test("names that a commit lacks are dropped and said; run_all stays", () => {
  const actions = [action("a")];
  assert.deepEqual(stillThere(["a", "gone", "run_all"], actions), ["a", "run_all"]);
  assert.equal(
    missingWords(["a", "gone"], actions),
    "gone is not in project.yaml at this commit, and not chosen any more.",
  );
  assert.equal(missingWords(["a"], actions), "");
});

test("a fresh choice shows before its plan, and one taken back does too", () => {
  const actions = [action("a"), action("b")];
  const earlier = plan([step("a", "chosen"), step("b", "needed", "a needs it")]);
  const parts = partsOf(actions, ["b"], earlier);
  assert.equal(parts.get("a").part, "not_part");
  assert.equal(parts.get("b").part, "chosen");
});

test("what run_all runs is needed, not chosen by name; what is under way stays so", () => {
  const actions = [action("a"), action("b"), action("c")];
  const of = plan([step("a", "chosen"), step("b", "reused"), step("c", "active")]);
  const parts = partsOf(actions, ["run_all", "c"], of);
  assert.deepEqual(
    [...parts.values()].map(({ part }) => part),
    ["needed", "reused", "active"],
  );
});

test("the sum names the amount, the place and why more runs than was chosen", () => {
  const because = "report needs it and it has never run";
  const steps = [step("report", "chosen"), step("fit", "needed", because), step("d", "reused")];
  assert.deepEqual(sumOf(plan(steps), "TPP"), {
    sum: "2 jobs will run on TPP.",
    rest: "1 chosen, 1 because report needs it and it has never run. 1 result is reused.",
  });
});

test("different reasons are counted, and one job is singular", () => {
  const steps = [step("c", "chosen"), step("a", "needed", "x"), step("b", "needed", "y")];
  assert.match(sumOf(plan(steps), "TPP").rest, /^1 chosen, 2 needed\.$/);
  assert.equal(sumOf(plan([step("c", "chosen")]), "EMIS").sum, "1 job will run on EMIS.");
  const busy = plan([step("c", "chosen"), step("a", "active")]);
  assert.equal(sumOf(busy, "TPP").rest, "1 job is already under way.");
});

test("forcing says how much more would run and how long that took", () => {
  const actions = [
    action("data", job("succeeded", 1380), { is_database_action: true }),
    action("fit", job("succeeded", 3780)),
    action("report"),
  ];
  const parts = partsOf(actions, ["report"], plan([step("data", "reused"), step("fit", "reused")]));
  assert.equal(
    forceConsequence(actions, parts),
    "2 more jobs, 1 of them reading the database. Last time they took 1 h 26 min in all.",
  );
  assert.match(forceConsequence(actions, new Map()), /nothing more would run/);
});

test("the queue is counted", () => {
  assert.equal(queueWords(0), "Nothing waits before yours.");
  assert.equal(queueWords(1), "1 request waits before yours.");
  assert.equal(queueWords(2), "2 requests wait before yours.");
});

test("newer states take the place of those that came with the pipeline", () => {
  const actions = [action("a", job("running")), action("b", job("failed"))];
  const statuses = [{ action: "a", newest: job("succeeded") }];
  const now = withNewest(actions, statuses);
  assert.equal(now[0].newest.display_status, "succeeded");
  assert.equal(now[1].newest.display_status, "failed");
  assert.equal(withNewest(actions, null), actions);
});

const READS = [
  action("cohort", null, { is_database_action: true }),
  action("measures", null, { is_database_action: true }),
  action("plot", null, { is_database_action: false }),
];
const stale = { status: "stale", message: "Not up to date." };

test("codelists that are in order are no reason", () => {
  const pipeline = { codelists: { status: "ok", message: null }, actions: READS };
  assert.equal(whyNotByCodelists(pipeline, plan([step("cohort", "chosen")])), "");
});

test("stale codelists keep what reads the database, and no more", () => {
  const pipeline = { codelists: stale, actions: READS };
  const reused = plan([step("cohort", "reused"), step("plot", "chosen")]);
  assert.equal(whyNotByCodelists(pipeline, reused), "");
  const needed = plan([step("cohort", "needed"), step("plot", "chosen")]);
  assert.equal(
    whyNotByCodelists(pipeline, needed),
    "cohort reads the database and cannot run. Not up to date.",
  );
  const both = plan([step("cohort", "chosen"), step("measures", "chosen")]);
  assert.match(whyNotByCodelists(pipeline, both), /^cohort and measures read the database/);
});

test("incomplete codelists keep everything", () => {
  const pipeline = { codelists: { status: "incomplete", message: "No file." }, actions: READS };
  assert.equal(whyNotByCodelists(pipeline, plan([step("plot", "chosen")])), "No file.");
});
