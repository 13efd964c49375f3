import { expect, test } from "vitest";
import { Zone } from "./zone";

const berlin = new Zone("Europe/Berlin", "en-GB");
const at = (iso: string) => Date.parse(iso);

test("a day begins at midnight of the wall clock, also when the clock changes", () => {
  const winter = berlin.day(at("2027-03-27T12:00:00Z"));
  const change = winter + 1;
  const summer = winter + 2;

  expect(berlin.midnight(winter)).toBe(at("2027-03-26T23:00:00Z"));
  expect(berlin.midnight(change)).toBe(at("2027-03-27T23:00:00Z"));
  expect(berlin.midnight(summer)).toBe(at("2027-03-28T22:00:00Z"));
  expect(berlin.at(change, 9 * 60)).toBe(at("2027-03-28T07:00:00Z"));
});

test("what ends at midnight ended with the day before", () => {
  const end = at("2027-02-05T23:00:00Z");

  expect(berlin.iso(berlin.lastDay(end))).toBe("2027-02-05");
  expect(berlin.iso(berlin.day(end))).toBe("2027-02-06");
});

test("dates are short, with the year where it is another", () => {
  const day = berlin.day(at("2027-02-02T08:00:00Z"));

  expect(berlin.short(day, day)).toBe("2\u00a0Feb");
  expect(berlin.short(day, day - 365)).toContain("27");
  expect(berlin.time(at("2027-07-02T07:05:00Z"))).toBe("09:05");
  expect(new Zone("Europe/Berlin", "de-DE").spoken(day)).toBe("Dienstag\u00a02.\u00a0Februar");
});
