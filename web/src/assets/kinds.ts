import type { Asset } from "../api/types";

export const KINDS = ["server", "storage", "network", "software", "licence", "contract", "power", "other"] as const;

/// Which of its ends is the earliest.
export function whyEnds({ ends, eol, warranty, fullOn }: Asset): "eol" | "warranty" | "full" | "life" {
  if (ends === eol) return "eol";
  if (ends === warranty) return "warranty";
  return ends === fullOn ? "full" : "life";
}
