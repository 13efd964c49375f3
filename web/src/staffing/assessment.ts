import type { AssessedFactor, AssessmentQuestion, AssessmentResult, GivenAnswer, StaffingFact } from "../api/types";

export const UNKNOWN = "unknown";
export type Given = Record<string, GivenAnswer>;

/// One row of the chart: what leans, how far, and what it rests on.
export type Leaning = { id: string; lean: number; factor?: AssessedFactor; points?: number };

/// What leans, the focus first and complexity last, as it is added up.
export function leanings(result: AssessmentResult): Leaning[] {
  return [
    ...result.focus.factors.map((factor) => ({ id: factor.id, lean: factor.lean ?? 0, factor })),
    { id: "interplay", lean: result.focus.interplay.lean, points: result.focus.interplay.points },
    { id: "complexity", lean: result.complexity.lean },
  ];
}

/// The first part of a level's sentence, which stands alone.
export function inShort(sentence: string): string {
  const colon = sentence.indexOf(":");
  return (colon < 0 ? sentence : sentence.slice(0, colon)).replace(/\.$/, "");
}

/// What to begin with: what was answered last, and what the plan says today.
export function startingWith(questions: AssessmentQuestion[], facts: Record<string, StaffingFact>, last?: Given): Given {
  const given: Given = { ...last };
  for (const { id, levels } of questions) {
    const fact = facts[id];
    if (fact) given[id] = { answer: levels[fact.level - 1]! };
  }
  return given;
}

/// How many questions have been looked at, whatever was said.
export const answered = (given: Given): number => Object.values(given).filter(({ answer }) => answer !== UNKNOWN).length;

export const levelOf = (question: AssessmentQuestion, answer: string): number => question.levels.indexOf(answer) + 1;
