import type { Update, UpdateFacts, UpdatePromise } from "../api/types";
import type { Dates } from "../ui/dates";
import { lastMoment } from "../ui/dates";

export type Moved = UpdatePromise & { likely: string; likelyWas: string };

/// Promises that are likely by another day than this audience was told last; of the client and of officials alone.
export function movedFor(audience: Update["audience"], facts: UpdateFacts, dates: Pick<Dates, "day">): Moved[] {
  if (audience !== "client" && audience !== "official") return [];
  return facts.promises.filter(
    (promise): promise is Moved =>
      !promise.kept && !!promise.likely && !!promise.likelyWas && dates.day(lastMoment(promise.likely)) !== dates.day(lastMoment(promise.likelyWas)),
  );
}
