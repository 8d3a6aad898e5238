/**
 * Writes the list of modulepreload links in index.html: every module that main.js imports, near or
 * far, so that the first paint needs few round trips. Run by `npm run preload`; a test compares.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const PUBLIC = fileURLToPath(new URL("../public/", import.meta.url));
const INDEX = join(PUBLIC, "index.html");
const IMPORT = /^\s*(?:import|export)\s(?:[^;]*?\sfrom\s*)?["'](\.[^"']+)["']/gm;
const VENDOR_IMPORT = /(?:from|import)"(\.\/[^"]+)"/g;

/**
 * The addresses of all modules that a module needs before it runs; dynamic imports are not among
 * them.
 *
 * @param {string} entry below the web root
 * @returns {string[]} sorted, the entry itself left out
 */
export function staticImports(entry) {
  const seen = new Set([join(PUBLIC, entry)]);
  for (const file of seen) {
    const pattern = file.includes("/vendor/") ? VENDOR_IMPORT : IMPORT;
    for (const [, target] of readFileSync(file, "utf8").matchAll(pattern)) {
      seen.add(join(dirname(file), target));
    }
  }
  return [...seen]
    .slice(1)
    .map((file) => `/${relative(PUBLIC, file)}`)
    .sort();
}

/** The addresses that index.html preloads, in its order. */
export function preloaded() {
  const page = readFileSync(INDEX, "utf8");
  return [...page.matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(([, href]) => href);
}

function writePreloads() {
  const links = staticImports("app/main.js")
    .map((href) => `    <link rel="modulepreload" href="${href}">\n`)
    .join("");
  const page = readFileSync(INDEX, "utf8").replaceAll(/ *<link rel="modulepreload"[^>]*>\n/g, "");
  writeFileSync(INDEX, page.replace("  </head>", `${links}  </head>`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writePreloads();
