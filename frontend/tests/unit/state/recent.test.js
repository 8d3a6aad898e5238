import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openPage } from "../dom.js";

openPage();
const { keepRecentFor, recent, rememberPlace } = await import(
  "../../../public/app/state/recent.js"
);

const place = (name) => ({ kind: "workspaces", title: name, path: `/workspaces/${name}` });
const titles = () => recent.value.map(({ title }) => title);

beforeEach(() => {
  localStorage.clear();
  keepRecentFor("ada");
});

test("the newest comes first, each place once, eight at most", () => {
  for (const name of ["a", "b", "a", "c", "d", "e", "f", "g", "h", "i"]) rememberPlace(place(name));

  assert.deepEqual(titles(), ["i", "h", "g", "f", "e", "d", "c", "a"]);
});

test("what a person opened is there after a reload, and forgotten when another one comes", () => {
  rememberPlace(place("secret"));
  keepRecentFor("ada");
  assert.deepEqual(titles(), ["secret"]);

  keepRecentFor("");
  assert.deepEqual(titles(), []);
  keepRecentFor("ada");
  assert.deepEqual(titles(), []);
});

for (const stored of [
  "nonsense",
  "null",
  '{"owner":"ada"}',
  '{"owner":"ada","places":[{"path":"x"}]}',
]) {
  test(`what is no list of places is not read: ${stored}`, () => {
    localStorage.setItem("recent", stored);
    keepRecentFor("ada");
    assert.deepEqual(titles(), []);
  });
}
