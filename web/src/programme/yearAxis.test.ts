import { expect, test } from "vitest";
import { sums, totalsByQuarter } from "./sums";
import { yearAxis } from "./yearAxis";

test("an axis has whole years and a place for each quarter", () => {
  const axis = yearAxis("2027-02-01", "2029-02-01", 1096);
  expect(axis.quarters).toHaveLength(16);
  expect(axis.quarters[0]).toMatchObject({ day: "2026-01-01", x: 0, year: 2026, name: "Q1" });
  expect(axis.quarters[15]).toMatchObject({ day: "2029-10-01", year: undefined });
  expect(axis.x(Date.UTC(2030, 0, 1))).toBe(1096);
});

test("amounts are added up each currency for itself, and the largest is drawn", () => {
  expect(sums([[{ minor: 10, currency: "EUR" }], [{ minor: 5, currency: "EUR" }, { minor: 7, currency: "CHF" }]])).toEqual([
    { minor: 15, currency: "EUR" },
    { minor: 7, currency: "CHF" },
  ]);
  expect(totalsByQuarter([{ from: "2027-01-01", free: [{ minor: 3, currency: "EUR" }], planned: [{ minor: 4, currency: "CHF" }] }], "EUR")).toEqual([
    { from: "2027-01-01", free: 3, planned: 0 },
  ]);
});
