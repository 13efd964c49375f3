import { beforeAll, expect, it } from "vitest";
import type { Portfolio } from "../api/types";
import type { Dates } from "../ui/dates";
import { loadWords, wordsIn } from "../words/words";
import { answer } from "./answer";

const percent = { percent: (share: number) => `${Math.round(share * 100)} %` } as Dates;

function portfolio(chance: number): Portfolio {
  const last = { by: "2027-05-28T16:00:00Z", chance: 0.9 };
  return {
    projects: [{ id: "app", name: "App", status: "running", promise: last, decisions: [] }],
    promises: [
      { project: "app", name: "Live", by: last.by, state: "holds", chance: 0.9 },
      { project: "app", name: "Network", by: "2027-03-01T16:00:00Z", state: chance < 0.8 ? "atRisk" : "holds", chance },
    ],
  } as unknown as Portfolio;
}

beforeAll(() => loadWords("en"));

it("tells of a promise on the way that is not safe", () => {
  expect(answer(portfolio(0.07), wordsIn("en"), percent)).toBe(
    "The one final promise holds with 90 % or better. <b>One promise on the way there is at risk.</b> Nothing waits for a decision.",
  );
});

it("tells only of the last promises while all are safe", () => {
  expect(answer(portfolio(0.95), wordsIn("en"), percent)).toBe("The one final promise holds with 90 % or better. Nothing waits for a decision.");
});

it("whoever may not see chances and promises is not told that there are none", () => {
  expect(answer({ ...portfolio(0.95), promises: [], bare: true }, wordsIn("en"), percent)).toMatch(/^(One project|\d+ projects), by the dates that are planned\.$/);
});
