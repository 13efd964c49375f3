import { expect, test } from "vitest";
import { Working } from "./working";
import { Zone } from "./zone";

const zone = new Zone("Europe/Berlin", "en-GB");
const office = ["09:00-13:00", "14:00-18:00"];
const week = { monday: office, tuesday: office, wednesday: office, thursday: office, friday: office };
const working = new Working(zone, { week, exceptions: { "2027-03-26": [] } });

test("work between two moments skips nights, weekends and holidays", () => {
  const thursday = Date.parse("2027-03-25T08:00:00Z");
  const tuesday = Date.parse("2027-03-30T16:00:00Z");

  expect(working.between(thursday, tuesday)).toBe(3 * 480);
});

test("a holiday is a day off that its week would have worked", () => {
  const friday = zone.day(Date.parse("2027-03-26T12:00:00Z"));

  expect(working.isHoliday(friday)).toBe(true);
  expect(working.isHoliday(friday + 1)).toBe(false);
  expect(working.isOff(friday + 1)).toBe(true);
  expect(working.minutesOfADay()).toBe(480);
});
