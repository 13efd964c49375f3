import { expect, test } from "vitest";
import { addDays, datesIn } from "../ui/dates";
import { wide } from "../ui/ticks";
import { labelsOf, monthsOf } from "./spanLabels";
import { spansOf } from "./spans";

const dates = datesIn("en-GB", "Europe/Berlin", "2027-02-01T08:00:00Z");
const finish = (first: string, count: number) => Array.from({ length: count }, (_, i) => ({ day: addDays(first, i), by: (i + 1) / count }));

test("labels of bars find room, whether the finish is weeks or decades away", () => {
  for (const first of ["2027-03-01", "2045-09-30"]) {
    for (const count of [20, 100, 400, 5_000]) {
      const { spans, unit } = spansOf(finish(first, count), 75);
      const step = 700 / spans.length;
      const labels = labelsOf(spans, unit, step, dates);
      expect(labels.length).toBeGreaterThan(2);
      labels.slice(1).forEach(({ i, label }, n) => {
        const before = labels[n]!;
        expect((i - before.i) * step, `${before.label} ${label}`).toBeGreaterThanOrEqual((wide(label) + wide(before.label)) / 2);
      });
    }
  }
});

test("a month of which two days are left does not write over the next", () => {
  const { spans } = spansOf(finish("2027-02-27", 20), 75);
  expect(monthsOf(spans, 12, dates).map(({ label }) => label)).toEqual(["Mar"]);
  expect(monthsOf(spans, 40, dates).map(({ label }) => label)).toEqual(["Feb", "Mar"]);
});
