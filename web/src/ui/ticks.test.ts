import { expect, test } from "vitest";
import { datesIn } from "./dates";
import { scaleOf } from "./scale";
import { ticksOf, wide } from "./ticks";

const dates = datesIn("en-GB", "Europe/Berlin", "2027-02-01T08:00:00Z");
const german = datesIn("de-DE", "Europe/Berlin", "2027-02-01T08:00:00Z");
const DAY = 86_400_000;
const from = Date.parse("2027-02-01T08:00:00Z");
const over = (days: number, width: number, begin = from) => scaleOf(begin, begin + days * DAY, width);
const labels = (days: number, width: number, begin = from) => ticksOf(over(days, width, begin), dates).map(({ label }) => label.replaceAll("\u00a0", " "));

test("an axis of any length, from days to centuries, has room for what is written below it", () => {
  const crowded: string[] = [];
  for (const reader of [dates, german]) {
    for (const width of [120, 320, 1100]) {
      for (let days = 2; days < 60_000; days = Math.ceil(days * 1.6)) {
        for (const begin of [from, from + 7_000 * DAY]) {
          const ticks = ticksOf(over(days, width, begin), reader);
          const outside = ticks.filter(({ x, label }, i) => x + wide(label) > (ticks[i + 1]?.x ?? width));
          if (ticks.length === 0 || outside.length > 0) crowded.push(`${days} days in ${width}: ${ticks.map(({ label }) => label).join(" ")}`);
        }
      }
    }
  }
  expect(crowded).toEqual([]);
});

test("the closest that finds room: days, Mondays, months, years", () => {
  expect(labels(6, 320)).toEqual(["2 Feb", "3 Feb", "4 Feb", "5 Feb", "6 Feb"]);
  expect(labels(30, 320)).toEqual(["8 Feb", "15 Feb", "22 Feb"]);
  expect(labels(200, 320)).toEqual(["Mar", "Apr", "May", "Jun", "Jul", "Aug"]);
  expect(labels(3_650, 320)).toEqual(["2028", "2030", "2032", "2034", "2036"]);
  expect(labels(20_000, 320)[0]).toBe("2030");
});

test("a year is written once, where it is not this one", () => {
  expect(labels(28, 500, Date.parse("2045-09-30T08:00:00Z"))).toEqual(["2 Oct 2045", "9 Oct", "16 Oct", "23 Oct"]);
  expect(labels(400, 800)).toEqual(["Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec", "2028", "Feb"]);
});
