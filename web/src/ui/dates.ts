import { useMemo } from "react";
import { useSession } from "../identity/session";
import { useWords } from "../words/words";

/// Dates and numbers in words, as one reader is used to them. Plain days ("2027-02-01") have no zone; instants are
/// shown in the zone that was asked for. All spaces inside are no-break.
export type Dates = ReturnType<typeof datesIn>;

const plain = /^\d{4}-\d{2}-\d{2}$/;

export function datesIn(locale: string, zone: string, now: string) {
  const format = (options: Intl.DateTimeFormatOptions, utc: boolean) => formatOf(locale, utc ? "UTC" : zone, options);
  const write = (at: string, options: Intl.DateTimeFormatOptions) =>
    format(options, plain.test(at)).format(new Date(at)).replace(/\s/g, "\u00a0");
  const dayOf = (at: string) => (plain.test(at) ? at : isoDay(format(isoParts, false), at));
  const today = dayOf(now);
  const thisYear = (at: string) => dayOf(at).slice(0, 4) === today.slice(0, 4);
  const year = (at: string): Intl.DateTimeFormatOptions => (thisYear(at) ? {} : { year: "numeric" });
  const day = (at: string) => write(at, { day: "numeric", month: "short", ...year(at) });
  const weekday = (at: string) => write(at, { weekday: "short" }).replace(/\.$/, "");
  const self = {
    /// "12 Feb", with the year if it is not this one
    day,
    /// "12 Feb", whatever the year
    dayMonth: (at: string) => write(at, { day: "numeric", month: "short" }),
    /// "Fri"
    weekday,
    /// "Fri 12 Feb"
    weekdayDay: (at: string) => `${weekday(at)}\u00a0${day(at)}`,
    /// "12 February"
    dayLong: (at: string) => write(at, { day: "numeric", month: "long", ...year(at) }),
    /// "Friday 12 February"
    full: (at: string) =>
      `${write(at, { weekday: "long" })}${locale.startsWith("de") ? "," : ""}\u00a0` +
      write(at, { day: "numeric", month: "long", ...year(at) }),
    month: (at: string) => write(at, { month: "short" }).replace(/\.$/, ""),
    /// "14:02"
    time: (at: string) => write(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    /// "today, 14:02" is for the page to say; this is "12 Feb, 14:02"
    moment: (at: string) => `${day(at)}, ${self.time(at)}`,
    /// "12 to 15 Feb"; one day if both are the same
    span: (from: string, to: string) => (dayOf(from) === dayOf(to) ? day(from) : spanOf(from, to)),
    percent: (share: number) => `${Math.round(share * 100)}\u00a0%`,
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    money: (minor: number, currency: string) =>
      new Intl.NumberFormat(locale, { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" })
        .format(minor / 10 ** digitsOf(currency))
        .replace(/\s/g, "\u00a0"),
    isToday: (at: string) => dayOf(at) === today,
    dayOf,
    today,
    zone,
  };
  function spanOf(from: string, to: string) {
    const sameMonth = dayOf(from).slice(0, 7) === dayOf(to).slice(0, 7);
    const first = sameMonth
      ? write(from, { day: "numeric" }) + (locale.startsWith("de") ? "." : "")
      : write(from, { day: "numeric", month: "short" });
    return `${first}\u2013${day(to)}`;
  }
  return self;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/// Kept for as long as the page: to make one takes milliseconds, and each answer of the server brings another today.
function formatOf(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(locale, { ...options, timeZone })));
  return made;
}

/// How many digits stand behind the point of a currency: 2 of euros, none of yen.
export function digitsOf(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

const isoParts: Intl.DateTimeFormatOptions = { year: "numeric", month: "2-digit", day: "2-digit" };

function isoDay(format: Intl.DateTimeFormat, at: string): string {
  const part = Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}`;
}

/// A plain day moved by whole days.
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/// The moment at which a plain day begins in a zone; where the clocks skip midnight, the first moment after it.
export function startOfDay(day: string, zone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const offset = (at: number) => {
    const local = formatOf("sv-SE", zone, { dateStyle: "short", timeStyle: "medium" }).format(at);
    return Date.parse(`${local.replace(" ", "T")}Z`) - at;
  };
  const first = midnight - offset(midnight);
  return new Date(midnight - offset(first)).toISOString().replace(/:\d\d\.\d+Z$/, ":00Z");
}

/// The Monday of the week of a plain day.
export function monday(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/// In the reader's language; the company's zone unless the page is about something with its own.
export function useDates(zone?: string): Dates {
  const { locale } = useWords();
  const session = useSession();
  const chosen = zone ?? session?.company.zone ?? "UTC";
  const now = session?.now ?? new Date().toISOString();
  return useMemo(() => datesIn(locale, chosen, now), [locale, chosen, now]);
}

/// The last moment before another, to be written as a day: what ends at midnight ended the day before.
export const lastMoment = (at: string): string => new Date(Date.parse(at) - 1).toISOString();
