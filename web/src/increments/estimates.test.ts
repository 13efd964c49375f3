import { expect, test } from "vitest";
import { proposedOf, readAmount } from "./estimates";

test("an estimate is read as plans read it, of the task's own measure", () => {
  expect(readAmount("2d", "effort")).toEqual({ minutes: 960 });
  expect(readAmount("1d - 4d", "effort")).toEqual({ minutes: 960, low: 480, high: 1920 });
  expect(readAmount("3ed", "effort")).toBeUndefined();
  expect(readAmount("much", "effort")).toBeUndefined();
  expect(readAmount("0", "effort")).toBeUndefined();
});

test("what is proposed goes from the least to the most that anybody thought", () => {
  const estimate = (minutes: number, low?: number, high?: number) => ({ name: "Ada", mine: false, minutes, low, high });
  const round = (...estimates: ReturnType<typeof estimate>[]) => ({ rounds: [{ round: 1, middle: 700, estimates }] });
  expect(proposedOf(round(estimate(480), estimate(960, 900, 2000)))).toEqual({ minutes: 700, low: 480, high: 2000 });
  expect(proposedOf(round(estimate(700), estimate(700)))).toEqual({ minutes: 700 });
  expect(proposedOf({ rounds: [] })).toBeUndefined();
});
