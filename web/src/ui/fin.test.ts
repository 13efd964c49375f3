import { expect, test } from "vitest";
import { chanceBy, finEdge, finPath, type Quantiles } from "./fin";

const q: Quantiles = [10, 20, 40, 60, 80, 120];

test("a fin starts on the ground, stands to its full height and ends a hair above the ground", () => {
  const path = finPath(0, q, 2, 22);
  expect(path.startsWith("M0 22V2H10C")).toBe(true);
  expect(path.endsWith("120 21.1V22Z")).toBe(true);
});

test("the edge passes half of the height at the median", () => {
  expect(finEdge(q, 0, 20)).toContain("40 10");
});

test("a fin whose quantiles fall together is still drawn", () => {
  expect(finPath(0, [5, 5, 5, 5, 5, 5], 0, 10)).not.toContain("NaN");
});

test("the chance by a day lies between the known ones", () => {
  expect(chanceBy(q, 5)).toBe(0);
  expect(chanceBy(q, 40)).toBeCloseTo(0.5);
  expect(chanceBy(q, 50)).toBeCloseTo(0.65);
  expect(chanceBy(q, 500)).toBe(1);
});
