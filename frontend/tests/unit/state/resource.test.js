import assert from "node:assert/strict";
import { test } from "node:test";
import { createResource, freshnessOfAll } from "../../../public/app/state/resource.js";

/** A loader whose answers the test gives; it does not heed its signal, as an answer on the wire. */
function controlled() {
  const calls = [];
  const loader = ({ signal }) =>
    new Promise((resolve, reject) => {
      calls.push({ resolve, reject, signal });
    });
  return { calls, loader };
}

test("data arrive, and stay while newer ones load", async () => {
  const { calls, loader } = controlled();
  const resource = createResource(loader);

  const first = resource.refresh();
  assert.deepEqual([resource.data.value, resource.loading.value], [null, true]);
  calls[0].resolve("one");
  await first;
  assert.deepEqual([resource.data.value, resource.loading.value], ["one", false]);

  resource.refresh();
  assert.deepEqual([resource.data.value, resource.loading.value], ["one", true]);
});

test("an error leaves the data, and the next success takes it away", async () => {
  const { calls, loader } = controlled();
  const resource = createResource(loader);
  resource.set("one");

  const failing = resource.refresh();
  calls[0].reject(new Error("down"));
  await failing;
  assert.equal(resource.error.value.message, "down");
  assert.equal(resource.data.value, "one");

  const working = resource.refresh();
  calls[1].resolve("two");
  await working;
  assert.deepEqual([resource.data.value, resource.error.value], ["two", null]);
});

test("a load that was overtaken is ended and its answer ignored", async () => {
  const { calls, loader } = controlled();
  const resource = createResource(loader);

  const old = resource.refresh();
  const newer = resource.refresh();
  assert.equal(calls[0].signal.aborted, true);
  calls[0].resolve("old");
  calls[1].resolve("new");
  await Promise.all([old, newer]);

  assert.deepEqual([resource.data.value, resource.error.value], ["new", null]);
});

test("the answer of a change wins over a load that began before it", async () => {
  const { calls, loader } = controlled();
  const resource = createResource(loader);

  const loading = resource.refresh();
  resource.set("changed");
  calls[0].resolve("stale");
  await loading;

  assert.equal(resource.data.value, "changed");
});

test("what is disposed of says nothing more", async () => {
  const { calls, loader } = controlled();
  const resource = createResource(loader);

  const loading = resource.refresh();
  resource.dispose();
  calls[0].reject(calls[0].signal.reason);
  await loading;

  assert.equal(calls[0].signal.aborted, true);
  assert.deepEqual([resource.error.value, resource.loading.value], [null, false]);
});

test("a page is as fresh as the oldest of what it follows", async () => {
  const [first, second, absent] = [1, 2, 3].map(() => createResource(async () => "data"));
  assert.equal(freshnessOfAll([]), null);
  assert.equal(freshnessOfAll([absent]), null, "what is not here yet says nothing");

  await first.refresh();
  await new Promise((resolve) => setTimeout(resolve, 2));
  await second.refresh();

  assert.equal(freshnessOfAll([second, absent, first]).updatedAt, first.updatedAt.value);
  assert.equal(freshnessOfAll([second, first]).error, null);
});

test("one error is said, though others are fresh", async () => {
  const problem = { title: "It did not load", status: 500 };
  let fails = false;
  const [fresh, failing] = [1, 2].map((which) =>
    createResource(async () => {
      if (fails && which === 2) throw problem;
      return "data";
    }),
  );
  await Promise.all([fresh.refresh(), failing.refresh()]);
  fails = true;
  await failing.refresh();

  assert.equal(freshnessOfAll([fresh, failing]).error, problem);
});
