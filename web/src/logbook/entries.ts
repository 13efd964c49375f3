import type { LogEntry } from "../api/types";

export type Kind = LogEntry["kind"];

export const KINDS = ["decision", "assumption", "issue", "lesson"] as const satisfies readonly Kind[];

/// How entries of each kind end.
export const ENDS = {
  decision: ["replaced", "closed"],
  assumption: ["held", "wrong"],
  issue: ["closed"],
  lesson: [],
} as const satisfies Record<Kind, readonly LogEntry["state"][]>;

/// Whether all words that were written begin a word of the entry.
export function matches(entry: LogEntry, words: string): boolean {
  const text = [entry.title, entry.text, entry.outcome, entry.who].filter(Boolean).join(" ").toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean).every((word) => text.some((each) => each.startsWith(word)));
}
