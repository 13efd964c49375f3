import { addDays, monday } from "../ui/dates";

export type DayChance = { day: string; by: number };
/// A stretch of days with the chance that all is done within it, and by its end.
export type Span = { from: string; to: string; chance: number; by: number };

export type SpanUnit = "day" | "week" | "month" | "quarter" | "year";

/// Days as bars while there is room for so many, else weeks from Monday to Sunday, else months, quarters or years.
export function spansOf(days: readonly DayChance[], most: number): { spans: Span[]; unit: SpanUnit } {
  const inside = trimmed(days);
  const before = days[days.indexOf(inside[0]!) - 1]?.by ?? 0;
  const stepped = inside.length > 1 && addDays(inside[0]!.day, 1) !== inside[1]!.day;
  const reaches = (each: number) => Math.ceil((Date.parse(inside.at(-1)!.day) - Date.parse(inside[0]!.day)) / DAY / each) <= most;
  if (inside.length <= most && !stepped) return { spans: gathered(inside, before, (day) => [day, day]), unit: "day" };
  if (reaches(7)) return { spans: gathered(inside, before, (day) => [monday(day), addDays(monday(day), 6)]), unit: "week" };
  const [unit, months] = reaches(31) ? (["month", 1] as const) : reaches(92) ? (["quarter", 3] as const) : (["year", 12] as const);
  return { spans: gathered(inside, before, (day) => monthsAround(day, months)), unit };
}

const DAY = 86_400_000;

/// The days of each stretch put together; `before` is the chance by the end of the day before the first.
function gathered(days: readonly DayChance[], before: number, stretch: (day: string) => [string, string]): Span[] {
  const spans = new Map<string, Span>();
  let known = before;
  for (const { day, by } of days) {
    const [from, to] = stretch(day);
    const span = spans.get(from) ?? { from, to, chance: 0, by };
    spans.set(from, { ...span, chance: span.chance + by - known, by });
    known = by;
  }
  return [...spans.values()];
}

function monthsAround(day: string, months: number): [string, string] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
  const first = month - (month % months);
  const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
  return [iso(Date.UTC(year, first, 1)), iso(Date.UTC(year, first + months, 0))];
}

/// Without what lies out at either end in fewer than one of two hundred runs.
function trimmed(days: readonly DayChance[]): DayChance[] {
  const seldom = 0.005;
  const first = days.findIndex(({ by }) => by > seldom);
  const last = days.findIndex(({ by }) => by >= 1 - seldom);
  return days.slice(Math.max(0, first - 1), last < 0 ? days.length : last + 1);
}

/// The first day by whose end all is done with at least this chance.
export const dayOf = (days: readonly DayChance[], chance: number): string | undefined => days.find(({ by }) => by >= chance)?.day;

/// The chance that all is done by the end of a day.
export function chanceBy(days: readonly DayChance[], day: string): number {
  let known = 0;
  for (const each of days) {
    if (each.day > day) break;
    known = each.by;
  }
  return known;
}
