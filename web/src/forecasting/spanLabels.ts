import type { Dates } from "../ui/dates";
import { wide } from "../ui/ticks";
import type { Span, SpanUnit } from "./spans";

/// What is written below the bar of a place.
export type SpanLabel = { i: number; label: string };

const APART = 8;

/// Below bars of `step` pixels, each in the middle of its own: every one, or as many as there is room for.
export function labelsOf(spans: readonly Span[], unit: SpanUnit, step: number, dates: Dates): SpanLabel[] {
  if (unit === "day") {
    const every = Math.max(1, Math.ceil(22 / step));
    return spans.map(({ from }, i) => ({ i, label: String(Number(from.slice(8))) })).filter(({ i }) => i % every === 0 && !isOff(spans[i]!.from));
  }
  for (let every = 1; ; every++) {
    const labels = written(spans, unit, every, dates);
    const clear = labels.every(({ i, label }, n) => n === 0 || (i - labels[n - 1]!.i) * step >= (wide(label) + wide(labels[n - 1]!.label)) / 2 + APART);
    if (clear) return labels;
  }
}

/// The month at the first of its days, unless the next is too close or the end.
export function monthsOf(days: readonly Span[], step: number, dates: Dates): SpanLabel[] {
  const firsts = days.flatMap(({ from }, i) => (i === 0 || from.slice(0, 7) !== days[i - 1]!.from.slice(0, 7) ? [i] : []));
  return firsts
    .map((i) => ({ i, label: withYear(dates.month(days[i]!.from), days[i]!.from, dates.today) }))
    .filter(({ i, label }, n) => wide(label) + APART <= ((firsts[n + 1] ?? days.length) - i) * step);
}

export const isOff = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

function written(spans: readonly Span[], unit: SpanUnit, every: number, dates: Dates): SpanLabel[] {
  let before = dates.today;
  return spans.flatMap(({ from }, i) => {
    if (i % every !== 0) return [];
    const label = named(from, unit, before, dates);
    before = from;
    return [{ i, label }];
  });
}

function named(day: string, unit: SpanUnit, before: string, dates: Dates): string {
  if (unit === "year" || (unit !== "week" && day.slice(5, 7) === "01")) return day.slice(0, 4);
  return withYear(unit === "week" ? dates.dayMonth(day) : dates.month(day), day, before);
}

const withYear = (label: string, day: string, before: string) => (day.slice(0, 4) === before.slice(0, 4) ? label : `${label}\u00a0${day.slice(0, 4)}`);
