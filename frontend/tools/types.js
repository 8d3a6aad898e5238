/**
 * Writes what the front end knows of the API from openapi.yaml: the types (schema.d.ts) and, for
 * running code, the method and path of each operation and the words of each enumeration
 * (operations.js). Run by `make schema`; an argument names another schema.
 *
 * Operations of /api/v2/ stay out: job-runners call them, no page does.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import openapiTS, { astToString } from "openapi-typescript";

const API = fileURLToPath(new URL("../public/app/api/", import.meta.url));
const SCHEMA = fileURLToPath(new URL("../../openapi.yaml", import.meta.url));
const METHODS = ["get", "put", "post", "patch", "delete"];
const HEADER = "Generated from openapi.yaml by `make schema`; never edited.";

/**
 * The part of the schema that pages use.
 *
 * @param {{ paths: Record<string, object> }} schema
 */
export function forPages(schema) {
  const paths = Object.entries(schema.paths).filter(([path]) => !path.startsWith("/api/v2/"));
  return { ...schema, paths: Object.fromEntries(paths) };
}

/**
 * @param {Record<string, Record<string, { operationId: string }>>} paths
 * @returns {Record<string, { method: string, path: string }>} by operation id, sorted
 */
export function operationsOf(paths) {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => [
      item[method].operationId,
      { method: method.toUpperCase(), path },
    ]),
  );
  return Object.fromEntries(operations.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The words of each named enumeration.
 *
 * @param {Record<string, { enum?: string[] }>} schemas
 */
export function enumsOf(schemas) {
  return Object.fromEntries(
    Object.entries(schemas)
      .filter(([, schema]) => schema.enum)
      .map(([name, schema]) => [name, schema.enum]),
  );
}

/** @param {unknown} value */
const literal = (value) => JSON.stringify(value, null, 2).replace(/"(\w+)":/g, "$1:");

/**
 * The two files, as text.
 *
 * @param {string} [path] of the schema
 * @returns {Promise<Record<string, string>>} by file name
 */
export async function generate(path = SCHEMA) {
  const schema = forPages(load(readFileSync(path, "utf8")));
  const types = astToString(await openapiTS(schema, { alphabetize: true }));
  return {
    "schema.d.ts": `// ${HEADER}\n\n${types}`,
    "operations.js": `/** ${HEADER} */

/** Method and path of each operation. */
export const operations = /** @type {const} */ (${literal(operationsOf(schema.paths))});

/** The words of each enumeration, in the order of the schema. */
export const enums = /** @type {const} */ (${literal(enumsOf(schema.components.schemas))});
`,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(await generate(process.argv[2]))) {
    writeFileSync(API + name, text);
  }
}
