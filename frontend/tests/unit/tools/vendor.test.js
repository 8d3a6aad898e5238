import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { rewriteImports } from "../../../tools/vendor.js";

const PUBLIC = new URL("../../../public/", import.meta.url);
const read = (path) => readFileSync(new URL(path, PUBLIC), "utf8");
const { files } = JSON.parse(read("vendor/VENDOR.json"));

for (const { file, sha256, version, licence_file: licence } of files) {
  test(`${file} is as it was vendored, with its licence`, () => {
    assert.equal(
      createHash("sha256")
        .update(read(`vendor/${file}`))
        .digest("hex"),
      sha256,
    );
    assert.ok(file.includes(version));
    assert.ok(read(`vendor/${licence}`).length > 500);
  });
}

test("nothing else lies among the vendored files", () => {
  const known = files.flatMap(({ file, licence_file: licence }) => [file, licence]);

  assert.deepEqual(
    readdirSync(new URL("vendor/", PUBLIC)).sort(),
    [...new Set([...known, "VENDOR.json"])].sort(),
  );
});

test("ui.js names files that are there, and all of them but those that others load", () => {
  const named = [...read("app/ui.js").matchAll(/"\.\.\/vendor\/([^"]+)"/g)].map(([, name]) => name);

  for (const name of named)
    assert.ok(
      files.some(({ file }) => file === name),
      name,
    );
  assert.deepEqual(
    files.map(({ file }) => file).filter((file) => !named.includes(file)),
    files.map(({ file }) => file).filter((file) => file.startsWith("signals-core-")),
  );
});

test("bare imports become relative ones, and source maps go", () => {
  const { text, rewritten } = rewriteImports(
    'import{h}from"preact";export*from\'preact/hooks\';import"./own.js";\n//# sourceMappingURL=x.map\n',
  );

  assert.match(text, /^import\{h\}from"\.\/preact-[\d.]+\.js";/);
  assert.match(text, /export\*from"\.\/preact-hooks-[\d.]+\.js";import"\.\/own\.js";\n$/);
  assert.deepEqual(rewritten, ["preact", "preact/hooks"]);
});

test("an import that is not vendored is an error that names it", () => {
  assert.throws(() => rewriteImports('import{x}from"left-pad";'), /"left-pad" is imported/);
});
