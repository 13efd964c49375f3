import type { UpdateFacts, UpdatePromise } from "../api/types";
import { lastMoment, type Dates } from "../ui/dates";

/// The promise that a project is measured by, which an update says first: the last that is still to be kept.
export const promiseOf = (facts: Pick<UpdateFacts, "promises">): UpdatePromise | undefined => facts.promises.filter(({ kept }) => !kept).at(-1);

export type Told = { likely: string; likelyWas: string };

/// Whether its audience was told a likely date before, and there is one now.
export function isTold<T extends Partial<Told>>(of: T): of is T & Told {
  return !!of.likely && !!of.likelyWas;
}

/// By how many days of the calendar the likely date is later than the one that was told; negative if it is earlier.
export function daysMoved({ likely, likelyWas }: Told, dates: Pick<Dates, "dayOf">): number {
  const day = (at: string) => Date.parse(dates.dayOf(lastMoment(at)));
  return Math.round((day(likely) - day(likelyWas)) / 86_400_000);
}
