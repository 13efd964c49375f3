import type { Zone } from "../model/zone";

const DAY = 86_400_000;

export type Zoom = "day" | "week" | "month" | "quarter" | "year";
export const ZOOMS: Zoom[] = ["day", "week", "month", "quarter", "year"];

/// Pixels of a day at each zoom.
const PER_DAY: Record<Zoom, number> = { day: 56, week: 7.36, month: 2.6, quarter: 1.15, year: 0.42 };

/// Time to pixels, from the left edge of the chart.
export class Scale {
  readonly perDay: number;

  constructor(
    readonly from: number,
    readonly to: number,
    readonly zoom: Zoom,
    perDay?: number,
  ) {
    this.perDay = perDay ?? PER_DAY[zoom];
  }

  get width(): number {
    return Math.ceil(((this.to - this.from) / DAY) * this.perDay);
  }

  x(at: number): number {
    return ((at - this.from) / DAY) * this.perDay;
  }

  at(x: number): number {
    return this.from + (x / this.perDay) * DAY;
  }

  /// Minutes to which a drag snaps.
  get snap(): number {
    return this.perDay >= 40 ? 60 : 24 * 60;
  }
}

/// The zoom whose ticks suit a density best.
export function zoomOf(perDay: number): Zoom {
  return ZOOMS.find((zoom) => perDay >= PER_DAY[zoom] * 0.62) ?? "year";
}

export type Tick = { x: number; text: string };
export type Ruler = { headings: Tick[]; ticks: Tick[] };

/// Headings and ticks between two x, whole periods of the project's wall clock.
export function ruler(scale: Scale, zone: Zone, left: number, right: number): Ruler {
  const first = zone.day(scale.at(left));
  const last = zone.day(scale.at(right)) + 1;
  switch (scale.zoom) {
    case "day":
      return { headings: months(scale, zone, first, last, 7), ticks: days(scale, zone, first, last) };
    case "week":
      return { headings: months(scale, zone, first, last, 1), ticks: weeks(scale, zone, first, last) };
    case "month":
      return { headings: years(scale, zone, first, last), ticks: periods(scale, zone, first, last, 1) };
    case "quarter":
    case "year":
      return {
        headings: years(scale, zone, first, last),
        ticks: periods(scale, zone, first, last, scale.zoom === "quarter" ? 1 : 3),
      };
  }
}

function days(scale: Scale, zone: Zone, first: number, last: number): Tick[] {
  const ticks: Tick[] = [];
  for (let day = first; day <= last; day++)
    ticks.push({ x: scale.x(zone.midnight(day)), text: `${zone.text(day, "weekday")} ${zone.calendar(day).date}` });
  return ticks;
}

function weeks(scale: Scale, zone: Zone, first: number, last: number): Tick[] {
  const ticks: Tick[] = [];
  for (let day = first - zone.weekday(first); day <= last; day += 7)
    ticks.push({ x: scale.x(zone.midnight(day)), text: String(zone.calendar(day).date) });
  return ticks;
}

/// Whole months; the year where it begins, and on the first one that shows.
function months(scale: Scale, zone: Zone, first: number, last: number, _every: number): Tick[] {
  return eachMonth(zone, first, last, 1).map((day, i) => ({
    x: scale.x(zone.midnight(day)),
    text: zone.text(day, i === 0 || zone.calendar(day).month === 0 ? "monthYear" : "monthLong"),
  }));
}

function periods(scale: Scale, zone: Zone, first: number, last: number, step: number): Tick[] {
  return eachMonth(zone, first, last, step).map((day) => ({
    x: scale.x(zone.midnight(day)),
    text: step === 1 ? zone.text(day, "month") : `Q${zone.calendar(day).month / 3 + 1}`,
  }));
}

function years(scale: Scale, zone: Zone, first: number, last: number): Tick[] {
  const ticks: Tick[] = [];
  for (let year = zone.calendar(first).year; year <= zone.calendar(last).year; year++)
    ticks.push({ x: scale.x(zone.midnight(Date.UTC(year, 0, 1) / DAY)), text: String(year) });
  return ticks;
}

function eachMonth(zone: Zone, first: number, last: number, step: number): number[] {
  const result: number[] = [];
  const begin = zone.calendar(first);
  for (let month = begin.month - (begin.month % step), year = begin.year; ; month += step) {
    const day = Date.UTC(year, month, 1) / DAY;
    if (day > last) return result;
    result.push(day);
  }
}
