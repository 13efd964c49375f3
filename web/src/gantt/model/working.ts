import type { Week } from "./types";
import type { Zone } from "./zone";

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The project's working time, to shade days and to turn a stretch on the chart into minutes of work. The engine has
/// the last word on dates: people have calendars of their own.
export class Working {
  private readonly week: [number, number][][];
  private readonly exceptions: Map<string, [number, number][]>;

  constructor(
    private readonly zone: Zone,
    calendar: { week: Week; exceptions?: Record<string, string[]> },
  ) {
    this.week = DAYS.map((day) => ranges(calendar.week[day] ?? []));
    this.exceptions = new Map(Object.entries(calendar.exceptions ?? {}).map(([day, each]) => [day, ranges(each)]));
  }

  on(day: number): [number, number][] {
    return this.exceptions.get(this.zone.iso(day)) ?? this.week[this.zone.weekday(day)]!;
  }

  /// Free although its day of the week is worked.
  isHoliday(day: number): boolean {
    return this.on(day).length === 0 && this.week[this.zone.weekday(day)]!.length > 0;
  }

  isOff(day: number): boolean {
    return this.on(day).length === 0;
  }

  /// Days of the week that are free, 0 is Monday.
  freeWeekdays(): number[] {
    return this.week.flatMap((day, i) => (day.length === 0 ? [i] : []));
  }

  /// Working minutes of the commonest day; 480 if none is worked.
  minutesOfADay(): number {
    const counts = new Map<number, number>();
    for (const day of this.week) {
      const minutes = total(day);
      if (minutes > 0) counts.set(minutes, (counts.get(minutes) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 480;
  }

  daysOfAWeek(): number {
    return this.week.filter((day) => day.length > 0).length || 5;
  }

  /// Working minutes from one instant to a later one.
  between(from: number, to: number): number {
    let minutes = 0;
    const last = this.zone.day(to);
    for (let day = this.zone.day(from); day <= last; day++) {
      for (const [begin, end] of this.on(day)) {
        const a = Math.max(from, this.zone.at(day, begin));
        const b = Math.min(to, this.zone.at(day, end));
        if (b > a) minutes += (b - a) / 60_000;
      }
    }
    return Math.round(minutes);
  }

  /// When the first work of a day begins, or its midnight if none does.
  firstMinute(day: number): number {
    return this.zone.at(day, this.on(day)[0]?.[0] ?? 0);
  }

  lastMinute(day: number): number {
    return this.zone.at(day, this.on(day).at(-1)?.[1] ?? 24 * 60);
  }
}

function ranges(texts: string[]): [number, number][] {
  return texts.map((text) => {
    const [from, to] = text.split("-");
    return [minute(from!), minute(to!)];
  });
}

function minute(text: string): number {
  const [hours, minutes] = text.split(":");
  return Number(hours) * 60 + Number(minutes);
}

function total(day: [number, number][]): number {
  return day.reduce((sum, [from, to]) => sum + to - from, 0);
}
