import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { openPage, until } from "../dom.js";

openPage();
const { html, render } = await import("../../../public/app/ui.js");
const { ApiProblem } = await import("../../../public/app/api/client.js");
const { History } = await import("../../../public/app/components/history.js");
const { useHistory } = await import("../../../public/app/state/history.js");

let root;

beforeEach(() => {
  document.body.innerHTML = "";
  root = document.createElement("div");
  document.body.append(root);
});

afterEach(() => render(null, root));

const EVENT = {
  id: 1,
  at: "2026-03-04T12:00:00Z",
  actor: { kind: "person", name: "ada" },
  verb: "workspace.changed",
  target: { type: "workspace", id: "7", name: "w1" },
  subject: "",
  changes: [{ field: "is_archived", before: false, after: true }],
};

const words = () => root.textContent.replace(/\s+/g, " ").trim();

function Wired({ load, version }) {
  return html`<${History} ...${useHistory(load, [version])} />`;
}

test("an event says what, from what to what, and who", async () => {
  render(html`<${History} events=${[EVENT]} error=${null} hasOlder=${false} />`, root);

  assert.match(words(), /^Workspace: changed\s?is archived: from no → to yes\s?ada, /);
  assert.equal(root.querySelector("a").getAttribute("href"), "/users/ada");
});

test("what a backend or a command did leads to nobody's page", () => {
  const event = { ...EVENT, actor: { kind: "command", name: "ensure_admins" }, subject: "bob" };
  render(html`<${History} events=${[event]} error=${null} hasOlder=${false} />`, root);

  assert.deepEqual(
    [...root.querySelectorAll("a")].map((link) => link.textContent),
    ["bob"],
  );
});

test("whom it is about is said once", () => {
  const changes = [{ field: "user", before: null, after: "bob" }];
  const event = { ...EVENT, verb: "project_member.added", subject: "bob", changes };
  render(html`<${History} events=${[event]} error=${null} hasOlder=${false} />`, root);

  assert.equal(words().match(/bob/g).length, 1);
});

test("without events it says what will appear", () => {
  render(html`<${History} events=${[]} error=${null} hasOlder=${false} />`, root);

  assert.match(words(), /^No history yet/);
});

test("older events come below when asked for, and a failure can be tried again", async () => {
  const answers = {
    undefined: { results: [EVENT], next: "c1" },
    c1: new ApiProblem({ title: "It is down" }, 503),
  };
  const load = async ({ cursor }) => {
    const answer = answers[cursor];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  render(html`<${Wired} load=${load} />`, root);
  await until(() => root.querySelector(".history__more button"));

  root.querySelector(".history__more button").click();
  await until(() => words().includes("It is down"));

  answers.c1 = { results: [{ ...EVENT, id: 0, verb: "workspace.created" }], next: null };
  root.querySelector(".callout button").click();

  await until(() => root.querySelectorAll("li.history__entry").length === 2);
  assert.equal(root.querySelector(".history__more"), null);
});

test("what was loaded stays below what is new", async () => {
  const events = (...ids) => ids.map((id) => ({ ...EVENT, id, subject: `person-${id}` }));
  const answers = {
    undefined: { results: events(4, 3), next: "c3" },
    c3: { results: events(2, 1), next: null },
  };
  const load = async ({ cursor }) => answers[cursor];
  const shown = () =>
    [...root.querySelectorAll(".muted + a")].map((link) => link.textContent.replace("person-", ""));
  render(html`<${Wired} load=${load} version=${1} />`, root);
  await until(() => root.querySelector(".history__more button"));
  root.querySelector(".history__more button").click();
  await until(() => shown().length === 4);

  answers.undefined = { results: events(5, 4), next: "c4" };
  render(html`<${Wired} load=${load} version=${2} />`, root);
  await until(() => shown()[0] === "5");

  assert.deepEqual(shown(), ["5", "4", "3", "2", "1"]);
});
