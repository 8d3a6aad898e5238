import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { openPage, settle, until } from "../dom.js";

const window = openPage();
window.HTMLElement.prototype.scrollIntoView ??= () => {};
const { html, render } = await import("../../../public/app/ui.js");
const { FindField } = await import("../../../public/app/components/form.js");
const { useFound } = await import("../../../public/app/state/found.js");

const ORGS = [
  { value: "bristol", label: "University of Bristol" },
  { value: "leeds", label: "University of Leeds" },
  { value: "york", label: "University of York" },
];

let root;
let asked;
let picked;

beforeEach(() => {
  document.body.innerHTML = "";
  root = document.createElement("div");
  document.body.append(root);
  asked = [];
  picked = [];
});

afterEach(() => render(null, root));

/** Finds two at most, as a server that has more. */
async function find(text) {
  asked.push(text);
  const choices = ORGS.filter(({ label }) => label.includes(text));
  return { choices: choices.slice(0, 2), more: choices.length > 2 };
}

function Field({ find: by, chosen }) {
  return html`<${FindField} id="org" label="Organisation" chosen=${chosen} found=${useFound(by)}
    onPick=${(choice) => picked.push(choice)} />`;
}

const draw = (props = {}) => render(html`<${Field} find=${find} ...${props} />`, root);
const input = () => root.querySelector("input");
const options = () => [...root.querySelectorAll("[role=option]")].map((each) => each.textContent);
const foot = () => root.querySelector("[role=status]").textContent;

async function type(text) {
  input().value = text;
  input().dispatchEvent(new window.Event("input", { bubbles: true }));
  await until(() => asked.at(-1) === text && foot() !== "Searching…");
}

async function press(key) {
  input().dispatchEvent(new window.KeyboardEvent("keydown", { key, bubbles: true }));
  await settle();
}

test("a closed field shows what is chosen and asks for nothing", async () => {
  draw({ chosen: "University of York" });
  await settle();

  assert.equal(input().value, "University of York");
  assert.equal(input().getAttribute("aria-expanded"), "false");
  assert.deepEqual(asked, []);
});

test("an opened field offers some and says that there are more", async () => {
  draw();
  await press("ArrowDown");
  await until(() => options().length > 0);

  assert.deepEqual(options(), ["University of Bristol", "University of Leeds"]);
  assert.equal(foot(), "There are more. Type a part of the name.");
});

test("what is beyond the first page is found by typing and picked by keyboard", async () => {
  draw();
  await type("York");
  await press("Enter");

  assert.deepEqual(picked, [{ value: "york", label: "University of York" }]);
  assert.equal(input().getAttribute("aria-expanded"), "false");
});

test("Esc leaves what was chosen", async () => {
  draw({ chosen: "University of York" });
  await type("Lee");
  await press("Escape");

  assert.equal(input().value, "University of York");
  assert.deepEqual(picked, []);
});

test("nothing found and no answer are said", async () => {
  draw();
  await type("Oxford");
  assert.equal(foot(), "Nothing is called so.");

  draw({
    find: async (text) => {
      asked.push(text);
      throw Object.assign(new Error(), { detail: "The server does not answer." });
    },
  });
  await type("Ox");
  assert.equal(foot(), "The list did not load: The server does not answer.");
});
