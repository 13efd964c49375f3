import { expect, test } from "vitest";
import type { Candidate } from "../api/types";
import { groupOf, outsideQueryOf, queryOf } from "./takers";

const fit = (...criteria: [must: boolean, met: boolean][]) =>
  ({
    freelance: false,
    fit: {
      kind: "projectManager",
      whole: criteria.every(([must, met]) => !must || met),
      criteria: criteria.map(([must, met], at) => ({ id: String(at), side: "management", must, met })),
    },
  }) as Pick<Candidate, "fit" | "freelance">;

test("rates go to the server in cents, and what is empty not at all", () => {
  expect(queryOf({ share: "50", skill: " net ", field: "", rate: "85.5" })).toBe("share=50&skill=net&rate=8550");
});

test("somebody without a must is near only if they meet another", () => {
  expect(groupOf(fit([true, true], [false, false]))).toBe("fits");
  expect(groupOf(fit([true, true], [true, false]))).toBe("near");
  expect(groupOf(fit([true, false], [false, true]))).toBe("other");
});

test("freelancers come after one's own, whatever they are", () => {
  expect(groupOf({ ...fit([true, true]), freelance: true })).toBe("freelance");
});

test("those from outside are not asked for time and rate, which nobody knows", () => {
  expect(outsideQueryOf({ share: "50", skill: " storage ", field: "", certificate: "PMP", free: "40", rate: "90" })).toBe("skill=storage&certificate=PMP");
});
