import { expect, test } from "vitest";
import type { Risk } from "../api/types";
import { asked, drafted, SEVERAL } from "./riskDraft";

const risk = {
  id: "r", project: "p", what: "The lift breaks", cause: "outside", chance: 0.3, tasks: ["a", "b"], percent: 50, minutes: 240, days: 5,
  cost: { minor: 120_050, currency: "CHF" }, owner: "ada", response: "Stairs", review: "2027-03-01", counted: false, state: "open", byName: "Edda", at: "2027-02-01T08:00:00Z", version: 1,
} as Risk;

test("a risk is written again as it was read, with all of its tasks, on or off as it was", () => {
  expect(asked(drafted(risk), risk)).toEqual({
    what: "The lift breaks", cause: "outside", percent: 30, tasks: ["a", "b"], longer: 50, minutes: 240, days: 5,
    cost: { minor: 120_050, currency: "CHF" }, owner: "ada", response: "Stairs", review: "2027-03-01", counted: false,
  });
  expect(drafted(risk).task).toBe(SEVERAL);
});

test("a new one hits all of the project unless a task is named, and counts", () => {
  expect(asked({ ...drafted(), what: " Ice " })).toMatchObject({ what: "Ice", percent: 20, tasks: [], counted: true, cost: undefined });
  expect(asked({ ...drafted(), what: "Ice", task: "a" }).tasks).toEqual(["a"]);
});
