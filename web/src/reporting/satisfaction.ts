import type { Satisfaction } from "../api/types";

/// What was answered at one milestone, all who answered together.
export type AtMilestone = { milestone: string; name: string; at: string; work: number; told: number; count: number };

/// By the day of the last answer to each; means of 1 to 5.
export function byMilestone(answers: Satisfaction[]): AtMilestone[] {
  const all = new Map<string, Satisfaction[]>();
  for (const each of answers) all.set(each.milestone, [...(all.get(each.milestone) ?? []), each]);
  const mean = (of: number[]) => of.reduce((sum, each) => sum + each, 0) / of.length;
  return [...all.values()]
    .map((of) => {
      const last = of.reduce((a, b) => (a.answered.at < b.answered.at ? b : a));
      return { milestone: last.milestone, name: last.milestoneName, at: last.answered.at, work: mean(of.map(({ work }) => work)), told: mean(of.map(({ told }) => told)), count: of.length };
    })
    .sort((a, b) => a.at.localeCompare(b.at));
}
