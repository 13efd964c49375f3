import { expect, it } from "vitest";
import { queryOfApplicants } from "./applicants";

it("leaves out what is empty, and a finding without its criterion", () => {
  expect(queryOfApplicants({ vacancy: "", finding: "met", certificate: " PMP " })).toBe("certificate=PMP");
  expect(queryOfApplicants({ criterion: "budget", finding: "met" }, "one")).toBe("criterion=budget&finding=met&after=one");
});
