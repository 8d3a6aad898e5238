import assert from "node:assert/strict";
import { test } from "node:test";
import { createIdempotencyKeys } from "../../../public/app/api/idempotency.js";

test("the same body keeps its key, another gets another", () => {
  const keys = createIdempotencyKeys();

  const first = keys.keyFor({ actions: ["a"] });

  assert.match(first, /^[0-9a-f]{32}$/);
  assert.equal(keys.keyFor({ actions: ["a"] }), first);
  assert.notEqual(keys.keyFor({ actions: ["b"] }), first);
});

test("after success the same body is a new request", () => {
  const keys = createIdempotencyKeys();
  const first = keys.keyFor({});
  keys.renew();

  assert.notEqual(keys.keyFor({}), first);
});
