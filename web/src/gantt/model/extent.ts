import type { Kind, Range } from "./types";

export type Days = { minutesOfADay: number; daysOfAWeek: number };
export type Extent = { kind: Exclude<Kind, "summary">; minutes?: number; range?: Range | null };

/// "5d", "4h", "1,5 w", "90min", "3 Tage"; "3ed" is elapsed time; 0 is a milestone. Undefined if it can't be read.
/// "2d - 6d" is a range, estimated at its middle; "2d - 3d - 6d" has the likeliest between least and most. A unit that
/// only the last has counts for all: "2 - 6 d".
export function parseExtent(text: string, kind: Kind, days: Days): Extent | undefined {
  const parts = text.split(/\s*(?:[-–—]|\.\.)\s*/);
  if (parts.length === 1) return parseOne(text, kind, days);
  if (parts.length > 3) return undefined;
  const unit = /[a-zäöü.]*\s*$/i.exec(parts.at(-1)!)![0];
  const read = parts.map((part) => parseOne(/\d\s*$/.test(part) ? part + unit : part, kind, days));
  const low = read[0];
  const high = read.at(-1);
  if (!low?.minutes || !high?.minutes || low.minutes >= high.minutes) return undefined;
  const minutes = read.length === 3 ? read[1]?.minutes : middle(low.minutes, high.minutes);
  if (!minutes || minutes < low.minutes || minutes > high.minutes) return undefined;
  return { ...high, minutes, range: { low: low.minutes, high: high.minutes } };
}

/// On a logarithmic scale, as work scatters; in quarters of an hour, from four hours up in whole hours.
function middle(low: number, high: number): number {
  const exact = Math.sqrt(low * high);
  const step = exact < 240 ? 15 : 60;
  return Math.min(high, Math.max(low, Math.round(exact / step) * step));
}

/// What to write for what was read: a range that the new estimate has left, or of another measure, no longer stands.
export function setExtent(read: Extent, kind: Kind, before: Range | undefined): Extent {
  if (read.range || !before) return read;
  const encloses = read.kind === kind && read.minutes !== undefined && before.low <= read.minutes && read.minutes <= before.high;
  return encloses ? read : { ...read, range: null };
}

function parseOne(text: string, kind: Kind, days: Days): Extent | undefined {
  const found = /^\s*(\d+(?:[.,]\d+)?)\s*(e?)\s*([a-zäöü]*)\.?\s*$/i.exec(text);
  if (!found) return undefined;
  const amount = Number(found[1]!.replace(",", "."));
  if (amount === 0) return { kind: "milestone" };
  const elapsed = found[2] === "e" || kind === "elapsed";
  const unit = unitOf(found[3]!.toLowerCase());
  if (!unit) return undefined;
  const minutes = Math.round(amount * minutesOf(unit, elapsed ? { minutesOfADay: 1440, daysOfAWeek: 7 } : days));
  if (minutes < 1) return undefined;
  return { kind: elapsed ? "elapsed" : kind === "duration" ? "duration" : "effort", minutes };
}

/// The shortest exact form: "5 d", "4 h", "1 w 2 d" is never needed.
export function formatExtent(kind: Kind, minutes: number | undefined, days: Days, units: Units): string {
  if (kind === "milestone" || kind === "summary" || minutes === undefined) return "";
  const by = kind === "elapsed" ? { minutesOfADay: 1440, daysOfAWeek: 7 } : days;
  const text = amount(minutes, by, units);
  return kind === "elapsed" ? `${text}${units.elapsed}` : text;
}

/// With how sure it is, where a range says so: "2 d – 3 d – 6 d".
export function formatRanged(kind: Kind, minutes: number | undefined, range: Range | undefined, days: Days, units: Units): string {
  const middle = formatExtent(kind, minutes, days, units);
  if (!range || !middle || minutes! < range.low || minutes! > range.high) return middle;
  return [formatExtent(kind, range.low, days, units), middle, formatExtent(kind, range.high, days, units)].join(" – ");
}

export type Units = { m: string; h: string; d: string; w: string; elapsed: string; locale: string };

const formats = new Map<string, Intl.NumberFormat>();

/// A format takes longer to make than a row to draw, so each is made once.
function formatOf(locale: string): Intl.NumberFormat {
  let format = formats.get(locale);
  if (!format) formats.set(locale, (format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false })));
  return format;
}

function amount(minutes: number, days: Days, units: Units): string {
  const number = (value: number) => formatOf(units.locale).format(value);
  const week = days.minutesOfADay * days.daysOfAWeek;
  if (minutes % week === 0 && minutes >= 2 * week) return `${number(minutes / week)}\u00a0${units.w}`;
  if (minutes >= days.minutesOfADay / 2 && (minutes * 4) % days.minutesOfADay === 0)
    return `${number(minutes / days.minutesOfADay)}\u00a0${units.d}`;
  if (minutes % 6 === 0) return `${number(minutes / 60)}\u00a0${units.h}`;
  return `${number(minutes)}\u00a0${units.m}`;
}

type Unit = "m" | "h" | "d" | "w" | "mo";

function unitOf(word: string): Unit | undefined {
  if (word === "" || /^(d|day|days|t|tag|tage|tagen)$/.test(word)) return "d";
  if (/^(h|hr|hrs|hour|hours|std|stunde|stunden)$/.test(word)) return "h";
  if (/^(w|wk|week|weeks|woche|wochen)$/.test(word)) return "w";
  if (/^(m|min|mins|minute|minutes|minuten)$/.test(word)) return "m";
  if (/^(mo|mon|month|months|monat|monate)$/.test(word)) return "mo";
  return undefined;
}

function minutesOf(unit: Unit, days: Days): number {
  switch (unit) {
    case "m":
      return 1;
    case "h":
      return 60;
    case "d":
      return days.minutesOfADay;
    case "w":
      return days.minutesOfADay * days.daysOfAWeek;
    case "mo":
      return days.minutesOfADay * days.daysOfAWeek * 4;
  }
}
