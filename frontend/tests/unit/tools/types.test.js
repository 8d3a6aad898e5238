import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { enumsOf, forPages, generate, operationsOf } from "../../../tools/types.js";

const SCHEMA = new URL("../../../../openapi.yaml", import.meta.url);

test("operations are found by id", () => {
  const paths = {
    "/api/v3/tokens": {
      post: { operationId: "createToken" },
      get: { operationId: "listTokens" },
      parameters: [],
    },
  };

  assert.deepEqual(operationsOf(paths), {
    createToken: { method: "POST", path: "/api/v3/tokens" },
    listTokens: { method: "GET", path: "/api/v3/tokens" },
  });
});

test("what job-runners call is left out", () => {
  const schema = { openapi: "3.1.1", paths: { "/api/v2/jobs/": {}, "/api/v3/tokens": {} } };

  assert.deepEqual(forPages(schema), { openapi: "3.1.1", paths: { "/api/v3/tokens": {} } });
});

test("enumerations are the schemas that have one", () => {
  const schemas = { Status: { enum: ["a", "b"] }, Job: { type: "object" } };

  assert.deepEqual(enumsOf(schemas), { Status: ["a", "b"] });
});

const skip = existsSync(SCHEMA) ? false : "openapi.yaml is not there yet";

test("what is generated is what is committed", { skip }, async () => {
  const files = await generate();

  for (const [name, text] of Object.entries(files)) {
    const committed = new URL(`../../../public/app/api/${name}`, import.meta.url);
    assert.equal(readFileSync(committed, "utf8"), text, `${name} is old. Run \`make schema\`.`);
  }
});
