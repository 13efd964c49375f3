import { expect, test } from "vitest";
import { Zone } from "../model/zone";
import { parseDay } from "./typing";

const zone = new Zone("Europe/Berlin", "en-GB");
const now = Date.parse("2027-02-02T08:00:00Z");

test.each([
  ["2027-03-12", "2027-03-12"],
  ["12.3.", "2027-03-12"],
  ["12.3.27", "2027-03-12"],
  ["12/3/2027", "2027-03-12"],
  ["12 Mar", "2027-03-12"],
  ["12 März", "2027-03-12"],
  ["20 Dec", "2026-12-20"],
  ["+7", "2027-02-09"],
  ["today", "2027-02-02"],
])("%s is a day", (text, day) => {
  expect(zone.iso(parseDay(text, zone, now)!)).toBe(day);
});

test.each(["31.2.2027", "soon", "", "13/13/2027", "2027-1"])("%s is none", (text) => {
  expect(parseDay(text, zone, now)).toBeUndefined();
});
