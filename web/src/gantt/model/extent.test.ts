import { expect, test } from "vitest";
import { formatExtent, formatRanged, parseExtent, setExtent } from "./extent";

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

test.each([
  ["2d - 3d - 6d", { kind: "effort", minutes: 1440, range: { low: 960, high: 2880 } }],
  ["2 – 8 d", { kind: "effort", minutes: 1920, range: { low: 960, high: 3840 } }],
  ["4h..1w", { kind: "effort", minutes: 780, range: { low: 240, high: 2400 } }],
  ["2d - 6d", { kind: "effort", minutes: 1680, range: { low: 960, high: 2880 } }],
  ["1ed - 4ed", { kind: "elapsed", minutes: 2880, range: { low: 1440, high: 5760 } }],
])("the range %s is read", (text, extent) => {
  expect(parseExtent(text, "effort", days)).toEqual(extent);
});

test.each(["6d - 2d", "2d - 9d - 6d", "0 - 2d", "1d-2d-3d-4d", "2d -"])("%s is no range", (text) => {
  expect(parseExtent(text, "effort", days)).toBeUndefined();
});

test("a range reads back as the same, and falls silent when its estimate has left it", () => {
  const range = { low: 960, high: 2880 };
  const shown = formatRanged("effort", 1440, range, days, units).replaceAll("\u00a0", " ");
  expect(shown).toBe("2 d – 3 d – 6 d");
  expect(parseExtent(shown, "effort", days)).toEqual({ kind: "effort", minutes: 1440, range });
  expect(formatRanged("effort", 4800, range, days, units).replaceAll("\u00a0", " ")).toBe("2 w");
  expect(setExtent({ kind: "elapsed", minutes: 1440 }, "effort", range).range).toBeNull();
  expect(setExtent({ kind: "effort", minutes: 4800 }, "effort", range).range).toBeNull();
  expect(setExtent({ kind: "effort", minutes: 2400 }, "effort", range).range).toBeUndefined();

  const alone = parseExtent("2d - 6d", "effort", days)!;
  const again = formatRanged("effort", alone.minutes, alone.range!, days, units).replaceAll("\u00a0", " ");
  expect(parseExtent(again, "effort", days)).toEqual(alone);
});
