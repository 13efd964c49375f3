import type { Zone } from "../model/zone";

const DAY = 86_400_000;

/// A day as people type it: 2027-03-12, 12.3., 12.3.27, 12/3/2027, 12 Mar, +5 (days from today), today. As days since
/// 1970; undefined if it is none.
export function parseDay(text: string, zone: Zone, now: number): number | undefined {
  const today = zone.day(now);
  const typed = text.trim().toLowerCase();
  if (/^(today|heute)$/.test(typed)) return today;
  const relative = /^([+-]\d{1,4})\s*d?$/.exec(typed);
  if (relative) return today + Number(relative[1]);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{2}|\d{4})?)?$/.exec(typed);
  if (numbers) return near(Number(numbers[1]), Number(numbers[2]), numbers[3], today);
  const named = /^(\d{1,2})\.?\s+([a-zäöü]{3,})\.?(?:\s+(\d{2}|\d{4}))?$/.exec(typed);
  if (!named) return undefined;
  const month = MONTHS.findIndex((names) => names.some((name) => name.startsWith(named[2]!)));
  return month < 0 ? undefined : near(Number(named[1]), month + 1, named[3], today);
}

const MONTHS = [
  ["january", "januar"],
  ["february", "februar"],
  ["march", "märz", "mrz"],
  ["april"],
  ["may", "mai"],
  ["june", "juni"],
  ["july", "juli"],
  ["august"],
  ["september"],
  ["october", "oktober"],
  ["november"],
  ["december", "dezember"],
];

/// Without a year, the one that lies within half a year of today.
function near(date: number, month: number, year: string | undefined, today: number): number | undefined {
  if (year !== undefined) return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, date);
  const thisYear = new Date(today * DAY).getUTCFullYear();
  const candidates = [thisYear - 1, thisYear, thisYear + 1]
    .map((each) => dayOf(each, month, date))
    .filter((each) => each !== undefined);
  return candidates.sort((a, b) => Math.abs(a - today) - Math.abs(b - today))[0];
}

function dayOf(year: number, month: number, date: number): number | undefined {
  const at = new Date(Date.UTC(year, month - 1, date));
  const real = at.getUTCMonth() === month - 1 && at.getUTCDate() === date && year >= 1970 && year < 2200;
  return real ? at.getTime() / DAY : undefined;
}
