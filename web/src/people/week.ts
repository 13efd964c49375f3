import type { DayName, Week } from "../api/types";

export const dayNames: readonly DayName[] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];

/// Minutes of the day, the end exclusive; 24:00 is 1440.
export type Stretch = readonly [from: number, to: number];

const written = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|to|bis)\s*(\d{1,2})(?:[:.](\d{2}))?$/;

/// What somebody wrote for one day, as "9-13, 14:00–18:00"; nothing is a free day. Undefined if it can't be read,
/// ends before it begins, or overlaps.
export function readDay(text: string): Stretch[] | undefined {
  const stretches: Stretch[] = [];
  for (const part of text.split(/[,;+]/).map((each) => each.trim().toLowerCase())) {
    if (part === "" || part === "–" || part === "-") continue;
    const found = written.exec(part);
    if (!found) return undefined;
    const from = minutes(found[1]!, found[2]);
    const to = minutes(found[3]!, found[4]);
    if (from === undefined || to === undefined || from >= to) return undefined;
    stretches.push([from, to]);
  }
  stretches.sort((a, b) => a[0] - b[0]);
  return stretches.some(([from], i) => i > 0 && from < stretches[i - 1]![1]) ? undefined : stretches;
}

function minutes(hour: string, minute = "00"): number | undefined {
  const all = Number(hour) * 60 + Number(minute);
  return Number(minute) > 59 || all > 1440 ? undefined : all;
}

/// As the API wants a day: "09:00-13:00".
export const asRanges = (stretches: readonly Stretch[]): string[] =>
  stretches.map(([from, to]) => `${clock(from)}-${clock(to)}`);

const clock = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
const two = (value: number) => String(value).padStart(2, "0");

/// As people say a day: "9–13, 14–18:30".
export const dayInWords = (stretches: readonly Stretch[]): string =>
  stretches.map(([from, to]) => `${short(from)}–${short(to)}`).join(", ");

const short = (minute: number) =>
  minute % 60 === 0 ? String(minute / 60) : `${Math.floor(minute / 60)}:${two(minute % 60)}`;

export const stretchesOf = (week: Week | undefined, day: DayName): Stretch[] =>
  readDay((week?.[day] ?? []).join(",")) ?? [];

/// Working minutes of a week.
export const weekMinutes = (week: Week | undefined): number =>
  dayNames.reduce((sum, day) => sum + dayMinutes(stretchesOf(week, day)), 0);

export const dayMinutes = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, [from, to]) => sum + to - from, 0);

/// Neighbouring days with the same hours in one: [["monday", "thursday", …], ["friday", "friday", …]].
export function weekInGroups(week: Week | undefined): { first: DayName; last: DayName; hours: string }[] {
  const groups: { first: DayName; last: DayName; hours: string }[] = [];
  let before = "";
  for (const day of dayNames) {
    const hours = dayInWords(stretchesOf(week, day));
    const group = groups.at(-1);
    if (hours !== "" && hours === before && group) group.last = day;
    else if (hours !== "") groups.push({ first: day, last: day, hours });
    before = hours;
  }
  return groups;
}

/// "Mon–Thu 9–13, 14–18; Fri 9–14", with the days as the language shortens them.
export function weekInWords(week: Week | undefined, locale: string): string {
  return weekInGroups(week)
    .map(({ first, last, hours }) => {
      const days = first === last ? dayShort(first, locale) : `${dayShort(first, locale)}–${dayShort(last, locale)}`;
      return `${days} ${hours}`;
    })
    .join("; ");
}

// 2024 began on a Monday.
const dayAt = (day: DayName) => new Date(Date.UTC(2024, 0, 1 + dayNames.indexOf(day)));

export const dayShort = (day: DayName, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(dayAt(day)).replace(/\.$/, "");

export const dayLong = (day: DayName, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(dayAt(day));

/// 2310 is "38.5" or "38,5".
export const hoursInWords = (minute: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(minute / 60);
