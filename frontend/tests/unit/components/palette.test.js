import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { openPage, settle, until } from "../dom.js";

const window = openPage();
window.HTMLDialogElement.prototype.showModal ??= function open() {
  this.open = true;
};
window.HTMLElement.prototype.scrollIntoView ??= () => {};
const { html, render } = await import("../../../public/app/ui.js");
const { Palette } = await import("../../../public/app/components/palette.js");
const { useSearch } = await import("../../../public/app/state/palette.js");
const { forgetAnswers } = await import("../../../public/app/api/client.js");

let root;
let picked;

beforeEach(() => {
  document.body.innerHTML = "";
  root = document.createElement("div");
  document.body.append(root);
  picked = [];
});

afterEach(() => {
  render(null, root);
  forgetAnswers();
});

const SECTIONS = [
  { label: "Do", options: [{ key: "run", title: "Run jobs in ckd-main", href: "/run" }] },
  {
    label: "Requests",
    options: [
      {
        key: "r1",
        title: "Request 1",
        subtitle: "ckd-main on TPP",
        status: "failed",
        href: "/requests/1",
      },
      { key: "act", title: "Do it here", onPick: () => {} },
    ],
  },
];

const noop = () => {};

function draw(props = {}) {
  render(
    html`<${Palette} text="ckd" sections=${SECTIONS} onText=${noop} onClose=${noop}
      onPick=${(option) => picked.push(option.key)} ...${props} />`,
    root,
  );
}

const input = () => root.querySelector("input");
const chosen = () => root.querySelector('[aria-selected="true"]');

async function press(key) {
  const event = new window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  input().dispatchEvent(event);
  await settle();
}

test("the box names the list and the line that is chosen", async () => {
  draw();
  await settle();

  assert.equal(input().getAttribute("role"), "combobox");
  assert.equal(input().getAttribute("aria-controls"), root.querySelector('[role="listbox"]').id);
  assert.equal(input().getAttribute("aria-activedescendant"), chosen().id);
  assert.match(chosen().textContent, /Run jobs in ckd-main/);
  assert.equal(chosen().querySelector("mark").textContent, "ckd");
  const group = root.querySelectorAll('[role="group"]')[1];
  const label = document.getElementById(group.getAttribute("aria-labelledby"));
  assert.equal(label.textContent, "Requests");
});

test("arrows go round, and Enter opens what is chosen", async () => {
  draw();
  await settle();

  await press("ArrowUp");
  assert.match(chosen().textContent, /Do it here/);
  await press("Enter");
  await press("ArrowDown");
  await press("ArrowDown");
  assert.match(chosen().textContent, /Failed, ckd-main on TPP/);
  await press("Enter");

  assert.deepEqual(picked, ["act", "r1"]);
});

test("the foot says how many there are, and that a search is under way", async () => {
  draw();
  const foot = () => root.querySelector('[role="status"]').textContent;
  assert.match(foot(), /^3 results for “ckd”/);

  draw({ loading: true });
  assert.equal(foot(), "Searching for “ckd”…");

  draw({ sections: [] });
  assert.equal(foot(), "");
  assert.equal(input().getAttribute("aria-expanded"), "false");
});

function Searching({ text }) {
  const { groups, loading, error } = useSearch(text);
  return html`<output>${loading ? "loading " : ""}${error ? `error ${error.title}` : groups.map(({ kind }) => kind).join()}</output>`;
}

test("the newest text alone counts, however late an older answer comes", async () => {
  const asked = [];
  globalThis.fetch = (url, { signal }) =>
    new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      asked.push({
        url: String(url),
        answer: (kind) => resolve(answerOf({ results: [{ kind, hits: [] }] })),
      });
    });
  const show = (text) => render(html`<${Searching} text=${text} />`, root);
  show("a");
  show("as");
  await until(() => asked.length === 1);
  assert.match(asked[0].url, /search\?q=as$/);
  show("ast");
  await until(() => asked.length === 2);
  asked[1].answer("workspaces");
  await until(() => root.textContent === "workspaces");
  asked[0].answer("people");
  await settle();

  assert.equal(root.textContent, "workspaces");
  show("");
  await until(() => root.textContent === "");
});

test("a failure is told", async () => {
  globalThis.fetch = async () => answerOf({ title: "It is down", status: 503 }, 503);
  render(html`<${Searching} text="x" />`, root);

  await until(() => root.textContent === "error It is down");
});

function answerOf(body, status = 200) {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": status === 200 ? "application/json" : "application/problem+json" },
  });
}
