import assert from "node:assert/strict";
import { test } from "node:test";
import { dismissToast, showToast, toasts } from "../../../public/app/state/toasts.js";

test("notes stand in order until they are dismissed", () => {
  showToast("One.");
  showToast("Two.", { action: { label: "Undo", onPick: () => {} } });
  assert.deepEqual(
    toasts.value.map(({ text, action }) => [text, action?.label]),
    [
      ["One.", undefined],
      ["Two.", "Undo"],
    ],
  );

  dismissToast(toasts.value[0].id);
  assert.deepEqual(
    toasts.value.map(({ text }) => text),
    ["Two."],
  );
});
