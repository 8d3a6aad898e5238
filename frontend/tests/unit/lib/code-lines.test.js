import assert from "node:assert/strict";
import { test } from "node:test";
import { lineParts, stretches } from "../../../public/app/lib/code-lines.js";

const shown = (parts) =>
  parts.map(({ from, to, folded }) => `${from}-${to}${folded ? " folded" : ""}`);

test("a file without marks stands open, unless it is long", () => {
  assert.deepEqual(shown(stretches(48, [])), ["1-48"]);
  assert.deepEqual(shown(stretches(500, [])), ["1-3", "4-500 folded"]);
});

test("around a mark two lines stand open, the rest folds", () => {
  assert.deepEqual(shown(stretches(48, [8, 44])), ["1-10", "11-41 folded", "42-48"]);
});

test("a fold that would hide little is not made", () => {
  assert.deepEqual(shown(stretches(20, [10])), ["1-12", "13-20 folded"]);
});

const texts = (parts, kind) => parts.filter((part) => part.kind === kind).map(({ text }) => text);
const marked = (parts) =>
  parts
    .filter((part) => part.marked)
    .map(({ text }) => text)
    .join("");

test("keys are told from values, comments from both", () => {
  assert.deepEqual(texts(lineParts("    run: ehrql:v1 generate"), "key"), ["run"]);
  assert.deepEqual(texts(lineParts("  - name: x"), "key"), ["name"]);
  assert.deepEqual(texts(lineParts("  # run: x"), "comment"), ["  # run: x"]);
  assert.deepEqual(texts(lineParts("just text"), "key"), []);
});

test("the parts of a line make the line again", () => {
  const line = "    needs: [fit_cox_primry, describe_baseline]";
  const parts = lineParts(line, {
    column: 13,
    subject: { action: "make_tables", need: "fit_cox_primry" },
  });

  assert.equal(parts.map(({ text }) => text).join(""), line);
  assert.equal(marked(parts), "fit_cox_primry");
});

test("without a subject the key at the column is marked, else the rest of the line", () => {
  assert.equal(marked(lineParts("  tables: a", { column: 3, subject: null })), "tables");
  assert.equal(marked(lineParts("  tables: a b", { column: 11, subject: null })), "a b");
});

test("a subject that is not on the line falls back to the column; nothing there marks nothing", () => {
  assert.equal(
    marked(lineParts("  tables: a", { column: 3, subject: { path: "gone" } })),
    "tables",
  );
  assert.equal(marked(lineParts("", { column: 1, subject: null })), "");
});

test("of several keys that do not belong there the first is marked", () => {
  const parts = lineParts("  a: {x: 1, y: 2}", { column: 3, subject: { keys: "x, y" } });

  assert.equal(marked(parts), "x");
});
