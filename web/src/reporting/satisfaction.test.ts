import { expect, test } from "vitest";
import type { Satisfaction } from "../api/types";
import { byMilestone } from "./satisfaction";

const answer = (milestone: string, at: string, work: number, told: number): Satisfaction => ({ project: "p", milestone, milestoneName: milestone, answered: { name: "Edda", at }, work, told, words: "" });

test("answers of several people at a milestone are one mean, in the order of time", () => {
  const all = byMilestone([answer("b", "2027-02-03T08:00:00Z", 5, 1), answer("a", "2027-01-03T08:00:00Z", 3, 3), answer("b", "2027-02-01T08:00:00Z", 4, 2)]);
  expect(all.map(({ milestone, work, told, count }) => [milestone, work, told, count])).toEqual([["a", 3, 3, 1], ["b", 4.5, 1.5, 2]]);
  expect(byMilestone([])).toEqual([]);
});
