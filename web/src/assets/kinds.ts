import type { Asset } from "../api/types";

export const KINDS = ["server", "storage", "network", "software", "licence", "contract", "power", "other"] as const;

/// Which of its ends is the earliest.
export function whyEnds({ ends, eol, warranty }: Asset): "eol" | "warranty" | "life" {
  if (ends === eol) return "eol";
  return ends === warranty ? "warranty" : "life";
}
