import { expect, test } from "vitest";
import { addDays, datesIn, monday, startOfDay } from "./dates";

const english = datesIn("en-GB", "Europe/Berlin", "2027-02-02T13:02:00Z");
const german = datesIn("de-DE", "Europe/Berlin", "2027-02-02T13:02:00Z");

test("days are written as their reader writes them, the year only where it is another", () => {
  expect(english.day("2027-03-12")).toBe("12 Mar".replace(" ", "\u00a0"));
  expect(german.day("2027-03-12")).toBe("12.\u00a0März");
  expect(english.day("2028-03-12")).toContain("2028");
});

test("an instant late in the evening is tomorrow already further east", () => {
  expect(english.dayOf("2027-02-01T23:30:00Z")).toBe("2027-02-02");
  expect(english.time("2027-02-01T23:30:00Z")).toBe("00:30");
});

test("spans name the month once", () => {
  expect(english.span("2027-02-08", "2027-02-12")).toBe("8–12\u00a0Feb");
  expect(german.span("2027-02-08", "2027-02-12")).toBe("8.–12.\u00a0Feb.");
  expect(english.span("2027-02-27", "2027-03-02")).toBe("27\u00a0Feb–2\u00a0Mar");
});

test("a no-break space stands before percent", () => {
  expect(english.percent(0.644)).toBe("64\u00a0%");
});

test("weeks start on Monday", () => {
  expect(monday("2027-02-07")).toBe("2027-02-01");
  expect(monday("2027-02-01")).toBe("2027-02-01");
  expect(addDays("2027-02-27", 3)).toBe("2027-03-02");
});

test("a day begins when its zone says so, on days when the clocks change, too", () => {
  expect(startOfDay("2027-02-02", "Europe/Berlin")).toBe("2027-02-01T23:00:00Z");
  expect(startOfDay("2027-03-28", "Europe/Berlin")).toBe("2027-03-27T23:00:00Z");
  expect(startOfDay("2027-03-29", "Europe/Berlin")).toBe("2027-03-28T22:00:00Z");
  expect(startOfDay("2027-02-02", "America/Los_Angeles")).toBe("2027-02-02T08:00:00Z");
});
