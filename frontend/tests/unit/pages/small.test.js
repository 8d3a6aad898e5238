import assert from "node:assert/strict";
import { before, test } from "node:test";
import {
  choiceLine,
  holdOf,
  loadWords,
  summaryOf,
  troubleOf,
  worstFirst,
} from "../../../public/app/pages/backends/standing.js";
import { nextPath } from "../../../public/app/pages/session/next-path.js";
import { expiryOf } from "../../../public/app/pages/tokens/expiry.js";
import {
  parseRepo,
  preferredBranch,
  repoUrl,
} from "../../../public/app/pages/workspaces/repo-choice.js";

const NOW = Date.parse("2026-11-23T14:38:00Z");
const at = (minutes) => new Date(NOW + minutes * 60_000).toISOString();

before(() => {
  process.env.TZ = "UTC";
});

test("signing in leads back into this site and nowhere else", () => {
  assert.equal(nextPath("/requests?mine=true"), "/requests?mine=true");
  for (const bad of [
    null,
    "",
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "requests",
  ]) {
    assert.equal(nextPath(bad), "/");
  }
  assert.equal(nextPath("/sign-in?next=/"), "/");
});

test("a repository is read from its address or its name", () => {
  const study = { owner: "opensafely", name: "my-study" };
  for (const text of [
    "https://github.com/opensafely/my-study",
    "http://www.github.com/opensafely/my-study/",
    "github.com/opensafely/my-study.git",
    " opensafely/my-study ",
  ]) {
    assert.deepEqual(parseRepo(text), study);
  }
  for (const text of ["", "my-study", "a/b/c", "https://gitlab.com/a/b", "a/b c"]) {
    assert.equal(parseRepo(text), null);
  }
  assert.equal(repoUrl(study), "https://github.com/opensafely/my-study");
});

test("main stands chosen, else master, the standard, or the only one", () => {
  const names = (...list) => list.map((name) => ({ name }));
  assert.equal(preferredBranch(names("dev", "master", "main"), "dev"), "main");
  assert.equal(preferredBranch(names("dev", "master"), "dev"), "master");
  assert.equal(preferredBranch(names("dev", "x"), "dev"), "dev");
  assert.equal(preferredBranch(names("x"), null), "x");
  assert.equal(preferredBranch(names("x", "y"), null), "");
});

test("a token says how long it lasts and when that ends soon", () => {
  const token = { revoked_at: null, expires_at: at(60 * 24 * 60) };
  assert.deepEqual(expiryOf(token, NOW), { status: "live", text: "expires in 60 days" });
  const soon = { ...token, expires_at: at(60 * 24 * 6) };
  assert.deepEqual(expiryOf(soon, NOW), { status: "ending", text: "expires in 6 days" });
  assert.equal(expiryOf({ ...token, expires_at: at(30) }, NOW).text, "expires within a day");
  assert.equal(expiryOf({ ...token, expires_at: at(-1) }, NOW).status, "expired");
  assert.equal(expiryOf({ ...token, revoked_at: at(-1) }, NOW).status, "revoked");
});

function backend(name, more = {}) {
  return {
    name,
    contact: "heard",
    mode: "taking",
    mode_since: null,
    last_seen_at: at(-0.2),
    alert_timeout_s: 300,
    running_jobs: 0,
    waiting_jobs: 0,
    waiting_requests: 0,
    can_run: true,
    why_not: null,
    ...more,
  };
}
const SILENT = backend("Graphnet", {
  contact: "silent",
  last_seen_at: at(-36),
  running_jobs: 2,
  waiting_jobs: 3,
});
const HELD = backend("EMIS", { mode: "maintenance", mode_since: at(-308), waiting_jobs: 9 });
const NEVER = backend("Databricks", { contact: "never", last_seen_at: null });

test("backends that need a look come first", () => {
  const names = worstFirst([NEVER, backend("TPP"), HELD, SILENT, backend("Test")]).map(
    (b) => b.name,
  );
  assert.deepEqual(names, ["Graphnet", "EMIS", "Test", "TPP", "Databricks"]);
});

test("all backends are summed up in a sentence", () => {
  const some = [
    SILENT,
    HELD,
    backend("TPP", { running_jobs: 6, waiting_jobs: 14 }),
    backend("Test"),
  ];
  assert.equal(summaryOf(some), "1 of 4 has no contact, 1 is in maintenance. 8 jobs run, 26 wait.");
  assert.match(
    summaryOf([backend("TPP")]),
    /^Every backend that was heard takes jobs\. 0 jobs run, 0 wait\.$/,
  );
});

test("what troubles a backend is said with what follows", () => {
  assert.deepEqual(troubleOf(SILENT, NOW), {
    what: "Not heard since 14:02, longer than its limit of 5 min.",
    more: "2 jobs were running then and may still run. 3 jobs wait.",
  });
  assert.deepEqual(troubleOf(HELD, NOW), {
    what: "Database maintenance since 09:30.",
    more: "9 jobs start after it.",
  });
  assert.equal(troubleOf(backend("TPP"), NOW), null);
});

test("what holds the jobs of a backend names it, and silence is no hold", () => {
  assert.equal(holdOf(HELD, NOW), "EMIS: database maintenance since 09:30.");
  assert.equal(holdOf(backend("TPP", { mode: "paused" }), NOW), "TPP: paused.");
  assert.equal(holdOf({ ...SILENT, mode: "paused" }, NOW), null);
  assert.equal(holdOf(backend("TPP"), NOW), null);
});

test("each choice of a backend carries its consequence", () => {
  const busy = backend("TPP", { waiting_requests: 2 });
  assert.equal(choiceLine(busy, NOW), "Last contact 12 s ago. 2 requests wait before yours.");
  assert.match(choiceLine(HELD, NOW), /You can ask now; jobs start after it\.$/);
  assert.match(choiceLine(SILENT, NOW), /waits until it is back\.$/);
  assert.match(choiceLine(NEVER, NOW), /^Never heard\./);
  const closed = backend("X", { can_run: false, why_not: "X is switched off." });
  assert.equal(choiceLine(closed, NOW), "X is switched off.");
});

test("what a backend does is short", () => {
  assert.equal(loadWords(backend("Test")), "idle");
  assert.equal(loadWords({ running_jobs: 6, waiting_jobs: 1204 }), "6 running, 1,204 waiting");
});
