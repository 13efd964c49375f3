import { expect, it } from "vitest";
import { milestonesOf } from "./milestones";

const promise = { task: "a", name: "Ready", by: "2027-02-05T17:00:00Z", planned: "2027-02-04T17:00:00Z" };

it("names what was promised and what comes next, each once", () => {
  const next = [
    { task: "a", name: "Ready", planned: "2027-02-04T17:00:00Z" },
    { task: "b", name: "Moved", planned: "2027-02-08T17:00:00Z" },
    { name: "From before ids were noted", planned: "2027-02-09T17:00:00Z" },
  ];
  expect(milestonesOf({ update: { facts: { promises: [promise], next } } })).toEqual([
    { task: "a", name: "Ready" },
    { task: "b", name: "Moved" },
  ]);
});

it("names nothing before anything was released", () => expect(milestonesOf({})).toEqual([]));
