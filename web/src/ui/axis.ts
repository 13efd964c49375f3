import { scaleOf, type Scale } from "./scale";
import { wide } from "./ticks";

/// The months under which several projects are drawn: whole months, at most `longest` of them.
export type MonthAxis = Scale & { months: { at: number; x: number; iso: string; january: boolean }[] };

/// From the first month of `instants` to the last, but never more than `before` months before `now`.
export function monthAxis(instants: readonly number[], now: number, width: number, before = 3, longest = 30): MonthAxis {
  const first = Math.max(Math.min(now, ...instants), startOfMonth(now, -before));
  const from = startOfMonth(first, 0);
  const last = Math.min(Math.max(now, ...instants), startOfMonth(from, longest));
  const to = startOfMonth(last, 1);
  const scale = scaleOf(from, Math.max(to, startOfMonth(from, 6)), width);
  const months = [];
  for (let at = from; at < scale.to; at = startOfMonth(at, 1)) {
    months.push({ at, x: scale.x(at), iso: new Date(at).toISOString(), january: new Date(at).getUTCMonth() === 0 });
  }
  return { ...scale, months };
}

/// What to write below a `MonthAxis`: months, or those of them for which there is room, a January always as its year.
export function labelsOf(axis: MonthAxis, month: (iso: string) => string): { x: number; label: string; january: boolean }[] {
  const apart = axis.width / axis.months.length;
  const step = [1, 2, 3, 6].find((each) => each * apart >= 34) ?? 12;
  return axis.months
    .filter(({ at }) => new Date(at).getUTCMonth() % step === 0)
    .map(({ x, iso, january }) => ({ x, label: january ? iso.slice(0, 4) : month(iso), january }))
    .filter(({ x, label }) => x + 3 + wide(label) <= axis.width);
}

function startOfMonth(at: number, later: number): number {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1);
}
