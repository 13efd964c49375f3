import { expect, it } from "vitest";
import { comparedOf, queryOfApplicants } from "./applicants";

it("leaves out what is empty, and a finding without its criterion", () => {
  expect(queryOfApplicants({ vacancy: "", finding: "met", certificate: " PMP " })).toBe("certificate=PMP");
  expect(queryOfApplicants({ criterion: "budget", finding: "met" }, "one")).toBe("criterion=budget&finding=met&after=one");
});

it("compares who is named, else who is invited, never one alone", () => {
  const all = [
    { id: "a", state: "received" },
    { id: "b", state: "interview" },
    { id: "c", state: "declined" },
    { id: "d", state: "accepted" },
  ];
  expect(comparedOf(all, "c,a")).toEqual(["a", "c"]);
  expect(comparedOf(all)).toEqual(["b", "d"]);
  expect(comparedOf(all, "a")).toEqual(["a", "b", "d"]);
  expect(comparedOf(all.slice(0, 3))).toEqual(["a", "b", "c"]);
  expect(comparedOf([])).toEqual([]);
});
