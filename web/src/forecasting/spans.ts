import { addDays, monday } from "../ui/dates";

export type DayChance = { day: string; by: number };
/// A stretch of days with the chance that all is done within it, and by its end.
export type Span = { from: string; to: string; chance: number; by: number };

/// Days as bars while there is room for so many, else weeks from Monday to Sunday.
export function spansOf(days: readonly DayChance[], most: number): { spans: Span[]; weekly: boolean } {
  const inside = trimmed(days);
  const first = days[days.indexOf(inside[0]!) - 1]?.by ?? 0;
  const stepped = inside.length > 1 && addDays(inside[0]!.day, 1) !== inside[1]!.day;
  if (inside.length <= most && !stepped) {
    let before = first;
    const spans = inside.map(({ day, by }) => {
      const span = { from: day, to: day, chance: by - before, by };
      before = by;
      return span;
    });
    return { spans, weekly: false };
  }
  const weeks = new Map<string, Span>();
  let before = first;
  for (const { day, by } of inside) {
    const from = monday(day);
    const week = weeks.get(from) ?? { from, to: addDays(from, 6), chance: 0, by };
    weeks.set(from, { ...week, chance: week.chance + by - before, by });
    before = by;
  }
  return { spans: [...weeks.values()], weekly: true };
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
