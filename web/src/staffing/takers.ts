import type { Candidate } from "../api/types";

export const KINDS = ["projectManager", "technicalSoftware", "technicalInfrastructure"] as const;

/// What is searched for, as it stands in the fields.
export type Sifting = { kind?: string; share: string; skill?: string; field?: string; certificate?: string; free?: string; rate?: string };

/// The same for the server, which counts rates in cents; what is empty is left out.
export function queryOf({ rate, ...others }: Sifting): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(others)) if (value?.trim()) asked.set(name, value.trim());
  if (rate?.trim()) asked.set("rate", String(Math.round(Number(rate) * 100)));
  return asked.toString();
}

/// The same for those from outside, of whom nobody knows time and rate.
export function outsideQueryOf({ skill, field, certificate }: Sifting): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries({ skill, field, certificate })) if (value?.trim()) asked.set(name, value.trim());
  return asked.toString();
}

/// One's own people: who is what is needed, who is near it, and all others; then freelancers. No order within but the
/// name.
export function groupOf({ fit, freelance }: Pick<Candidate, "fit" | "freelance">): "fits" | "near" | "other" | "freelance" {
  if (freelance) return "freelance";
  if (fit.whole) return "fits";
  return fit.criteria.some(({ must, met }) => must && met) ? "near" : "other";
}
