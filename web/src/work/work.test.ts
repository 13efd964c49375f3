import { expect, test } from "vitest";
import type { MyWork, OwnTask } from "../api/types";
import { chosenOf, emptyOf, firstDays, leftChoices, partsOf, rounded } from "./work";

const task = (name: string, state: OwnTask["state"]): OwnTask => ({
  project: "p", projectName: "Move", version: 1, task: name, name, state, start: "2027-02-01T08:00:00Z", finish: "2027-02-01T17:00:00Z",
  minutes: 960, fixed: false, next: [], waitsFor: [],
});
const slot = (part: "morning" | "afternoon", name: string, minutes = 240) => ({ part, project: "p", task: name, minutes });
const work = (tasks: OwnTask[], slots: ReturnType<typeof slot>[]): MyWork => ({
  now: "2027-02-01T13:05:00Z", zone: "Europe/Berlin", today: "2027-02-01", person: "me", tasks, later: 0, needs: [], complications: [], mentions: [], meetings: [],
  days: [{ date: "2027-02-01", minutes: 480, away: false, slots }],
});

test("the task in the middle is what this half of the day is for", () => {
  const mine = work([task("pack", "overdue"), task("rack", "planned"), task("cable", "planned")], [slot("morning", "rack"), slot("afternoon", "cable")]);
  expect(chosenOf(mine, undefined)?.name).toBe("cable");
  expect(chosenOf(mine, "p/rack")?.name).toBe("rack");
  expect(chosenOf(mine, "p/gone")?.name).toBe("cable");
});

test("without anything for now it is what nobody has told of yet", () => {
  expect(chosenOf(work([task("rack", "planned"), task("pack", "overdue")], []), undefined)?.name).toBe("pack");
  expect(chosenOf(work([task("rack", "done")], []), undefined)).toBeUndefined();
});

test("two halves of a day are a day", () => {
  const [rack, cable] = partsOf({ date: "2027-02-01", minutes: 480, away: false, slots: [slot("morning", "rack"), slot("afternoon", "rack", 120), slot("afternoon", "cable", 120)] });
  expect(rack).toMatchObject({ part: "day", minutes: 360 });
  expect(cable).toMatchObject({ part: "afternoon", minutes: 120 });
});

test("whoever is at a meeting is neither free nor away", () => {
  const day = (away: boolean) => ({ date: "2027-02-01", minutes: 0, away, slots: [] });
  expect(emptyOf(day(false), 0, 1)).toBeUndefined();
  expect(emptyOf(day(true), 0, 1)).toBeUndefined();
  expect(emptyOf(day(false), 1, 0)).toBeUndefined();
  expect(emptyOf(day(true), 0, 0)).toBe("work.away");
  expect(emptyOf(day(false), 0, 0)).toBe("work.free");
});

test("what remains is offered in own days", () => {
  expect(leftChoices(task("rack", "begun"), 480)).toEqual([60, 240, 480, 960]);
});

test("what a task waits for is said on the first of its days", () => {
  const day = (date: string, ...names: string[]) => ({ date, minutes: 480, away: false, slots: names.map((name) => slot("morning", name)) });
  const first = firstDays([day("2027-02-02", "rack"), day("2027-02-03", "rack", "cable"), day("2027-02-04", "cable")]);
  expect([...first.values()]).toEqual(["2027-02-02", "2027-02-03"]);
});

test("work that is only about so long is rounded to what people say of such lengths", () => {
  expect(rounded(97, 480)).toBe(90);
  expect(rounded(500, 480)).toBe(480);
  expect(rounded(3_780, 480)).toBe(3_840);
  expect(rounded(6_840, 480)).toBe(6_960);
});
