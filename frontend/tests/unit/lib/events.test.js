import assert from "node:assert/strict";
import { test } from "node:test";
import { eventWords, valueWords } from "../../../public/app/lib/events.js";

test("a verb is a thing and what became of it", () => {
  assert.equal(eventWords("workspace.changed"), "Workspace: changed");
  assert.equal(eventWords("project_member.roles_changed"), "Project member: roles changed");
  assert.equal(eventWords("odd"), "Odd");
});

const VALUES = [
  [null, "nothing"],
  ["", "empty"],
  [true, "yes"],
  [false, "no"],
  [[], "none"],
  [["a", "b"], "a and b"],
  [0, "0"],
  [{ a: 1 }, '{"a":1}'],
];

for (const [value, words] of VALUES) {
  test(`${JSON.stringify(value)} reads "${words}"`, () => {
    assert.equal(valueWords(value), words);
  });
}

test("roles read by their words, and commits by their beginning", () => {
  assert.equal(valueWords(["ProjectDeveloper"], "roles"), "Project developer");
  assert.equal(valueWords([], "roles"), "none");
  assert.equal(valueWords("c0bd60a5a45a6fc3503493e4b0309633f560eccd", "sha"), "c0bd60a");
});
