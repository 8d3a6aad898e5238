import assert from "node:assert/strict";
import { test } from "node:test";
import { formatBytes, formatNumber, formatPercent } from "../../../public/app/lib/numbers.js";
import { errorsByField } from "../../../public/app/lib/problems.js";
import { listOf, plural, shortCommit } from "../../../public/app/lib/text.js";

test("numbers have commas, percent a space", () => {
  assert.equal(formatNumber(1204), "1,204");
  assert.equal(formatPercent(91.6), "92 %");
});

const SIZES = [
  [0, "0 B"],
  [999, "999 B"],
  [1500, "1.5 kB"],
  [11_200_000_000, "11.2 GB"],
  [99_960_000, "100 MB"],
  [999_900, "1.0 MB"],
];

for (const [bytes, words] of SIZES) {
  test(`${bytes} bytes read "${words}"`, () => {
    assert.equal(formatBytes(bytes), words);
  });
}

test("amounts agree with their noun", () => {
  assert.equal(plural(1, "job"), "1 job");
  assert.equal(plural(0, "job"), "0 jobs");
  assert.equal(plural(2, "person", "people"), "2 people");
});

const LISTS = [
  [[], {}, ""],
  [["a"], {}, "a"],
  [["a", "b"], {}, "a and b"],
  [["a", "b", "c"], {}, "a, b and c"],
  [["a", "b", "c"], { max: 1 }, "a and 2 more"],
  [["a", "b"], { max: 2, total: 12 }, "a, b and 10 more"],
];

for (const [items, options, words] of LISTS) {
  test(`${JSON.stringify(items)} with ${JSON.stringify(options)} reads "${words}"`, () => {
    assert.equal(listOf(items, options), words);
  });
}

test("commits are short", () => {
  assert.equal(shortCommit("3f9c2ab0123456"), "3f9c2ab");
});

test("errors belong to the first part of their pointer", () => {
  const errors = [
    { pointer: "/name", detail: "The name is taken." },
    { pointer: "/actions/0", detail: "No action is called a." },
    { pointer: "/actions/3", detail: "No action is called b." },
  ];

  assert.deepEqual(errorsByField({ errors }), {
    name: "The name is taken.",
    actions: "No action is called a. No action is called b.",
  });
  assert.deepEqual(errorsByField(null), {});
});
