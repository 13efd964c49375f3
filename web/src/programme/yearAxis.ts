import { scaleOf, type Scale } from "../ui/scale";

/// Quarters under which assets, programmes and money are drawn: whole years from the one before this on.
export type YearAxis = Scale & { quarters: { day: string; x: number; year?: number; name: string }[] };

/// From the first day of the year before `today` to the end of the year of `until`; days as "2027-02-01".
export function yearAxis(today: string, until: string, width: number): YearAxis {
  const first = Number(today.slice(0, 4)) - 1;
  const last = Math.max(first, Number(until.slice(0, 4)));
  const scale = scaleOf(Date.UTC(first, 0, 1), Date.UTC(last + 1, 0, 1), width);
  const quarters = [];
  for (let year = first; year <= last; year++) {
    for (let quarter = 0; quarter < 4; quarter++) {
      const at = Date.UTC(year, quarter * 3, 1);
      quarters.push({ day: new Date(at).toISOString().slice(0, 10), x: scale.x(at), year: quarter === 0 ? year : undefined, name: `Q${quarter + 1}` });
    }
  }
  return { ...scale, quarters };
}
