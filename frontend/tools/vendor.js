/**
 * Copies the third-party modules that the browser loads from node_modules to public/vendor.
 *
 * Each file gets its version into its name, its imports of other packages become relative ones
 * (there is no bundler and no import map), and VENDOR.json records source, version, licence,
 * checksum and that edit. The names in app/ui.js and index.html follow. Run by `make vendor`.
 */

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FRONTEND = fileURLToPath(new URL("..", import.meta.url));
const VENDOR = `${FRONTEND}public/vendor/`;

/** What is taken: the name it gets here, its package, and the file inside that package. */
const MODULES = [
  { name: "preact", package: "preact", file: "dist/preact.mjs" },
  { name: "preact-hooks", package: "preact", file: "hooks/dist/hooks.mjs" },
  { name: "signals-core", package: "@preact/signals-core", file: "dist/signals-core.mjs" },
  { name: "signals", package: "@preact/signals", file: "dist/signals.mjs" },
  { name: "htm", package: "htm", file: "dist/htm.mjs" },
  { name: "uplot", package: "uplot", file: "dist/uPlot.esm.js" },
  { name: "dagre", package: "@dagrejs/dagre", file: "dist/dagre.esm.js" },
];

/** The module that each bare import of a vendored file means. */
const BARE_IMPORTS = {
  preact: "preact",
  "preact/hooks": "preact-hooks",
  "@preact/signals-core": "signals-core",
};

/** Files of our own that name vendored files. */
const REFERRERS = ["public/app/ui.js", "public/index.html"];

/** @param {string} name */
function manifestOf(name) {
  return JSON.parse(readFileSync(`${FRONTEND}node_modules/${name}/package.json`, "utf8"));
}

/** @param {{ name: string, package: string }} module */
function fileNameOf(module) {
  return `${module.name}-${manifestOf(module.package).version}.js`;
}

/**
 * Replaces bare imports by relative ones.
 *
 * @param {string} source
 * @returns {{ text: string, rewritten: string[] }} the text, and the specifiers that were replaced
 * @throws {Error} an import that BARE_IMPORTS does not know
 */
export function rewriteImports(source) {
  /** @type {string[]} */
  const rewritten = [];
  const text = source
    .replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n")
    .replace(
      /(\bfrom\s*|\bimport\s*)(["'])([^"'./\s][^"'\s]*)\2/g,
      (_match, keyword, _quote, bare) => {
        const target = MODULES.find(
          ({ name }) => name === BARE_IMPORTS[/** @type {keyof typeof BARE_IMPORTS} */ (bare)],
        );
        if (!target) {
          throw new Error(`"${bare}" is imported but not vendored. Add it to tools/vendor.js.`);
        }
        rewritten.push(bare);
        return `${keyword}"./${fileNameOf(target)}"`;
      },
    );
  return { text, rewritten };
}

/** Makes the names of vendored files in our own files those of the installed versions. */
function updateReferrers() {
  for (const path of REFERRERS) {
    let text = readFileSync(FRONTEND + path, "utf8");
    for (const module of MODULES) {
      text = text.replace(
        new RegExp(`(?<=/vendor/)${module.name}-\\d[\\w.-]*\\.js`, "g"),
        fileNameOf(module),
      );
    }
    writeFileSync(FRONTEND + path, text);
  }
}

function vendor() {
  mkdirSync(VENDOR, { recursive: true });
  for (const old of readdirSync(VENDOR)) rmSync(VENDOR + old, { recursive: true });

  const files = MODULES.map((module) => {
    const manifest = manifestOf(module.package);
    const source = readFileSync(`${FRONTEND}node_modules/${module.package}/${module.file}`, "utf8");
    const { text, rewritten } = rewriteImports(source);
    writeFileSync(VENDOR + fileNameOf(module), text);
    return {
      file: fileNameOf(module),
      package: module.package,
      version: manifest.version,
      source: module.file,
      licence: manifest.license,
      licence_file: licenceFile(module.package),
      sha256: createHash("sha256").update(text).digest("hex"),
      rewritten_imports: rewritten,
    };
  });
  writeFileSync(`${VENDOR}VENDOR.json`, `${JSON.stringify({ files }, null, 2)}\n`);
  updateReferrers();
}

/**
 * Copies the licence text of a package and returns the name of the copy.
 *
 * @param {string} name of a package
 */
function licenceFile(name) {
  const copy = `LICENSE.${name.replace("@", "").replace("/", "-")}.txt`;
  writeFileSync(VENDOR + copy, readFileSync(`${FRONTEND}node_modules/${name}/LICENSE`));
  return copy;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) vendor();
