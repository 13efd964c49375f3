import type { Booking } from "../api/types";

/// What one project, or several that the reader may not see, has booked of somebody.
export type BookedLine = {
  project?: string;
  from: number;
  to: number;
  most: number;
  hard: boolean;
  stretches: { from: number; to: number; hard: boolean }[];
};

// A night and a weekend between two bookings don't part them.
const apart = 4 * 86_400_000;

/// The ledger's many stretches as one line a project, in the order in which they begin; near ones are drawn as one.
export function bookedLines(bookings: readonly Booking[]): BookedLine[] {
  const lines = new Map<string, BookedLine>();
  for (const booking of bookings.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const [from, to] = [Date.parse(booking.from), Date.parse(booking.to)];
    const key = booking.project ?? "";
    const line = lines.get(key);
    if (!line) {
      lines.set(key, {
        project: booking.project,
        from,
        to,
        most: booking.units,
        hard: booking.hard,
        stretches: [{ from, to, hard: booking.hard }],
      });
      continue;
    }
    line.to = Math.max(line.to, to);
    line.most = Math.max(line.most, booking.units);
    line.hard ||= booking.hard;
    const last = line.stretches.at(-1)!;
    if (last.hard === booking.hard && from - last.to < apart) last.to = Math.max(last.to, to);
    else line.stretches.push({ from, to, hard: booking.hard });
  }
  return [...lines.values()];
}
