import { expect, test } from "vitest";
import { behind } from "./facts";
import type { Task } from "./plan";

const done = { started: "2027-01-04T08:00:00Z", finished: "2027-01-08T17:00:00Z" };
const task = (id: string, parent?: string, progress?: Task["progress"]) => ({ id, parent, progress }) as Task;

test("what is finished stands closed when a plan opens, its way down to open work doesn't", () => {
  const tasks = [task("scope"), task("agree", "scope", done), task("build"), task("first", "build"), task("sign-in", "first", done), task("second", "build"), task("results", "second")];

  expect([...behind(tasks)]).toEqual(["scope", "first"]);
});

test("a plan that is finished as a whole stands open", () => {
  expect(behind([task("scope"), task("agree", "scope", done)]).size).toBe(0);
});
