import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addressOf, exampleOf, groupsOf, kindOf, partsOf, type Description, type Operation } from "./description";

const api = JSON.parse(readFileSync(join(import.meta.dirname, "../../../docs/contracts/openapi.json"), "utf8")) as Description;
const all = groupsOf(api, "").flatMap((group) => group.operations);
const operation = (id: string): Operation => all.find((each) => each.id === id)!;

test("every operation is shown beneath its tag, and refers to nothing that isn't there", () => {
  expect(all.length).toBe(Object.values(api.paths).flatMap((verbs) => Object.keys(verbs)).length);
  expect(groupsOf(api, "").every((group) => group.name && group.description)).toBe(true);
  for (const each of all) for (const answer of each.answers) expect(answer.description, `${each.id} ${answer.status}`).toBeTruthy();
});

test("a search finds what has all of its words", () => {
  const found = groupsOf(api, "post CHANGES plan").flatMap((group) => group.operations.map((each) => each.id));
  expect(found).toContain("changePlan");
  expect(found).not.toContain("getPlan");
  expect(groupsOf(api, "no such thing")).toEqual([]);
});

test("fields say what they are and whether they are needed", () => {
  const parts = partsOf(operation("createClient").body!.schema, api);
  expect(parts).toEqual([{ name: "name", schema: { type: "string" }, needed: true }]);
  expect(kindOf({ type: "array", items: { $ref: "#/components/schemas/Task" } })).toBe("Task[]");
  expect(kindOf({ type: "string", format: "uuid" })).toBe("string (uuid)");
  expect(partsOf({ $ref: "#/components/schemas/Change" }, api).map((part) => kindOf(part.schema))).toContain("AddTask");
});

test("there is a body to begin with", () => {
  expect(exampleOf(operation("createClient").body!.schema, api)).toEqual({ name: "" });
  expect(exampleOf(operation("changePlan").body!.schema, api)).toMatchObject({ changes: [{ kind: "addTask", task: {} }] });
});

test("an address has what was written, encoded", () => {
  expect(addressOf(operation("listPeople"), { q: "Ada & Bram" })).toBe("/api/people?q=Ada+%26+Bram");
  expect(addressOf(operation("getReason"), { project: "7", task: "a/b" })).toBe("/api/projects/7/tasks/a%2Fb/reason");
});
