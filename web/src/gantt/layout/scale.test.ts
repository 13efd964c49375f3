import { expect, test } from "vitest";
import { Zone } from "../model/zone";
import { ruler, Scale, ZOOMS, zoomOf } from "./scale";

const zone = new Zone("Europe/Berlin", "en-GB");
const from = Date.parse("2027-01-03T23:00:00Z");
const to = Date.parse("2027-12-31T23:00:00Z");

test("time to pixels and back", () => {
  for (const zoom of ZOOMS) {
    const scale = new Scale(from, to, zoom);
    expect(Math.round(scale.at(scale.x(from + 5e9)) - from)).toBe(5e9);
    expect(zoomOf(scale.perDay)).toBe(zoom);
  }
});

test("weeks begin on Mondays of the project's clock", () => {
  const scale = new Scale(from, to, "week");
  const { ticks, headings } = ruler(scale, zone, 0, 200);

  expect(ticks.slice(0, 3).map((tick) => tick.text)).toEqual(["4", "11", "18"]);
  expect(ticks[0]!.x).toBe(0);
  expect(headings[0]!.text).toBe("January\u00a02027");
});
