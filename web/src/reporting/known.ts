const SHORTEST = 4;
const STEM = 6;
const MOST = 3;
const ENOUGH = 2;

type Answered = { id: string; text: string; answer?: string };

/// Questions that were answered and are about the same, by their words: those that share most with what is being asked, two
/// words at least. Endings are left away, so that *wards* finds *ward*.
export function known<Q extends Answered>(asked: string, questions: readonly Q[]): Q[] {
  const words = stems(asked);
  if (words.size === 0) return [];
  return questions
    .filter(({ answer }) => answer)
    .map((question) => ({ question, shared: shared(words, stems(`${question.text} ${question.answer}`)) }))
    .filter(({ shared }) => shared >= Math.min(ENOUGH, words.size))
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, MOST)
    .map(({ question }) => question);
}

/// Questions in which, or in whose answers, each of the words stands; all where there is no word.
export function withWords<Q extends Answered>(wanted: string, questions: readonly Q[]): readonly Q[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return questions.filter(({ text, answer }) => words.every((word) => `${text} ${answer ?? ""}`.toLowerCase().includes(word)));
}

const stems = (text: string): Set<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= SHORTEST).map((word) => word.slice(0, STEM).replace(/(?:es|s|en|n|e)$/, "")));

const shared = (some: Set<string>, others: Set<string>): number => [...some].filter((word) => others.has(word)).length;
