import { expect, test } from "vitest";
import { formatExtent, parseExtent } from "./extent";

const days = { minutesOfADay: 480, daysOfAWeek: 5 };
const units = { m: "min", h: "h", d: "d", w: "w", elapsed: " el.", locale: "en-GB" };

test.each([
  ["5d", { kind: "effort", minutes: 2400 }],
  ["4 h", { kind: "effort", minutes: 240 }],
  ["1,5 w", { kind: "effort", minutes: 3600 }],
  ["90min", { kind: "effort", minutes: 90 }],
  ["3 Tage", { kind: "effort", minutes: 1440 }],
  ["2", { kind: "effort", minutes: 960 }],
  ["3ed", { kind: "elapsed", minutes: 4320 }],
  ["0", { kind: "milestone" }],
])("%s is read", (text, extent) => {
  expect(parseExtent(text, "effort", days)).toEqual(extent);
});

test.each(["", "soon", "-3d", "3 parsecs", "d"])("%s is not understood", (text) => {
  expect(parseExtent(text, "effort", days)).toBeUndefined();
});

test("what is shown reads back as the same", () => {
  for (const minutes of [30, 60, 90, 240, 480, 600, 720, 2400, 4800, 7200]) {
    const shown = formatExtent("effort", minutes, days, units).replaceAll("\u00a0", " ");
    expect(parseExtent(shown, "effort", days)?.minutes, shown).toBe(minutes);
  }
});
