import { expect, test } from "vitest";
import { Outline } from "./outline";
import type { Task } from "./types";

const at = "2027-02-01T08:00:00Z";
const task = (id: string, parent?: string): Task => ({ id, parent, name: id, kind: "effort", start: at, finish: at });
const tasks = [task("a"), task("b", "a"), task("c", "b"), task("d", "b"), task("e", "a"), task("f")];

test("numbers follow the outline", () => {
  expect(new Outline(tasks).wbs).toEqual(["1", "1.1", "1.1.1", "1.1.2", "1.2", "2"]);
});

test("what lies beneath a closed one is hidden, and stands for by its row", () => {
  const outline = new Outline(tasks);

  outline.show(new Set(["b"]));

  expect([...outline.rows]).toEqual([0, 1, 4, 5]);
  expect(outline.shownRow(3)).toBe(1);
});

test("a filter shows the summaries above what it lets through", () => {
  const outline = new Outline(tasks);

  outline.show(new Set(), (each) => each.name === "d");

  expect([...outline.rows]).toEqual([0, 1, 3]);
  expect(outline.shownRow(5)).toBe(-1);
});

test("siblings are those of the same parent", () => {
  const outline = new Outline(tasks);

  expect(outline.siblingBefore(4)).toBe(1);
  expect(outline.siblingBefore(1)).toBe(-1);
  expect(outline.siblingAfter(1)).toBe(4);
  expect(outline.siblingAfter(4)).toBe(-1);
  expect(outline.siblingAfter(0)).toBe(5);
});

test("other dates leave the order as it is; another order is refused", () => {
  const outline = new Outline(tasks);
  const later = tasks.map((task) => ({ ...task, start: "2027-03-01T08:00:00Z" }));
  expect(outline.take(later)).toBe(true);
  expect(outline.tasks[0]!.start).toBe("2027-03-01T08:00:00Z");
  expect(outline.take(tasks.map((task, i) => (i === 2 ? { ...task, parent: undefined } : task)))).toBe(false);
  expect(outline.take(tasks.slice(1))).toBe(false);
  expect(outline.tasks).toBe(later);
});
