import { expect, test } from "vitest";
import { hoursOf, minutesOf, planned } from "./sheet";

test.each([
  ["", 0],
  ["7.5", 450],
  ["7,5", 450],
  ["7:30", 450],
  ["8 h", 480],
  [".25", 15],
  ["24", 1440],
])("reads %s", (written, minutes) => {
  expect(minutesOf(written)).toBe(minutes);
});

test.each(["25", "-1", "7:60", "=1+1", "eight", "1e2"])("does not take %s for a time", (written) => {
  expect(minutesOf(written)).toBeUndefined();
});

test("writes hours as the reader's language has them", () => {
  expect(hoursOf(450, "en-GB")).toBe("7.5");
  expect(hoursOf(450, "de-DE")).toBe("7,5");
  expect(hoursOf(0, "en-GB")).toBe("");
});

test("takes over of the plan what has come, and no day that is still ahead", () => {
  const days = ["01", "02", "03", "04", "05", "06", "07"].map((day) => ({ date: `2027-02-${day}`, minutes: 480, away: false }));
  const line = planned({ project: "p", projectName: "Move", task: "t", name: "Rack", minutes: [480, 480, 480, 0, 0, 0, 0] }, { days, today: "2027-02-02" });
  expect(line.minutes).toEqual([480, 480, 0, 0, 0, 0, 0]);
});
