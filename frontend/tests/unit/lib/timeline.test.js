import assert from "node:assert/strict";
import { before, test } from "node:test";
import {
  drawingOf,
  gridlines,
  notBeforeNews,
  percentAt,
  renewedEveryMs,
  spanOf,
} from "../../../public/app/lib/timeline.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.parse("2026-11-23T13:06:00Z");
const NOW = START + 92 * MINUTE;

before(() => {
  process.env.TZ = "Europe/London";
});

/** A job by its minutes after the start; null where it has not come so far. */
function job(display_status, { created = 0, started = null, completed = null, updated = 90 }) {
  const time = (minutes) =>
    minutes === null ? null : new Date(START + minutes * MINUTE).toISOString();
  return {
    display_status,
    created_at: time(created),
    started_at: time(started),
    completed_at: time(completed),
    updated_at: time(updated),
  };
}

const minutes = (stretch) =>
  stretch && [(stretch.from - START) / MINUTE, (stretch.to - START) / MINUTE];

test("places are percent of the span and never outside it", () => {
  assert.equal(percentAt(25, { start: 0, end: 100 }), 25);
  assert.equal(percentAt(-5, { start: 0, end: 100 }), 0);
  assert.equal(percentAt(105, { start: 0, end: 100 }), 100);
  assert.equal(percentAt(5, { start: 5, end: 5 }), 0);
});

test("gridlines stand at round times", () => {
  const lines = gridlines({ start: START, end: NOW });

  assert.equal(new Date(lines[0]).toISOString(), "2026-11-23T13:10:00.000Z");
  assert.equal(lines[1] - lines[0], 10 * MINUTE);
});

for (const length of [
  5 * MINUTE,
  40 * MINUTE,
  3 * HOUR,
  26 * HOUR,
  9 * 24 * HOUR,
  60 * 24 * HOUR,
]) {
  test(`a span of ${length / MINUTE} minutes has between 3 and 13 gridlines`, () => {
    const lines = gridlines({ start: START, end: START + length });

    assert.ok(lines.length >= 3 && lines.length <= 13, `${lines.length} lines`);
  });
}

test("days begin at the reader's midnight", () => {
  const summer = Date.parse("2026-06-01T09:00:00Z");

  const [first] = gridlines({ start: summer, end: summer + 9 * 24 * HOUR });

  assert.equal(new Date(first).toISOString(), "2026-06-01T23:00:00.000Z");
});

test("a finished job waited, then ran", () => {
  const { waited, bar, unheard } = drawingOf(job("succeeded", { started: 2, completed: 25 }), {
    now: NOW,
  });

  assert.deepEqual([minutes(waited), minutes(bar), unheard], [[0, 2], [2, 25], null]);
});

test("a running job goes on until now, and without contact only until it was last heard", () => {
  const running = job("running", { started: 52 });

  assert.deepEqual(minutes(drawingOf(running, { now: NOW }).bar), [52, 92]);
  const silent = drawingOf(running, { now: NOW, silentSince: START + 56 * MINUTE });
  assert.deepEqual(minutes(silent.bar), [52, 56]);
  assert.deepEqual(minutes(silent.unheard), [56, 92]);
});

test("a job that had finished before the silence is drawn whole", () => {
  const finished = job("succeeded", { started: 2, completed: 60 });

  const { bar, unheard } = drawingOf(finished, { now: NOW, silentSince: START + 56 * MINUTE });

  assert.deepEqual([minutes(bar), unheard], [[2, 60], null]);
});

test("a job that was not run only waited, until it was given up", () => {
  const { waited, bar, end } = drawingOf(job("not_run", { updated: 51 }), { now: NOW });

  assert.deepEqual([minutes(waited), bar, (end - START) / MINUTE], [[0, 51], null, 51]);
});

test("a waiting job is a bar from its beginning to now", () => {
  const { waited, bar } = drawingOf(job("waiting", {}), { now: NOW });

  assert.deepEqual([waited, minutes(bar)], [null, [0, 92]]);
});

test("a runner's clock that is ahead of itself gives no negative bar", () => {
  const { bar } = drawingOf(job("succeeded", { created: 10, started: 10, completed: 4 }), {
    now: NOW,
  });

  assert.ok(bar.to >= bar.from);
});

test("a runner's clock that is ahead of the reader's gives no negative bar", () => {
  const { bar } = drawingOf(job("running", { started: 93 }), { now: NOW });

  assert.deepEqual(minutes(bar), [93, 93]);
});

test("the span holds every drawing and leaves room for words", () => {
  const { start, end } = spanOf([job("succeeded", { started: 2, completed: 25 })], { now: NOW });

  assert.ok(start < START && end > START + 25 * MINUTE && end < NOW);
});

test("now is never before what is known to have happened", () => {
  const jobs = [job("succeeded", { started: 2, completed: 93 }), job("running", { started: 94 })];

  assert.equal(notBeforeNews(jobs, NOW), START + 94 * MINUTE);
  assert.equal(notBeforeNews(jobs.slice(0, 1), NOW), START + 93 * MINUTE);
  assert.equal(notBeforeNews(jobs, NOW + HOUR), NOW + HOUR);
});

test("a short drawing is renewed each second, one of many rows or hours more seldom", () => {
  assert.equal(renewedEveryMs(START, START + MINUTE, 8), 1000);
  assert.equal(renewedEveryMs(START, START + MINUTE, 200), 5000);
  assert.equal(renewedEveryMs(START, START + HOUR, 8), 16_000);
});
