import assert from "node:assert/strict";
import { test } from "node:test";
import { hasWords, markMatches } from "../../../public/app/lib/matches.js";

/** The parts as one text, what is marked in brackets. */
const marked = (text, query) =>
  markMatches(text, query)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join("");

test("what was typed is marked wherever it stands, in any letter case", () => {
  assert.equal(marked("ckd-vaccine-CKD", "ckd"), "[ckd]-vaccine-[CKD]");
  assert.equal(marked("Request 4821", "48"), "Request [48]21");
});

test("each word of the query is marked, the longer one first", () => {
  assert.equal(marked("asthma in winter", "winter as asthma"), "[asthma] in [winter]");
});

test("signs of patterns are letters like any, and nothing typed marks nothing", () => {
  assert.equal(marked("a.b(c", ".b("), "a[.b(]c");
  assert.equal(marked("abc", "  "), "abc");
  assert.equal(marked("", "a"), "");
});

test("a text has the words of a query in any order", () => {
  assert.equal(hasWords("New workspace", "work new"), true);
  assert.equal(hasWords("New workspace", "new project"), false);
  assert.equal(hasWords("New workspace", ""), true);
});
