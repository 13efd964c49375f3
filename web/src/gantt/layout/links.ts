import type { Outline } from "../model/outline";
import type { Link } from "../model/types";
import { n } from "./fin";

const BUCKET = 32;
/// A link that passes more rows than this is drawn by its two ends alone.
export const LONGEST = 100;
const LANES = 5;

/// Links by the rows that they cross, so that a view asks only for those it can show. Dates play no part.
export class LinkBuckets {
  private readonly buckets: number[][] = [];
  private readonly lanes: Uint8Array;

  constructor(
    private readonly outline: Outline,
    links: Link[],
  ) {
    for (let i = 0; i <= outline.rows.length / BUCKET; i++) this.buckets.push([]);
    this.lanes = new Uint8Array(links.length);
    const entering = new Map<string, number>();
    links.forEach((link, index) => {
      const before = entering.get(link.successor) ?? 0;
      entering.set(link.successor, before + 1);
      this.lanes[index] = before % LANES;
      this.add(link, index);
    });
  }

  /// How many links enter the same bar before this one, so that no two coincide.
  lane(index: number): number {
    return this.lanes[index]!;
  }

  private add(link: Link, index: number): void {
    const from = this.row(link.predecessor);
    const to = this.row(link.successor);
    if (from < 0 || to < 0 || from === to) return;
    const low = Math.floor(Math.min(from, to) / BUCKET);
    const high = Math.floor(Math.max(from, to) / BUCKET);
    if (Math.abs(from - to) > LONGEST) {
      this.buckets[low]!.push(index);
      this.buckets[high]!.push(index);
      return;
    }
    for (let bucket = low; bucket <= high; bucket++) this.buckets[bucket]!.push(index);
  }

  private row(id: string): number {
    const place = this.outline.place.get(id);
    return place === undefined ? -1 : this.outline.shownRow(place);
  }

  /// Indexes of links that may cross the rows `[first, last]`, each once, ascending.
  crossing(first: number, last: number): number[] {
    const found = new Set<number>();
    for (let bucket = Math.floor(first / BUCKET); bucket <= Math.floor(last / BUCKET); bucket++)
      for (const index of this.buckets[bucket] ?? []) found.add(index);
    return [...found].sort((a, b) => a - b);
  }
}

/// Where a bar stands: its ends, and its row's top.
export type Span = { start: number; finish: number; top: number };
export type Measures = { bar: number; row: number };

/// The way of a link: down from the finish, then right, with one bend; or into the bar from above where the finish
/// isn't left of the start. `lane` parts those that would coincide.
export function linkPath(from: Span, to: Span, type: Link["type"], size: Measures, lane: number): string {
  const down = to.top > from.top;
  const pad = (size.row - size.bar) / 2;
  const edge = from.top + (down ? size.row - pad : pad);
  const middle = to.top + size.row / 2;
  const leavesFinish = type === "FS" || type === "FF";
  const entersStart = type === "FS" || type === "SS";
  const out = leavesFinish ? from.finish : from.start;
  const into = entersStart ? to.start : to.finish;
  if (type === "SS" || type === "FF") {
    const side = type === "SS" ? Math.min(out, into) - 8 - lane : Math.max(out, into) + 8 + lane;
    const exit = from.top + size.row / 2;
    return `M${n(out)} ${n(exit)}H${n(side)}V${n(middle)}H${n(into)}${arrow(into, middle, type === "SS" ? "right" : "left")}`;
  }
  if (type === "FS" ? out <= into - 9 : out >= into + 9) {
    const x = Math.max(from.start, Math.min(out - 2, out - lane));
    return `M${n(x)} ${n(edge)}V${n(middle)}H${n(into)}${arrow(into, middle, type === "FS" ? "right" : "left")}`;
  }
  const inside = entersStart ? Math.min(into + 5 + lane, Math.max(into, to.finish)) : into - 5 - lane;
  const entry = to.top + (down ? pad : size.row - pad);
  const gap = edge + (down ? 4 : -4);
  return `M${n(out - 1)} ${n(edge)}V${n(gap)}H${n(inside)}V${n(entry)}${arrow(inside, entry, down ? "down" : "up")}`;
}

/// The two ends of a link too long to follow.
export function stubPath(from: Span, to: Span, size: Measures): string {
  const down = to.top > from.top ? 1 : -1;
  const middle = to.top + size.row / 2;
  const edge = from.top + size.row / 2 + (down * size.bar) / 2;
  return `M${n(from.finish)} ${n(edge)}v${5 * down}M${n(to.start - 10)} ${n(middle)}H${n(to.start)}${arrow(to.start, middle, "right")}`;
}

function arrow(x: number, y: number, way: "right" | "left" | "down" | "up"): string {
  switch (way) {
    case "right":
      return `m-4.5 -2.6L${n(x)} ${n(y)}l-4.5 2.6`;
    case "left":
      return `m4.5 -2.6L${n(x)} ${n(y)}l4.5 2.6`;
    case "down":
      return `m-2.6 -4.5L${n(x)} ${n(y)}l2.6 -4.5`;
    case "up":
      return `m-2.6 4.5L${n(x)} ${n(y)}l2.6 4.5`;
  }
}
