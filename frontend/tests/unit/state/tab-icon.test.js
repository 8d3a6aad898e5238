import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { iconOf } from "../../../public/app/state/tab-icon.js";

const ENDED = ["succeeded", "failed", "not_run", "cancelled", "nothing_to_do", "unknown"];

test("each state has an icon, and each end one of its own", () => {
  for (const status of ["running", "waiting", "held", ...ENDED, "new-to-us"]) {
    const path = new URL(`../../../public${iconOf(status)}`, import.meta.url);
    assert.ok(existsSync(path), `${path} is there`);
  }
  assert.equal(new Set(ENDED.map(iconOf)).size, ENDED.length);
  assert.equal(iconOf("new-to-us"), iconOf("unknown"));
});
