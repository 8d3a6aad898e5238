import assert from "node:assert/strict";
import { test } from "node:test";
import { paths, queryString } from "../../../public/app/lib/paths.js";

test("values that say nothing stay out of the query, zero stays in", () => {
  const values = { a: "", b: null, c: undefined, d: false, e: 0, f: true, g: ["x", null, "y"] };

  assert.equal(queryString(values), "?e=0&f=true&g=x&g=y");
  assert.equal(queryString(), "");
});

test("names are encoded", () => {
  assert.equal(paths.workspace("a b/c"), "/workspaces/a%20b%2Fc");
});

test("a new request carries what is chosen", () => {
  assert.equal(
    paths.newRequest("ckd", { backend: "tpp", actions: ["a", "b"] }),
    "/workspaces/ckd/run?backend=tpp&actions=a%2Cb",
  );
});

test("a request of what another asked for names that request, however much it is", () => {
  assert.equal(
    paths.newRequest("ckd", { backend: "tpp", again: 12, only: "unsuccessful" }),
    "/workspaces/ckd/run?backend=tpp&again=12&only=unsuccessful",
  );
});

test("signing in leads back, but home needs no mention", () => {
  assert.equal(paths.signIn("/requests?mine=true"), "/sign-in?next=%2Frequests%3Fmine%3Dtrue");
  assert.equal(paths.signIn("/"), "/sign-in");
});
