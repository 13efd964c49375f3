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
