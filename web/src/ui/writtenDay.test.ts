import { expect, test } from "vitest";
import { readWrittenDay } from "./writtenDay";

const today = "2027-02-02";

test.each([
  ["2027-03-12", "2027-03-12"],
  ["12 Mar", "2027-03-12"],
  ["Fri 12 March", "2027-03-12"],
  ["12 Mar 2028", "2028-03-12"],
  ["12.3.", "2027-03-12"],
  ["12/3/27", "2027-03-12"],
  ["March 12", "2027-03-12"],
  ["20 Dec", "2026-12-20"],
  ["+3", "2027-02-05"],
])("%s is read as %s", (written, day) => {
  expect(readWrittenDay(written, today, "en-GB")).toBe(day);
});

test.each([
  ["12. März", "2027-03-12"],
  ["Fr 12. Mai 2027", "2027-05-12"],
  ["1. Okt.", "2026-10-01"],
])("in German %s is read as %s", (written, day) => {
  expect(readWrittenDay(written, today, "de-DE")).toBe(day);
});

test.each(["31 Feb", "soon", "12", "99.99."])("%s is no day", (written) => {
  expect(readWrittenDay(written, today, "en-GB")).toBeUndefined();
});
