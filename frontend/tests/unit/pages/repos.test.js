import assert from "node:assert/strict";
import { test } from "node:test";
import { isDueToBePublic, privacyWord, targetOf } from "../../../public/app/pages/repos/where.js";
import { backendToBegin } from "../../../public/app/pages/requests/choice.js";

const REPO = { owner: "o", name: "r" };

test("a link to a repository leads to the only project, and to no one of several", () => {
  assert.equal(targetOf(REPO, [{ slug: "ckd" }], false), "/projects/ckd");
  assert.equal(targetOf(REPO, [{ slug: "ckd" }, { slug: "opioids" }], false), null);
  assert.equal(targetOf(REPO, [], false), null);
});

test("a link to a sign-off leads to the repository, if anybody uses it", () => {
  assert.equal(targetOf(REPO, [{ slug: "ckd" }], true), "/repos/o/r");
  assert.equal(targetOf(REPO, [], true), null);
});

test("a repository is private, public, or nobody knows", () => {
  assert.equal(privacyWord({ is_private: true }), "private");
  assert.equal(privacyWord({ is_private: false }), "public");
  assert.equal(privacyWord({ is_private: null }), null);
  assert.equal(privacyWord(null), null);
});

test("code is due to be public some weeks before a year after its first run", () => {
  const now = Date.parse("2026-11-25T09:00:00Z");
  assert.equal(isDueToBePublic("2025-12-29T09:00:01Z", now), true);
  assert.equal(isDueToBePublic("2025-12-30T09:00:01Z", now), false);
  assert.equal(isDueToBePublic(null, now), false);
});

test("a run begins where the last one was only if the reader may run there", () => {
  const tpp = { slug: "tpp" };
  const emis = { slug: "emis" };
  assert.equal(backendToBegin("emis", [tpp, emis]), "emis");
  assert.equal(backendToBegin("graphnet", [tpp, emis]), null);
  assert.equal(backendToBegin("graphnet", [tpp]), "tpp");
  assert.equal(backendToBegin(null, []), null);
});
