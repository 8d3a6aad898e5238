import assert from "node:assert/strict";
import { test } from "node:test";
import { holdBack } from "../../../public/app/lib/new-rows.js";
import { queryString } from "../../../public/app/lib/paths.js";
import {
  failureTitle,
  newestByWorkspace,
  summaryWords,
} from "../../../public/app/pages/home/summary.js";
import {
  apiQuery,
  chipsOf,
  filtersOf,
  NO_FILTERS,
  queryOf,
  topicOf,
} from "../../../public/app/pages/requests/request-filters.js";

const NOW = Date.parse("2026-11-23T14:38:20Z");
const rows = (...identifiers) => identifiers.map((identifier) => ({ identifier }));
const keyOf = ({ identifier }) => identifier;
const identifiers = (list) => list.map(({ identifier }) => identifier);

test("filters come back as they were from their own query", () => {
  const text = "?search=fit&backend=tpp&workspace=ckd&user=joe&mine=true&unfinished=true&days=7";
  const filters = filtersOf(new URLSearchParams(text));
  assert.equal(filters.status, "unfinished");
  assert.deepEqual(filtersOf(new URLSearchParams(queryString(queryOf(filters)))), filters);
  assert.equal(queryString(queryOf(NO_FILTERS)), "");
});

test("a list moves with the narrowest place that it is about", () => {
  const filters = { ...NO_FILTERS, backend: "tpp", project: "asthma", workspace: "ckd" };
  assert.equal(topicOf(filters), "workspace:ckd");
  assert.equal(topicOf({ ...filters, workspace: "" }), "project:asthma");
  assert.equal(topicOf({ ...filters, workspace: "", project: "" }), "requests-on:tpp");
  assert.equal(topicOf({ ...NO_FILTERS, user: "joe" }), "requests-of:joe");
  assert.equal(topicOf({ ...NO_FILTERS, mine: true }, { me: "amira" }), "requests-of:amira");
  assert.equal(topicOf(NO_FILTERS), "newest-requests");
  assert.equal(topicOf(NO_FILTERS, { cursor: "c" }), "requests");
  assert.equal(topicOf({ ...NO_FILTERS, days: 7 }), "requests");
});

test("days that are no number are no filter", () => {
  for (const days of ["x", "-1", "0", "1.5"]) {
    assert.equal(filtersOf(new URLSearchParams({ days })).days, null);
  }
});

test("the API is asked the same within an hour, and without what is empty", () => {
  const filters = { ...NO_FILTERS, days: 1, status: "failed" };
  assert.equal(
    queryString(apiQuery(filters, null, NOW)),
    "?status=failed&from=2026-11-22T14%3A00%3A00.000Z",
  );
  assert.deepEqual(apiQuery(filters, null, NOW), apiQuery(filters, null, NOW + 20 * 60_000));
  assert.equal(
    queryString(apiQuery({ ...NO_FILTERS, status: "unfinished" }, "abc", NOW)),
    "?unfinished=true&cursor=abc",
  );
});

test("each filter that is set is said", () => {
  const filters = { ...NO_FILTERS, backend: "tpp", search: "fit", status: "unfinished", days: 7 };
  assert.deepEqual(
    chipsOf(filters, () => "TPP").map(({ label }) => label),
    ["TPP", "“fit”", "Unfinished", "Last 7 days"],
  );
});

test("rows that came after the list was drawn wait, and known ones keep their newest facts", () => {
  const shown = new Set(["b", "c"]);
  const { rows: drawn, waiting } = holdBack(rows("x", "y", "b", "c", "d"), shown, keyOf);
  assert.deepEqual(identifiers(waiting), ["x", "y"]);
  assert.deepEqual(identifiers(drawn), ["b", "c", "d"]);
});

test("nothing waits where nothing was shown or nothing of it is left", () => {
  assert.deepEqual(holdBack(rows("a"), new Set(), keyOf).waiting, []);
  assert.deepEqual(identifiers(holdBack(rows("a"), new Set(["gone"]), keyOf).rows), ["a"]);
});

const request = (number, display_status) => ({
  number,
  display_status,
  workspace: { name: "ckd" },
});

test("Home says first what needs the reader", () => {
  assert.equal(
    summaryWords({ needing: 1, unfinished: 2, more: false }),
    "1 thing needs you. 2 of your requests are unfinished.",
  );
  assert.equal(
    summaryWords({ needing: 0, unfinished: 10, more: true }),
    "Nothing needs you. 10 or more of your requests are unfinished.",
  );
  assert.match(summaryWords({ needing: 0, unfinished: 0, more: false }), /None of your requests/);
  const title = (...actions) =>
    failureTitle({ job_request: request(1, "failed"), actions, actions_total: actions.length });
  assert.equal(title("fit"), "fit failed in ckd");
  assert.equal(title("fit", "plot"), "2 jobs failed in ckd");
  assert.equal(title("__error__"), "Request 1 failed in ckd");
});

test("of each workspace the newest request counts", () => {
  const newest = newestByWorkspace([request(3, "running"), request(2, "failed")]);
  assert.equal(newest.get("ckd").number, 3);
});
