import { expect, test } from "vitest";
import { readRule, writeRule } from "./rule";

test("what the fields can say comes back as it was", () => {
  for (const rule of ["FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "FREQ=MONTHLY;BYDAY=2SU", "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY"])
    expect(writeRule(readRule(rule)!)).toBe(rule);
});

test("what they can't say stays a text", () => {
  for (const rule of ["FREQ=MONTHLY;BYDAY=1MO,3MO", "FREQ=YEARLY;BYMONTH=2", "FREQ=WEEKLY;COUNT=3", "FREQ=DAILY;BYDAY=MO", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", "every day"])
    expect(readRule(rule)).toBeUndefined();
});
