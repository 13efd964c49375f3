import { expect, it } from "vitest";
import { addressOf, clockOf, draftOf, endless, writtenOf } from "./meetings";

const meeting = {
  id: "m",
  project: "p",
  title: "Weekly",
  rule: "FREQ=WEEKLY;BYDAY=MO",
  first: "2027-02-01",
  from: "09:30:00",
  minutes: 45,
  zone: "Europe/Berlin",
  place: "Room 2",
  persons: ["a"],
  without: ["2027-02-08"],
  version: 3,
};

it("are written again as they were read", () => {
  expect(writtenOf(draftOf(meeting, "2027-02-01"))).toEqual({
    title: "Weekly",
    rule: "FREQ=WEEKLY;BYDAY=MO",
    first: "2027-02-01",
    from: "09:30",
    minutes: 45,
    place: "Room 2",
    persons: ["a"],
    without: ["2027-02-08"],
  });
});

it("have no rule if they come once", () => {
  expect(writtenOf({ ...draftOf(undefined, "2027-02-01"), again: false })).not.toHaveProperty("rule");
});

it("say from when to when, beyond midnight too", () => {
  expect(clockOf(meeting)).toBe("09:30–10:15");
  expect(clockOf({ from: "23:30", minutes: 60 })).toBe("23:30–00:30");
});

it("lead nowhere but to pages", () => {
  expect(addressOf("https://meet.example/a")).toBe("https://meet.example/a");
  expect(addressOf("javascript:alert(1)")).toBeUndefined();
});

it("are said without their end", () => {
  expect(endless("FREQ=WEEKLY;COUNT=4;BYDAY=MO")).toBe("FREQ=WEEKLY;BYDAY=MO");
});
