import assert from "node:assert/strict";
import { test } from "node:test";
import { shared } from "../../../public/app/lib/sharing.js";

const run = (...states) => ({ number: 7, jobs: states.map((state, id) => ({ id, state })) });

test("equal data are the object before", () => {
  const before = run("running", "waiting");
  assert.equal(shared(before, run("running", "waiting")), before);
});

test("what has changed is new, and all that holds it; the rest is kept", () => {
  const before = run("running", "waiting");
  const after = shared(before, run("running", "running"));
  assert.deepEqual(after, run("running", "running"));
  assert.notEqual(after.jobs, before.jobs);
  assert.equal(after.jobs[0], before.jobs[0]);
});

test("members that came or went are no longer the same", () => {
  assert.deepEqual(shared([1, 2], [1]), [1]);
  assert.deepEqual(shared({ a: 1 }, { a: 1, b: undefined }), { a: 1, b: undefined });
  assert.deepEqual(shared({ a: undefined }, { b: undefined }), { b: undefined });
  assert.deepEqual(shared([], {}), {});
  assert.deepEqual(shared(null, { a: null }), { a: null });
});

test("what is not plain data is never taken apart", () => {
  const after = new Date(5);
  assert.equal(shared(new Date(5), after), after);
});
