import { expect, test } from "vitest";
import de from "../words/de.json";
import en from "../words/en.json";
import type { AssessmentQuestion, AssessmentResult } from "../api/types";
import { answered, inShort, leanings, startingWith, UNKNOWN } from "./assessment";

const size: AssessmentQuestion = { id: "size", heading: "scope", levels: ["upTo30", "upTo100", "upTo300", "over300"], assumed: "upTo100", model: "ours" };
const people: AssessmentQuestion = { ...size, id: "people", levels: ["upTo4", "upTo10", "upTo25", "over25"] };

test("what the plan says today goes before what was answered last", () => {
  const facts = { size: { level: 3, code: "tasks", values: { count: 120 }, sentence: "" } };
  const last = { size: { answer: "upTo30", because: "A guess." }, people: { answer: "upTo4" } };

  expect(startingWith([size, people], facts, last)).toEqual({ size: { answer: "upTo300" }, people: { answer: "upTo4" } });
});

test("what nobody knows doesn't count as answered", () => {
  expect(answered({ size: { answer: UNKNOWN }, people: { answer: "upTo4" } })).toBe(1);
});

test("a level's sentence is cut at its colon", () => {
  expect(inShort("Often: to wait would hold things up.")).toBe("Often");
  expect(inShort("Up to 30 tasks.")).toBe("Up to 30 tasks");
});

test("what leans is added up in the order of the chart", () => {
  const factor = (id: string, lean: number) => ({ id, lean, points: lean + 2, answer: "", sentence: "", source: "asked", assumed: false, model: "" });
  const result = {
    complexity: { total: 20, lean: 2, factors: [] },
    focus: { factors: [factor("technology", 1), factor("critical", -1)], interplay: { points: 3, lean: 1 } },
  } as unknown as AssessmentResult;

  const rows = leanings(result);

  expect(rows.map(({ id }) => id)).toEqual(["technology", "critical", "interplay", "complexity"]);
  expect(rows.reduce((sum, { lean }) => sum + lean, 0)).toBe(3);
});

test("every level of every question has a sentence in both languages", () => {
  const questions = Object.keys(en).flatMap((key) => /^assess\.(\w+)\.question$/.exec(key)?.[1] ?? []);
  const words = [en, de] as Record<string, string>[];

  expect(questions).toHaveLength(16);
  for (const id of questions)
    for (const level of id === "field" ? [1, 2] : [1, 2, 3, 4])
      for (const language of words) expect(language[`assess.${id}.${level}`], `${id} ${level}`).toBeTruthy();
});
