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
  ["/projects", "projects/projects-page", {}],
  ["/projects/new", "projects/new-project-page", {}],
  ["/projects/ckd", "projects/project-page", { slug: "ckd" }],
  ["/projects/ckd/settings", "projects/project-settings-page", { slug: "ckd" }],
  ["/requests", "requests/requests-page", {}],
  ["/requests/4821", "requests/request-page", { identifier: "4821" }],
  ["/requests/abc/jobs/def", "jobs/job-page", { identifier: "abc", job: "def" }],
  ["/jobs/def", "jobs/job-lookup-page", { identifier: "def" }],
  ["/backends", "backends/backends-page", {}],
  ["/settings", "settings/settings-page", {}],
  ["/settings/tokens", "settings/settings-page", { tab: "tokens" }],
  ["/problems/not-found", "problems/problem-page", { name: "not-found" }],
  ["/repos/opensafely/study", "repos/repo-page", { owner: "opensafely", name: "study" }],
  [
    "/repo/https%3A%2F%2Fgithub.com%2Fo%2Fr",
    "repos/repo-link-page",
    { url: "https://github.com/o/r" },
  ],
  // Old links that name a workspace or a project
  ["/ckd-main/", "workspaces/name-lookup-page", { name: "ckd-main" }],
  ["/ckd/ckd-main/", "workspaces/name-lookup-page", { name: "ckd-main" }],
];

for (const [path, page, params] of PAGES) {
  test(`${path} shows ${page}`, () => {
    assert.deepEqual(match(path), { page, params });
  });
}

const OLD_LINKS = [
  ["/login/?next=%2Frequests", "/sign-in?next=%2Frequests"],
  ["/tokens", "/settings/tokens"],
  ["/status/", "/backends"],
  ["/organisations/", "/orgs"],
  ["/organisations/datalab/", "/orgs/datalab"],
  ["/orgs/datalab/", "/orgs/datalab"],
  ["/orgs/datalab/logs/?q=fit", "/requests?org=datalab&search=fit"],
  ["/staff/site-alerts/", "/staff/alerts"],
  ["/staff/job-requests/", "/staff/requests"],
  ["/staff/job-requests/12/", "/requests/12"],
  ["/staff/orgs/datalab/", "/orgs/datalab"],
  ["/staff/orgs/datalab/edit/", "/orgs/datalab/settings"],
  ["/staff/orgs/add/", "/orgs/new"],
  ["/staff/projects/create/", "/projects/new"],
  ["/staff/projects/ckd/", "/projects/ckd"],
  ["/staff/projects/ckd/edit/", "/projects/ckd/settings"],
  ["/staff/projects/ckd/audit-log/", "/projects/ckd"],
  ["/staff/projects/ckd/add-member/", "/projects/ckd/settings"],
  ["/staff/projects/ckd/members/3/edit/", "/projects/ckd/settings"],
  ["/staff/users/amira/audit-log/", "/staff/record?person=amira"],
  ["/staff/users/amira/roles/", "/staff/users/amira"],
  ["/staff/workspaces/ckd-main/edit/", "/workspaces/ckd-main"],
  ["/staff/backends/3/edit/", "/staff/backends"],
  ["/staff/repos/https%3A%2F%2Fgithub.com%2Fo%2Fr/", "/repo/https%3A%2F%2Fgithub.com%2Fo%2Fr"],
  ["/staff/redirects/3/", "/staff/redirects"],
  ["/staff/site-alerts/edit/3/", "/staff/alerts"],
  ["/staff/site-alerts/add/", "/staff/alerts"],
  ["/event-log/", "/requests"],
  ["/event-list/", "/requests"],
  ["/jobs/", "/requests"],
  ["/event-log/?q=report&username=amira", "/requests?search=report&user=amira"],
  ["/event-log/?status=failed&backend=3", "/requests?status=failed"],
  ["/event-log/?status=Failed", "/requests"],
  ["/jobs/def/", "/jobs/def"],
  ["/job-requests/", "/requests"],
  ["/users/amira/logs/", "/requests?user=amira"],
  ["/backends/3/", "/backends"],
  ["/job-requests/4821/", "/requests/4821"],
  ["/ckd/new-workspace/", "/workspaces/new?project=ckd"],
  ["/ckd/logs/", "/requests?project=ckd"],
  ["/ckd/edit/", "/projects/ckd/settings"],
  ["/leeds/new-project/", "/projects/new"],
  ["/leeds/ckd/new-workspace/", "/workspaces/new?project=ckd"],
  ["/leeds/ckd/members/3/edit", "/projects/ckd/settings"],
  ["/leeds/ckd/settings/", "/projects/ckd/settings"],
  ["/leeds/ckd/invite-users/", "/projects/ckd/settings"],
  ["/leeds/ckd/accept-invite/MTI:1a2B-c/", "/projects?mine=true"],
  ["/ckd/ckd-main/logs/", "/requests?workspace=ckd-main"],
  ["/ckd/ckd-main/run-jobs/", "/workspaces/ckd-main/run"],
  ["/ckd/ckd-main/run-jobs/3f9c2ab/", "/workspaces/ckd-main/run?commit=3f9c2ab"],
  ["/ckd/ckd-main/pick-ref/", "/workspaces/ckd-main/run"],
  ["/ckd/ckd-main/edit/", "/workspaces/ckd-main"],
  ["/ckd/ckd-main/4821/", "/requests/4821"],
  ["/ckd/ckd-main/4821/def/", "/requests/4821/jobs/def"],
  ["/repo/https%3A%2F%2Fgithub.com%2Fo%2Fr/", "/repo/https%3A%2F%2Fgithub.com%2Fo%2Fr"],
  ["/repo/https://github.com/o/r/", "/repo/https%3A%2F%2Fgithub.com%2Fo%2Fr"],
  [
    "/publish-repo/https%3A%2F%2Fgithub.com%2Fo%2Fr/",
    "/repo/https%3A%2F%2Fgithub.com%2Fo%2Fr?sign-off=true",
  ],
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
  "/orgs/datalab/cats",
  "/staff/cats",
  "/staff/ckd/settings",
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
