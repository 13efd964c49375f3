import { expect, test } from "vitest";
import { addDays } from "../ui/dates";
import { chanceBy, dayOf, spansOf } from "./spans";

const days = (count: number) => Array.from({ length: count }, (_, i) => ({ day: addDays("2027-03-01", i), by: (i + 1) / count }));

test("few days are a bar each, whose chances sum to what is known", () => {
  const { spans, unit } = spansOf(days(20), 42);
  expect(unit).toBe("day");
  expect(spans).toHaveLength(20);
  expect(spans.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1);
});

test("many days become weeks that begin on Mondays", () => {
  const { spans, unit } = spansOf(days(100), 42);
  expect(unit).toBe("week");
  expect(spans.every(({ from }) => new Date(from).getUTCDay() === 1)).toBe(true);
  expect(spans.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1);
});

test("a finish that may be decades away is drawn in months, quarters or years, each whole and none too narrow", () => {
  for (const [count, unit] of [[600, "month"], [3_000, "quarter"], [9_000, "year"]] as const) {
    const found = spansOf(days(count), 42);
    expect(found.unit).toBe(unit);
    expect(found.spans.length).toBeLessThanOrEqual(43);
    expect(found.spans.every(({ from }) => from.endsWith("-01"))).toBe(true);
    expect(found.spans.every(({ from }, i) => i === 0 || from === addDays(found.spans[i - 1]!.to, 1))).toBe(true);
    expect(found.spans.reduce((sum, { chance }) => sum + chance, 0)).toBeGreaterThan(0.99);
  }
});

test("days that hardly ever happen are left out", () => {
  const long = [...Array.from({ length: 30 }, (_, i) => ({ day: addDays("2027-01-30", i), by: 0.0001 * i })), ...days(10)];
  expect(spansOf(long, 42).spans[0]!.from >= "2027-02-28").toBe(true);
});

test("a chance has its day, and a day its chance", () => {
  expect(dayOf(days(10), 0.8)).toBe("2027-03-08");
  expect(chanceBy(days(10), "2027-03-05")).toBeCloseTo(0.5);
  expect(chanceBy(days(10), "2027-02-01")).toBe(0);
  expect(chanceBy(days(10), "2027-12-01")).toBe(1);
});
