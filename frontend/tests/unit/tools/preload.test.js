import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { preloaded, staticImports } from "../../../tools/preload.js";

test("index.html preloads what main.js imports, near and far, and nothing else", () => {
  assert.deepEqual(preloaded(), staticImports("app/main.js"), "Run `npm run preload`.");
});

test("pages and the layout of graphs load on demand", () => {
  const modules = staticImports("app/main.js");

  assert.ok(modules.includes("/app/components/menu.js"));
  assert.ok(!modules.some((path) => path.includes("/pages/") || path.includes("dagre")));
});

test("index.html holds nothing inline and nothing from elsewhere", () => {
  const page = readFileSync(new URL("../../../public/index.html", import.meta.url), "utf8");

  assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|https?:/);
  assert.match(page, /<noscript>[\s\S]*href="\/api\/docs\/"/);
});
