import { expect, test } from "vitest";
import { finPath } from "./fin";

/// The y where each piece of the curve ends.
const ends = (path: string) =>
  [...path.matchAll(/C\S+ \S+ \S+ \S+ \S+ ([\d.]+?)(?=[CV])/g)].map((found) => Number(found[1]));

test("the fin falls from full height to its end and never rises", () => {
  const path = finPath(0, [100, 120, 150, 200, 240, 300], 12, 12);

  expect(path.startsWith("M0 12V0L100 0")).toBe(true);
  expect(path.endsWith("V12Z")).toBe(true);
  expect(ends(path)).toHaveLength(5);
  expect(ends(path)).toEqual(ends(path).toSorted((a, b) => a - b));
  expect(Math.max(...ends(path))).toBeLessThanOrEqual(12);
});

test("quantiles at one place and before the start make no backward step", () => {
  const path = finPath(50, [10, 20, 60, 60, 60, 60], 12, 12);
  const xs = [...path.matchAll(/[ML]([\d.]+)|C([\d.]+) [\d.]+ ([\d.]+) [\d.]+ ([\d.]+)/g)].flatMap((found) =>
    found.slice(1).filter(Boolean).map(Number),
  );

  expect(xs).toEqual([...xs].sort((a, b) => a - b));
  expect(path).not.toContain("NaN");
});
