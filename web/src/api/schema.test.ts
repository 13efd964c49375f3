import { readFileSync } from "node:fs";
import { join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import { expect, test } from "vitest";

test("the types are those of the API as it is described: else npm run types", { timeout: 60_000 }, async () => {
  const described = JSON.parse(readFileSync(join(import.meta.dirname, "../../../docs/contracts/openapi.json"), "utf8"));
  const types = astToString(await openapiTS(described));
  expect(readFileSync(join(import.meta.dirname, "schema.d.ts"), "utf8").endsWith(types)).toBe(true);
});
