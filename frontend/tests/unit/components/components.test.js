import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { openPage, settle, until } from "../dom.js";

openPage();
const { html, render } = await import("../../../public/app/ui.js");
const { session } = await import("../../../public/app/state/session.js");
const { ConfirmDialog } = await import("../../../public/app/components/dialog.js");
const { ApiProblem } = await import("../../../public/app/api/client.js");
const { Button } = await import("../../../public/app/components/button.js");
const { CodeView } = await import("../../../public/app/components/code-view.js");
const { DataTable } = await import("../../../public/app/components/data-table.js");
const { ErrorBox } = await import("../../../public/app/components/error-box.js");
const { TextField } = await import("../../../public/app/components/form.js");
const { Graph } = await import("../../../public/app/components/graph.js");
const { StatusBadge } = await import("../../../public/app/components/status.js");
const { Strip } = await import("../../../public/app/components/strip.js");
const { Time } = await import("../../../public/app/components/time.js");
const { Timeline } = await import("../../../public/app/components/timeline.js");

let root;

beforeEach(() => {
  document.body.innerHTML = "";
  root = document.createElement("div");
  document.body.append(root);
});

afterEach(() => render(null, root));

async function draw(content) {
  render(content, root);
  await settle();
}

const words = (selector = "div") =>
  root.querySelector(selector)?.textContent.replace(/\s+/g, " ").trim() ?? "";

const COUNTS = {
  total: 3,
  succeeded: 1,
  running: 0,
  waiting: 0,
  held: 0,
  failed: 1,
  not_run: 1,
  cancelled: 0,
  unknown: 0,
};

test("while one views as somebody else, what would change something is off and says why", async () => {
  let clicks = 0;
  const onClick = () => {
    clicks += 1;
  };
  session.value = { user: { name: "Ada Example" }, viewer: { username: "petra", name: "Petra" } };
  await draw(html`
    <${Button} id="save" busy=${false} onClick=${onClick}>Save<//>
    <${Button} id="older" busy=${false} changes=${false}>Older events<//>
    <${ConfirmDialog} title="Revoke 1 token?" confirm="Revoke" keep="Keep it" onConfirm=${onClick} onClose=${() => {}} />
  `);
  const reason = "You are viewing as Ada Example; changes are off.";

  for (const button of root.querySelectorAll("#save, dialog .button--danger-solid")) {
    button.click();
    assert.equal(button.getAttribute("aria-disabled"), "true");
    assert.equal(button.title, reason);
  }
  assert.equal(clicks, 0);
  assert.equal(root.querySelector("#older").hasAttribute("aria-disabled"), false);
  assert.ok(words("dialog").includes(reason));
  session.value = null;
});

test("a busy button keeps its label's place, says what happens and does nothing", async () => {
  let clicks = 0;
  const onClick = () => {
    clicks += 1;
  };
  await draw(html`<${Button} busy="Sending…" onClick=${onClick}>Run 4 jobs on TPP<//>`);

  root.querySelector("button").click();

  assert.equal(clicks, 0);
  assert.equal(root.querySelector("button").getAttribute("aria-disabled"), "true");
  assert.equal(words(".button__busy"), "Sending…");
  assert.equal(words(".button--busy > .button__label"), "Run 4 jobs on TPP");
});

test("a button that leads somewhere is a link, unless it may not be used", async () => {
  await draw(html`<${Button} href="/workspaces">Go<//>`);
  assert.equal(root.querySelector("a").getAttribute("href"), "/workspaces");

  await draw(html`<${Button} href="/workspaces" disabled>Go<//>`);
  assert.equal(root.querySelector("a"), null);
});

test("the strip has a cell a job in their order and says it in a sentence", async () => {
  await draw(html`<${Strip} strip=${["succeeded", "failed", "not_run"]} counts=${COUNTS} />`);

  const cells = [...root.querySelectorAll(".strip__cell")].map(({ className }) => className);
  assert.deepEqual(
    cells.map((name) => name.split("--")[1]),
    ["succeeded", "failed", "not_run"],
  );
  assert.equal(
    root.querySelector("[role=img]").getAttribute("aria-label"),
    "3 jobs: 1 failed, 1 not run, 1 succeeded",
  );
});

test("above 60 jobs the strip is one bar in proportion", async () => {
  const counts = { ...COUNTS, total: 100, succeeded: 75, not_run: 24 };

  await draw(html`<${Strip} strip=${[]} counts=${counts} />`);

  const widths = [...root.querySelectorAll("rect")].map((part) => part.getAttribute("width"));
  assert.deepEqual(widths, ["1%", "24%", "75%"]);
});

test("a badge without contact keeps its state and says as of when", async () => {
  const now = new Date();

  await draw(html`<${StatusBadge} status="running" asOf=${now.toISOString()} />`);

  assert.match(words(".status-badge--silent"), /^Running, as of \d\d:\d\d$/);
});

