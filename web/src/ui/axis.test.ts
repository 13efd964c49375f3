import { expect, test } from "vitest";
import { labelsOf, monthAxis } from "./axis";

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

test("however long the axis, its labels have room and its years are written", () => {
  for (const width of [220, 500, 900]) {
    for (const last of ["2027-08-20", "2028-02-20", "2029-06-20", "2049-06-20"]) {
      const labels = labelsOf(monthAxis([at("2026-11-11"), at(last)], at("2027-02-02"), width), () => "Sept");
      expect(labels.map(({ label }) => label)).toContain("2027");
      labels.slice(1).forEach(({ x }, i) => expect(x - labels[i]!.x).toBeGreaterThanOrEqual(25));
    }
  }
});
