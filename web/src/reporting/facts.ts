import type { ClientFact } from "../api/types";

const MOST = 8;

/// Of what a client sees, what was not chosen and has each word that was typed in its name; the first few.
export function offered(facts: readonly ClientFact[], chosen: readonly ClientFact[], typed: string): ClientFact[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const taken = new Set(chosen.map(keyOf));
  return facts.filter((fact) => !taken.has(keyOf(fact)) && words.every((word) => fact.name?.toLowerCase().includes(word))).slice(0, MOST);
}

/// Where a fact stands in the portal.
export const keyOf = ({ kind, ref }: Pick<ClientFact, "kind" | "ref">): string => `fact-${kind}-${ref ?? ""}`;
