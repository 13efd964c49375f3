import { addDays } from "./dates";

/// A day as people write it, read in their language and near `today`; undefined if it is none.
export function readWrittenDay(text: string, today: string, locale: string): string | undefined {
  const written = text.trim().toLowerCase();
  const later = /^([+-]\d{1,4})$/.exec(written);
  if (later) return addDays(today, Number(later[1]));
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d{1,2})[./\s]\s*(\d{1,2})[./]?\s*(\d{2,4})?$/.exec(written.replace(/^[^\d]+/, ""));
  if (numbers) return near(Number(numbers[1]), Number(numbers[2]), numbers[3], today);
  const named = /^(\d{1,2})\.?\s*(\p{L}{3,})\.?\s*(\d{2,4})?$/u.exec(written.replace(/^[^\d]+/, ""));
  if (named) return near(Number(named[1]), monthNamed(named[2]!, locale), named[3], today);
  const american = /^(?:\p{L}+\s+)?(\p{L}{3,})\.?\s+(\d{1,2})(?:,?\s*(\d{4}))?$/u.exec(written);
  if (american) return near(Number(american[2]), monthNamed(american[1]!, locale), american[3], today);
  return undefined;
}

function monthNamed(name: string, locale: string): number {
  for (const language of [locale, "en-GB"]) {
    const format = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
    for (let month = 0; month < 12; month++) {
      const known = format.format(Date.UTC(2024, month, 1)).toLowerCase();
      if (known.startsWith(name) || name.startsWith(known.slice(0, 3))) return month + 1;
    }
  }
  return 0;
}

// Without a year it is the one that lies nearest, half a year either way.
function near(day: number, month: number, year: string | undefined, today: string): string | undefined {
  if (year) return real(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  const now = Date.parse(`${today}T00:00:00Z`);
  const thisYear = Number(today.slice(0, 4));
  return [thisYear - 1, thisYear, thisYear + 1]
    .map((each) => real(each, month, day))
    .filter((each) => each !== undefined)
    .toSorted((a, b) => Math.abs(Date.parse(a) - now) - Math.abs(Date.parse(b) - now))[0];
}

function real(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const valid = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return valid ? at.toISOString().slice(0, 10) : undefined;
}
