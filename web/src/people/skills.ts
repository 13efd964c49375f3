import type { Person } from "../api/types";

/// What was written with commas, each word once.
export const words = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

/// All skills that anybody has, the most common first.
export function skillsOf(people: readonly Pick<Person, "skills">[]): string[] {
  const times = new Map<string, number>();
  for (const person of people) for (const skill of person.skills) times.set(skill, (times.get(skill) ?? 0) + 1);
  return [...times.entries()].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([skill]) => skill);
}
