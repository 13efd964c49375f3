import { expect, test } from "vitest";
import { monthAxis } from "./axis";

const at = (day: string) => Date.parse(`${day}T12:00:00Z`);

test("the axis has whole months, from the first to the last thing on it", () => {
  const axis = monthAxis([at("2027-01-11"), at("2027-10-20")], at("2027-02-02"), 500);
  expect(axis.months[0]!.iso).toBe("2027-01-01T00:00:00.000Z");
  expect(axis.months.at(-1)!.iso).toBe("2027-10-01T00:00:00.000Z");
  expect(axis.x(axis.to)).toBe(500);
});

test("what began long ago does not push today off the page", () => {
  const axis = monthAxis([at("2021-01-11"), at("2027-10-20")], at("2027-02-02"), 500);
  expect(axis.months[0]!.iso).toBe("2026-11-01T00:00:00.000Z");
});