test("a time is machine-readable, with the exact one in its title", async () => {
  await draw(html`<${Time} value="2025-11-23T13:06:07Z" />`);

  const time = root.querySelector("time");
  assert.equal(time.getAttribute("datetime"), "2025-11-23T13:06:07Z");
  assert.equal(time.title, "2025-11-23 13:06:07 UTC");
});

test("a failure offers another try; a refusal does not", async () => {
  const onRetry = () => {};
  const down = new ApiProblem({ title: "GitHub does not answer", instance: "req-7" }, 503);
  await draw(html`<${ErrorBox} error=${down} onRetry=${onRetry} />`);
  assert.equal(words("button"), "Try again");
  assert.match(words("section"), /GitHub does not answer.*Reference req-7/);

  const refused = new ApiProblem({ title: "You may not", detail: "Ask a lead." }, 403);
  await draw(html`<${ErrorBox} error=${refused} onRetry=${onRetry} />`);
  assert.equal(root.querySelector("button"), null);
});

test("a page that wants somebody signed in offers that", async () => {
  const error = new ApiProblem({ title: "Sign in first" }, 401);

  await draw(html`<${ErrorBox} error=${error} signInHref="/sign-in" />`);

  assert.equal(root.querySelector("a").getAttribute("href"), "/sign-in");
});

test("a wrong field is tied to its hint and its error", async () => {
  await draw(
    html`<${TextField} id="name" label="Name" hint="Short." error="Taken." value="" onInput=${() => {}} />`,
  );

  const input = root.querySelector("input");
  const tied = input
    .getAttribute("aria-describedby")
    .split(" ")
    .map((id) => document.getElementById(id).textContent.trim());
  assert.deepEqual(tied, ["Short.", "Taken."]);
  assert.equal(input.getAttribute("aria-invalid"), "true");
  assert.equal(root.querySelector("label").htmlFor, "name");
});

test("a table says what each fact is, also where its head is away", async () => {
  const columns = [
    { key: "name", label: "Action", head: true, render: (row) => row.name },
    { key: "took", label: "Took", end: true, render: (row) => row.took },
  ];
  const rows = [{ name: "report", took: "5 min" }];

  await draw(
    html`<${DataTable} caption="Actions" columns=${columns} rows=${rows} rowKey=${(row) => row.name} isFailed=${() => true} />`,
  );

  assert.equal(words("th[scope=row]"), "report");
  assert.equal(root.querySelector("td").dataset.label, "Took");
  assert.ok(root.querySelector("tbody tr").className.includes("--failed"));
});

test("a problem stands under its line; the lines between fold until they are asked for", async () => {
  const source = Array.from({ length: 30 }, (_, i) => `line${i + 1}: x`).join("\n");
  const problem = {
    code: "x",
    message: "No action is called x.",
    line: 20,
    column: 9,
    subject: { need: "x" },
  };

  await draw(html`<${CodeView} source=${source} problems=${[problem]} />`);

  assert.equal(words("#L20 .code-view__message"), "Line 20. No action is called x.");
  assert.equal(words("#L20 .code-view__part--marked"), "x");
  assert.equal(root.querySelector("#L10"), null);
  root.querySelector(".code-view__fold button").click();
  await settle();
  assert.match(words("#L10"), /line10: x/);
});

test("a timeline names each job, its reason and its length", async () => {
  const at = (minute) => new Date(Date.UTC(2026, 10, 23, 13, minute)).toISOString();
  const job = {
    identifier: "a",
    action: "describe_followup",
    needs: [],
    display_status: "failed",
    created_at: at(0),
    started_at: at(5),
    completed_at: at(9),
    updated_at: at(9),
    reason: { code: "nonzero_exit", text: "The script stopped with exit code 1." },
  };

  await draw(
    html`<${Timeline} jobs=${[job]} now=${Date.parse(at(30))} hrefOf=${({ identifier }) => `/jobs/${identifier}`} />`,
  );

  assert.match(words(".timeline__row"), /describe_followup.*4 min.*exit code 1/);
  assert.equal(root.querySelector(".timeline__row a").getAttribute("href"), "/jobs/a");
});

test("a graph for choosing is a tick box a node, walked by arrow keys", async () => {
  const items = [
    { id: "a", needs: [], text: "reused", part: "reused" },
    { id: "b", needs: ["a"], text: "chosen", part: "chosen" },
  ];
  const picked = [];
  const toggled = [];
  await draw(
    html`<${Graph} label="Actions" items=${items} selected="a" onSelect=${(id) => picked.push(id)} onToggle=${(id) => toggled.push(id)} />`,
  );
  await until(() => root.querySelector("[data-node]"));
  const node = (id) => root.querySelector(`[data-node="${id}"]`);
  const press = (id, key) =>
    node(id).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));

  assert.equal(node("b").getAttribute("aria-checked"), "true");
  assert.equal(node("b").getAttribute("aria-label"), "b, chosen");
  press("a", "ArrowRight");
  press("b", " ");

  assert.deepEqual(picked, ["b"]);
  assert.deepEqual(toggled, ["b"]);
});
