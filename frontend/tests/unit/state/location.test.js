import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { openPage } from "../dom.js";

const page = openPage("http://localhost:8000/requests?backend=tpp");
page.scrollTo = () => {};
const { changeQuery, herePath, location, navigate, query, watchLocation } = await import(
  "../../../public/app/state/location.js"
);

let stop;

before(() => {
  stop = watchLocation();
});

after(() => stop());

beforeEach(() => {
  navigate("/requests?backend=tpp", { replace: true });
  document.body.innerHTML = "";
});

/** Clicks a link with these attributes; says whether it was followed inside the page. */
function click(attributes, init = {}) {
  const link = document.createElement("a");
  for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
  document.body.append(link);
  link.addEventListener("click", (event) => setTimeout(() => event.preventDefault()));
  const event = new MouseEvent("click", { bubbles: true, cancelable: true, button: 0, ...init });
  link.dispatchEvent(event);
  return event.defaultPrevented;
}

test("going somewhere changes the address and says how it came about", () => {
  navigate("/workspaces/ckd?tab=history");

  assert.equal(location.value.pathname, "/workspaces/ckd");
  assert.equal(location.value.cause, "push");
  assert.equal(query.value.get("tab"), "history");
  assert.equal(herePath(), "/workspaces/ckd?tab=history");
  assert.equal(window.location.pathname, "/workspaces/ckd");
});

test("a filter changes its own value and no other", () => {
  changeQuery({ status: ["failed", "running"] });
  assert.equal(herePath(), "/requests?backend=tpp&status=failed&status=running");

  changeQuery({ backend: null });
  assert.equal(herePath(), "/requests?status=failed&status=running");
  assert.equal(location.value.cause, "replace");
});

test("a plain link is followed inside the page", () => {
  assert.equal(click({ href: "/workspaces" }), true);
  assert.equal(location.value.pathname, "/workspaces");
});

test("a click on something inside a link counts", () => {
  document.body.innerHTML = '<a href="/backends"><span>Backends</span></a>';
  const event = new MouseEvent("click", { bubbles: true, cancelable: true, button: 0 });

  document.querySelector("span").dispatchEvent(event);

  assert.equal(location.value.pathname, "/backends");
});

const LEFT_ALONE = [
  ["a link with Ctrl", { href: "/workspaces" }, { ctrlKey: true }],
  ["a middle click", { href: "/workspaces" }, { button: 1 }],
  ["another origin", { href: "https://github.com/a/b" }, {}],
  ["another window", { href: "/workspaces", target: "_blank" }, {}],
  ["a download", { href: "/workspaces", download: "" }, {}],
  ["the API's docs", { href: "/api/docs/" }, {}],
  ["the status of a backend for monitors", { href: "/status/tpp/" }, {}],
  ["an anchor of this page", { href: "/requests?backend=tpp#L8" }, {}],
];

for (const [what, attributes, init] of LEFT_ALONE) {
  test(`${what} is left to the browser`, () => {
    assert.equal(click(attributes, init), false);
    assert.equal(location.value.pathname, "/requests");
  });
}
