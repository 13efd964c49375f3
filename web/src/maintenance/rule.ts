/// A rule of RFC 5545 as far as simple fields can say it; the text stays what counts.
export type SimpleRule = {
  every: number;
  unit: Unit;
  /// MO to SU; of months at most one
  days: readonly string[];
  /// of months: which of the weekday, or 0 for a day of the month
  nth: number;
  /// of months: 1 to 31 or -1, or 0 for that of the first day
  monthDay: number;
};

export const UNITS = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
export type Unit = (typeof UNITS)[number];
export const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/// Undefined for what the fields have no words for.
export function readRule(text: string): SimpleRule | undefined {
  const parts = new Map(text.toUpperCase().replace(/^RRULE:/, "").split(";").map((part) => part.split("=") as [string, string]));
  const unit = UNITS.find((each) => each === parts.get("FREQ"));
  const every = Number(parts.get("INTERVAL") ?? 1);
  const days = parts.get("BYDAY")?.split(",") ?? [];
  const monthDay = Number(parts.get("BYMONTHDAY") ?? 0);
  for (const name of ["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY"]) parts.delete(name);
  if (!unit || parts.size > 0 || !Number.isInteger(every) || every < 1 || !Number.isInteger(monthDay) || monthDay < -1) return undefined;
  if (unit === "WEEKLY") return monthDay === 0 && days.every(isDay) ? { every, unit, days, nth: 0, monthDay: 0 } : undefined;
  if (unit !== "MONTHLY") return days.length === 0 && monthDay === 0 ? { every, unit, days, nth: 0, monthDay: 0 } : undefined;
  if (days.length === 0) return { every, unit, days, nth: 0, monthDay };
  const found = /^(-1|[1-4])([A-Z]{2})$/.exec(days[0]!);
  return days.length === 1 && monthDay === 0 && found && isDay(found[2]!)
    ? { every, unit, days: [found[2]!], nth: Number(found[1]), monthDay: 0 }
    : undefined;
}

const isDay = (day: string) => (DAYS as readonly string[]).includes(day);

export function writeRule({ every, unit, days, nth, monthDay }: SimpleRule): string {
  const parts = [`FREQ=${unit}`];
  if (every > 1) parts.push(`INTERVAL=${every}`);
  if (unit === "WEEKLY" && days.length > 0) parts.push(`BYDAY=${DAYS.filter((day) => days.includes(day)).join(",")}`);
  if (unit === "MONTHLY" && nth !== 0) parts.push(`BYDAY=${nth}${days[0] ?? "MO"}`);
  else if (unit === "MONTHLY" && monthDay !== 0) parts.push(`BYMONTHDAY=${monthDay}`);
  return parts.join(";");
}
