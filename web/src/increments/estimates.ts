import { formatRanged, parseExtent, type Extent } from "../gantt/model/extent";
import type { Estimating } from "../api/types";
import { useWords } from "../words/words";

export type Amount = { minutes: number; low?: number; high?: number };
type Measured = { kind?: string; minutes?: number; low?: number; high?: number };
type Kind = Extent["kind"];

const DAYS = { minutesOfADay: 480, daysOfAWeek: 5 };

/// Estimates as they are written in plans: `2d`, `2d - 6d`, `2d - 3d - 6d`; undefined for what is none of this measure.
export function readAmount(text: string, kind: string): Amount | undefined {
  const read = parseExtent(text, kind as Kind, DAYS);
  if (!read?.minutes || read.kind !== kind) return undefined;
  return { minutes: read.minutes, ...(read.range ? { low: read.range.low, high: read.range.high } : {}) };
}

/// What a round is likely to agree on: from the least that anybody thought to the most, around the middle.
export function proposedOf(of: Pick<Estimating, "rounds">): Amount | undefined {
  const round = of.rounds[0];
  if (!round) return undefined;
  const low = Math.min(...round.estimates.map((each) => each.low ?? each.minutes));
  const high = Math.max(...round.estimates.map((each) => each.high ?? each.minutes));
  return low < high ? { minutes: round.middle, low, high } : { minutes: round.middle };
}

export function useAmounts() {
  const { t, locale } = useWords();
  const units = { m: t("planning.unit.m"), h: t("planning.unit.h"), d: t("planning.unit.d"), w: t("planning.unit.w"), elapsed: t("planning.unit.elapsed"), locale };
  const say = ({ kind, minutes, low, high }: Measured): string =>
    formatRanged((kind ?? "effort") as Kind, minutes, low !== undefined && high !== undefined ? { low, high } : undefined, DAYS, units);
  return { say, proposed: proposedOf };
}
