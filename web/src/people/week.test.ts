import { expect, test } from "vitest";
import { asRanges, dayInWords, readDay, weekInWords, weekMinutes } from "./week";

test("a day is read as people write it", () => {
  expect(readDay("9-13, 14:00–18:30")).toEqual([
    [540, 780],
    [840, 1110],
  ]);
  expect(readDay("22-24")).toEqual([[1320, 1440]]);
  expect(readDay("14 bis 18; 8.30 bis 12")).toEqual([
    [510, 720],
    [840, 1080],
  ]);
  expect(readDay("  ")).toEqual([]);
});

test.each(["nine", "18-9", "9-25", "9:75-10", "9-13, 12-15"])("%s is no day", (text) => {
  expect(readDay(text)).toBeUndefined();
});

test("what was read is written as the server takes it, and as people say it", () => {
  const day = readDay("9-13,14-17:30")!;
  expect(asRanges(day)).toEqual(["09:00-13:00", "14:00-17:30"]);
  expect(dayInWords(day)).toBe("9–13, 14–17:30");
});

test("equal days that follow each other are said once, in the reader's language", () => {
  const long = ["09:00-13:00", "14:00-18:00"];
  const week = { monday: long, tuesday: long, thursday: long, friday: ["09:00-14:00"] };
  expect(weekInWords(week, "en-GB")).toBe("Mon–Tue 9–13, 14–18; Thu 9–13, 14–18; Fri 9–14");
  expect(weekInWords(week, "de-DE")).toBe("Mo–Di 9–13, 14–18; Do 9–13, 14–18; Fr 9–14");
  expect(weekMinutes(week)).toBe(29 * 60);
});
