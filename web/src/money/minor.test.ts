import { expect, test } from "vitest";
import { minorOf } from "./minor";

test("an amount means what it looks like, exactly", () => {
  expect(minorOf("1,250.50", 2)).toBe(125050);
  expect(minorOf("1.250,5", 2)).toBe(125050);
  expect(minorOf("1250", 2)).toBe(125000);
  expect(minorOf("2,400,000", 2)).toBe(240000000);
  expect(minorOf("2.400.000", 2)).toBe(240000000);
  expect(minorOf("0.29", 2)).toBe(29);
  expect(minorOf("1 000 000.10", 2)).toBe(100000010);
  expect(minorOf("500", 0)).toBe(500);
});

test("what is no amount is none", () => {
  for (const wrong of ["", "-5", "1.005", "a", "1,2,3.4", "99999999999999"]) expect(minorOf(wrong, 2)).toBeUndefined();
  expect(minorOf("0.5", 0)).toBeUndefined();
  expect(minorOf("1.250", 2)).toBeUndefined();
  expect(minorOf("1.250", 3)).toBe(1250);
});
