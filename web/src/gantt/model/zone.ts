const DAY = 86_400_000;
const HOUR = 3_600_000;

/// The wall clock of one time zone, with what is asked often kept: charts ask for the same days again and again.
export class Zone {
  private readonly parts: Intl.DateTimeFormat;
  private readonly ofDays = new Map<number, number>();
  private readonly ofHours = new Map<number, number>();
  private readonly texts = new Map<string, Map<number, string>>();
  private readonly formats = new Map<string, Intl.DateTimeFormat>();

  /// The one of that name, with what it knows already.
  static of(name: string, locale: string): Zone {
    const key = `${name} ${locale}`;
    let zone = zones.get(key);
    if (!zone) zones.set(key, (zone = new Zone(name, locale)));
    return zone;
  }

  constructor(
    readonly name: string,
    readonly locale: string,
  ) {
    this.parts = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  }

  /// Milliseconds that the wall clock is ahead of UTC at an instant. A day that begins and ends with the same has it all
  /// through; only where clocks change is each hour asked for.
  offset(at: number): number {
    const day = Math.floor(at / DAY);
    let offset = this.ofDays.get(day);
    if (offset === undefined) {
      const begins = this.ofHour(day * 24);
      offset = begins === this.ofHour(day * 24 + 24) ? begins : NaN;
      this.ofDays.set(day, offset);
    }
    return Number.isNaN(offset) ? this.ofHour(Math.floor(at / HOUR)) : offset;
  }

  private ofHour(hour: number): number {
    let offset = this.ofHours.get(hour);
    if (offset === undefined) {
      const part: Record<string, number> = {};
      for (const each of this.parts.formatToParts(hour * HOUR)) part[each.type] = Number(each.value);
      const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
      this.ofHours.set(hour, (offset = wall - hour * HOUR));
    }
    return offset;
  }

  /// The local day of an instant, as days since 1970-01-01.
  day(at: number): number {
    return Math.floor((at + this.offset(at)) / DAY);
  }

  /// When a local day begins.
  midnight(day: number): number {
    const wall = day * DAY;
    const guess = wall - this.offset(wall);
    return wall - this.offset(guess);
  }

  /// Minutes since local midnight.
  minuteOfDay(at: number): number {
    return Math.floor((((at + this.offset(at)) % DAY) + DAY) % DAY / 60_000);
  }

  /// The instant of a minute on the wall clock of a day.
  at(day: number, minute: number): number {
    const wall = day * DAY + minute * 60_000;
    const guess = wall - this.offset(wall);
    return wall - this.offset(guess);
  }

  /// 0 is Monday.
  weekday(day: number): number {
    return (((day + 3) % 7) + 7) % 7;
  }

  iso(day: number): string {
    return new Date(day * DAY).toISOString().slice(0, 10);
  }

  /// Year, month (0–11) and day of the month of a local day.
  calendar(day: number): { year: number; month: number; date: number } {
    const at = new Date(day * DAY);
    return { year: at.getUTCFullYear(), month: at.getUTCMonth(), date: at.getUTCDate() };
  }

  /// "11 Jan"; with the year where it isn't that of `like`.
  short(day: number, like?: number): string {
    const other = like !== undefined && this.calendar(day).year !== this.calendar(like).year;
    return this.text(day, other ? "shortYear" : "short");
  }

  /// "Mon 11 January".
  long(day: number): string {
    return this.text(day, "long");
  }

  /// "Monday 11 January".
  spoken(day: number): string {
    return this.text(day, "spoken");
  }

  text(day: number, form: keyof typeof FORMS): string {
    let kept = this.texts.get(form);
    if (!kept) this.texts.set(form, (kept = new Map()));
    let text = kept.get(day);
    if (text === undefined) {
      let format = this.formats.get(form);
      if (!format) {
        format = new Intl.DateTimeFormat(this.locale, { ...FORMS[form], timeZone: "UTC" });
        this.formats.set(form, format);
      }
      kept.set(day, (text = format.format(day * DAY).replaceAll(",", "").replaceAll(" ", "\u00a0")));
    }
    return text;
  }

  /// "09:00".
  time(at: number): string {
    const minute = this.minuteOfDay(at);
    return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  }

  /// The last day of something that ends then: what ends at midnight ended with the day before.
  lastDay(end: number): number {
    return this.day(end - 1);
  }
}

const zones = new Map<string, Zone>();

const FORMS = {
  short: { day: "numeric", month: "short" },
  shortYear: { day: "numeric", month: "short", year: "2-digit" },
  long: { weekday: "short", day: "numeric", month: "long" },
  longYear: { weekday: "short", day: "numeric", month: "long", year: "numeric" },
  spoken: { weekday: "long", day: "numeric", month: "long" },
  month: { month: "short" },
  monthLong: { month: "long" },
  monthYear: { month: "long", year: "numeric" },
  date: { day: "numeric" },
  weekday: { weekday: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
