import assert from "node:assert/strict";
import { test } from "node:test";
import { roleWords } from "../../../public/app/lib/roles.js";
import { openGroups, STAFF_GROUPS } from "../../../public/app/lib/staff-areas.js";
import {
  filtersOf as eventFiltersOf,
  wordsOf,
} from "../../../public/app/pages/staff/record-filters.js";
import { activeFilters, filtersOf } from "../../../public/app/pages/staff/user-filters.js";
import { match } from "../../../public/app/router.js";

test("each area of the navigation is a page", () => {
  for (const { href } of STAFF_GROUPS.flatMap(({ areas }) => areas)) {
    assert.match(match(href).page, /^staff\//, href);
  }
});

test("one sees the areas that are open to him, and no empty group", () => {
  const groups = openGroups(["staff_area_access"]);

  const keys = groups.flatMap(({ areas }) => areas.map(({ key }) => key));
  assert.ok(keys.includes("roles"));
  assert.ok(!keys.includes("users"));
  assert.ok(groups.every(({ areas }) => areas.length > 0));
  assert.deepEqual(openGroups([]), []);
});

test("a role reads as words", () => {
  assert.equal(roleWords("StaffAreaAdministrator"), "Staff area administrator");
  assert.equal(roleWords("Administrator"), "Administrator");
});

test("filters of people are what the address holds and the API knows", () => {
  const asked = filtersOf(new URLSearchParams("missing=org&search=ada&colour=red&role="));

  assert.deepEqual(asked, { search: "ada", missing: "org" });
  assert.deepEqual(activeFilters(asked), [
    { key: "search", value: "ada" },
    { key: "missing", value: "org" },
  ]);
});

test("the last day asked for counts whole", () => {
  const query = new URLSearchParams("since=2026-03-04&until=2026-03-04&verb=role.given");

  const { asked, shown } = eventFiltersOf(query);

  assert.deepEqual(asked.verb, ["role.given"]);
  assert.equal(new Date(asked.until) - new Date(asked.since), 24 * 3600 * 1000);
  assert.equal(shown.until, "2026-03-04");
});

test("a day that is none is sent as it is, and refused", () => {
  assert.equal(eventFiltersOf(new URLSearchParams("since=soon")).asked.since, "soon");
});

test("what is set reads as words", () => {
  const words = wordsOf({ person: "ada", target_type: "job_request", target: "7", since: "" });

  assert.deepEqual(words, [
    { key: "person", label: "By or about ada" },
    { key: "target_type", label: "job request 7" },
  ]);
});
