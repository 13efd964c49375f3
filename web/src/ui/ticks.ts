import { addDays, startOfDay, type Dates } from "./dates";
import type { Scale } from "./scale";

/// A day at which an axis of time is written on; `strong` where a year begins.
export type Tick = { at: number; x: number; day: string; label: string; strong: boolean };

type Unit = "day" | "month" | "year";
/// How a day is written; `first` if no other before it lies in its month.
type SayDay = (day: string, first: boolean) => string;

const STEPS: readonly [number, Unit][] = [
  [1, "day"], [2, "day"], [7, "day"], [14, "day"],
  [1, "month"], [2, "month"], [3, "month"], [6, "month"],
  [1, "year"], [2, "year"], [5, "year"], [10, "year"], [20, "year"], [50, "year"], [100, "year"],
];
const DAY = 86_400_000;
/// No words are narrower, with what keeps them apart, in pixels.
const LEAST = 24;
/// Of an axis' letters, in pixels, rather too wide than too narrow.
const LETTER = 5.9;
const APART = 9;

/// What to write below an axis: days, weeks, months or years, the closest of them whose words all find room, each from
/// its tick to the right. A last one that would be cut off is left out.
export function ticksOf(scale: Scale, dates: Dates, sayDay: SayDay = dates.dayMonth): Tick[] {
  const inside = ({ x, label }: Tick) => x + wide(label) <= scale.width;
  for (const [step, unit] of STEPS) {
    if (scale.to - scale.from > (scale.width / LEAST) * step * { day: 1, month: 31, year: 366 }[unit] * DAY) continue;
    const ticks = said(daysOf(scale, step, unit, dates), unit, scale, dates, sayDay);
    if (ticks.every((tick, i) => i === 0 || clear(ticks[i - 1]!, tick)) && ticks.some(inside)) return ticks.filter(inside);
  }
  // So little room that no step falls upon it.
  return said([addDays(dates.dayOf(new Date(scale.from).toISOString()), 1)], "day", scale, dates, sayDay).filter(inside);
}

const clear = (left: Tick, right: Tick) => left.x + wide(left.label) + APART <= right.x;

/// How wide words are below an axis, about.
export const wide = (text: string): number => text.length * LETTER;

/// Each day's place in a long series is the same whatever the axis begins with, so that ticks don't jump as time goes on.
function daysOf({ from, to }: Scale, step: number, unit: Unit, dates: Dates): string[] {
  const first = dates.dayOf(new Date(from).toISOString());
  const last = dates.dayOf(new Date(to).toISOString());
  const days = [];
  for (let day = begin(first, step, unit); day <= last; day = next(day, step, unit)) days.push(day);
  return days.filter((day) => day >= first);
}

function begin(day: string, step: number, unit: Unit): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
  if (unit === "year") return iso(year - (year % step), 0);
  if (unit === "month") return iso(year, month - (month % step));
  if (step === 1) return day;
  // 29 December 1969 was a Monday.
  const passed = Math.round(Date.parse(`${day}T00:00:00Z`) / DAY) + 3;
  return addDays(day, -(((passed % step) + step) % step));
}

function next(day: string, step: number, unit: Unit): string {
  if (unit === "day") return addDays(day, step);
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
  return unit === "month" ? iso(year, month + step) : iso(year + step, 0);
}

const iso = (year: number, month: number) => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);

/// The year is written where it is another than the one before it, or than this one; months of January are their year.
function said(days: readonly string[], unit: Unit, scale: Scale, dates: Dates, sayDay: SayDay): Tick[] {
  const ticks: Tick[] = [];
  let before = dates.today;
  for (const day of days) {
    const at = Date.parse(startOfDay(day, dates.zone));
    if (at < scale.from || at >= scale.to) continue;
    const year = day.slice(0, 4);
    const other = year !== before.slice(0, 4);
    const january = unit === "month" && day.slice(5, 7) === "01";
    const first = ticks.length === 0 || day.slice(0, 7) !== before.slice(0, 7);
    const plain = unit === "year" || january ? year : unit === "month" ? dates.month(day) : sayDay(day, first);
    const label = other && unit !== "year" && !january ? `${plain}\u00a0${year}` : plain;
    ticks.push({ at, x: scale.x(at), day, label, strong: january });
    before = day;
  }
  return ticks;
}
