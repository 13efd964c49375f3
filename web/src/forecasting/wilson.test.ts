import { expect, test } from "vitest";
import { wilson } from "./wilson";

test("what chance alone would do holds the share and narrows with the count", () => {
  const [from, to] = wilson(0.77, 214);
  expect(from).toBeLessThan(0.77);
  expect(to).toBeGreaterThan(0.77);
  expect(to - from).toBeLessThan(0.1);
  expect(wilson(1, 10)[0]).toBeLessThan(0.85);
  expect(wilson(0, 0)).toEqual([0, 1]);
});
