import assert from "node:assert/strict";
import { test } from "node:test";
import {
  namesIn,
  PROJECT_ROLES,
  projectStatusWord,
  rolesInWords,
} from "../../../public/app/lib/projects.js";

test("names are told apart by spaces, commas and lines, each once and without an @", () => {
  assert.deepEqual(namesIn(" ada, joe\n@eve;ada "), ["ada", "joe", "eve"]);
  assert.deepEqual(namesIn(" ,\n"), []);
});

test("roles are said in words, in the order given", () => {
  assert.equal(rolesInWords([]), "no role");
  assert.equal(
    rolesInWords(PROJECT_ROLES.map(({ role }) => role)),
    "Developer, Coordinator and Collaborator",
  );
});

test("a role or status that came later is shown by its name", () => {
  assert.equal(rolesInWords(["ProjectOwner"]), "ProjectOwner");
  assert.equal(projectStatusWord(/** @type {any} */ ("paused")), "paused");
  assert.equal(projectStatusWord("ongoing-and-linked"), "Ongoing and linked");
});
