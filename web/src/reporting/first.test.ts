import { describe, expect, it } from "vitest";
import type { UpdateFacts } from "../api/types";
import { daysMoved, isTold, promiseOf } from "./first";

const dates = { dayOf: (at: string) => at.slice(0, 10) };
const facts = (...promises: object[]) => ({ promises }) as UpdateFacts;

describe("what an update says first", () => {
  it("is the last promise that is still to be kept", () => {
    const open = { task: "a", name: "Go-live" };
    expect(promiseOf(facts({ task: "b", name: "Pilot" }, open, { task: "c", name: "Survey", kept: "2027-05-20T15:00:00Z" }))).toEqual(open);
    expect(promiseOf(facts({ task: "c", name: "Survey", kept: "2027-05-20T15:00:00Z" }))).toBeUndefined();
  });

  it("moves by days of the calendar, and midnight belongs to the day before", () => {
    expect(daysMoved({ likelyWas: "2027-05-31T22:00:00Z", likely: "2027-06-01T08:00:00Z" }, dates)).toBe(1);
    expect(daysMoved({ likelyWas: "2027-06-01T08:00:00Z", likely: "2027-06-02T00:00:00Z" }, dates)).toBe(0);
    expect(daysMoved({ likelyWas: "2027-06-03T08:00:00Z", likely: "2027-06-01T08:00:00Z" }, dates)).toBe(-2);
  });

  it("has not moved where nobody was told before", () => {
    expect(isTold({ likely: "2027-06-01T08:00:00Z" })).toBe(false);
    expect(isTold({ likely: "2027-06-01T08:00:00Z", likelyWas: "2027-06-01T08:00:00Z" })).toBe(true);
  });
});
