import type { Vacancy } from "../api/types";
import { useDates } from "../ui/dates";
import { useWords } from "../words/words";

export type VacancyState = "draft" | "open" | "over" | "closed";

/// Where it stands on a day.
export function stateOf({ published, closed, validUntil }: Pick<Vacancy, "published" | "closed" | "validUntil">, today: string): VacancyState {
  if (!published) return "draft";
  if (closed) return "closed";
  return validUntil < today ? "over" : "open";
}

/// The same in words.
export function useVacancyState(): (vacancy: Vacancy) => string {
  const { t } = useWords();
  const dates = useDates();
  return (vacancy) => t(`vacancy.state.${stateOf(vacancy, dates.today)}`, { until: dates.dayLong(vacancy.validUntil) });
}

/// What somebody has written into a vacancy and not saved, and the vacancy that they saw when they began.
export type VacancyDraft = { parts: Partial<Vacancy>; seen: Vacancy };

/// With one part more; the rest of the vacancy may change meanwhile without taking away what was written.
export const changed = (draft: VacancyDraft | undefined, now: Vacancy, part: Partial<Vacancy>): VacancyDraft => ({ parts: { ...draft?.parts, ...part }, seen: draft?.seen ?? now });

/// The version that is saved over: of now, unless somebody else has written into the same parts since.
export function seen(draft: VacancyDraft | undefined, now: Vacancy): number {
  const same = (key: string) => draft?.seen[key as keyof Vacancy] === now[key as keyof Vacancy];
  return draft && !Object.keys(draft.parts).every(same) ? draft.seen.version : now.version;
}
