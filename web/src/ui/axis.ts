import { scaleOf, type Scale } from "./scale";

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

function startOfMonth(at: number, later: number): number {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1);
}
