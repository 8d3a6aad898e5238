import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { match, pageFiles } from "../../public/app/router.js";

const PAGES = [
  ["/", "home/home-page", {}],
  ["/sign-in", "session/sign-in-page", {}],
  ["/workspaces", "workspaces/workspaces-page", {}],
  ["/workspaces/new", "workspaces/new-workspace-page", {}],
  ["/workspaces/ckd-main", "workspaces/workspace-page", { name: "ckd-main" }],
  ["/workspaces/ckd-main/run", "requests/new-request-page", { name: "ckd-main" }],
  ["/requests", "requests/requests-page", {}],
  ["/requests/4821", "requests/request-page", { identifier: "4821" }],
  ["/requests/abc/jobs/def", "jobs/job-page", { identifier: "abc", job: "def" }],
  ["/jobs/def", "jobs/job-lookup-page", { identifier: "def" }],
  ["/backends", "backends/backends-page", {}],
  ["/tokens", "tokens/tokens-page", {}],
  ["/problems/not-found", "problems/problem-page", { name: "not-found" }],
];

for (const [path, page, params] of PAGES) {
  test(`${path} shows ${page}`, () => {
    assert.deepEqual(match(path), { page, params });
  });
}

const OLD_LINKS = [
  ["/login/?next=%2Frequests", "/sign-in?next=%2Frequests"],
  ["/status/", "/backends"],
  ["/event-log/", "/requests"],
  ["/event-list/", "/requests"],
  ["/jobs/", "/requests"],
  ["/event-log/?q=report&username=amira", "/requests?search=report&user=amira"],
  ["/jobs/def/", "/jobs/def"],
  ["/job-requests/4821/", "/requests/4821"],
  ["/ckd-main/", "/workspaces/ckd-main"],
  ["/ckd/ckd-main/", "/workspaces/ckd-main"],
  ["/ckd/new-workspace/", "/workspaces/new?project=ckd"],
  ["/ckd/logs/", "/workspaces?project=ckd"],
  ["/ckd/ckd-main/logs/", "/requests?workspace=ckd-main"],
  ["/ckd/ckd-main/run-jobs/", "/workspaces/ckd-main/run"],
  ["/ckd/ckd-main/run-jobs/3f9c2ab/", "/workspaces/ckd-main/run?commit=3f9c2ab"],
  ["/ckd/ckd-main/4821/", "/requests/4821"],
  ["/ckd/ckd-main/4821/def/", "/requests/4821/jobs/def"],
  ["/workspaces/", "/workspaces"],
  ["/requests/?backend=tpp&backend=emis", "/requests?backend=tpp&backend=emis"],
];

for (const [link, target] of OLD_LINKS) {
  test(`${link} leads to ${target}`, () => {
    const [path, query] = link.split("?");

    assert.deepEqual(match(path, new URLSearchParams(query)), { redirect: target });
  });
}

const UNKNOWN = [
  "/orgs",
  "/orgs/datalab",
  "/staff/users",
  "/ckd/edit",
  "/ckd/ckd-main/outputs",
  "/workspaces/a/b/c",
  "/a%2Fb",
  "/%E0%A4%A",
  "/a b",
];

for (const path of UNKNOWN) {
  test(`${path} is no page`, () => {
    assert.deepEqual(match(path), { page: "errors/not-found-page", params: {} });
  });
}

test("a name with a slash or a stray percent sign arrives as it is", () => {
  assert.equal(match("/requests/a%2Fb").params.identifier, "a/b");
  assert.equal(match("/requests/100%").params.identifier, "100%");
});

for (const page of pageFiles) {
  test(`${page} is there`, () => {
    assert.ok(existsSync(new URL(`../../public/app/pages/${page}.js`, import.meta.url)));
  });
}
