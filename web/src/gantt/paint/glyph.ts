import { finPath, n } from "../layout/fin";
import type { Scale } from "../layout/scale";
import type { Quantiles, Task } from "../model/types";
import type { Shape } from "./shapes";

export type Sizes = { row: number; bar: number };

/// Where a task stands on the chart, in pixels from its left edge.
export type Place = {
  start: number;
  finish: number;
  /// The 80 % tick, or the finish of what has no forecast or is done.
  likely: number;
  /// The quantiles, where the end is not certain.
  fin?: number[];
};

/// Bars under this many pixels are drawn flat.
const SMALL = 14;

export function placeOf(task: Task, chance: Quantiles | undefined, scale: Scale): Place {
  const start = scale.x(Date.parse(task.start));
  const finish = scale.x(Date.parse(task.finish));
  if (!chance || task.progress?.finished) return { start, finish, likely: finish };
  const fin = chance.map((at) => scale.x(Date.parse(at)));
  return { start, finish, likely: fin[3]!, fin };
}

/// What is drawn of a task besides its bar's button, within its row: y from 0 to the row's height.
export function glyph(task: Task, place: Place, size: Sizes, marks: Marks): Shape[] {
  const base = (size.row + size.bar) / 2;
  switch (task.kind) {
    case "summary":
      return [...summary(task, place, size), ...promise(marks, size)];
    case "milestone":
      return [...milestone(task, place, size, marks), ...promise(marks, size)];
    case "effort":
    case "duration":
    case "elapsed":
      return [
        ...first(marks, size),
        ...bar(task, place, base, size),
        ...overdue(task, place, base, marks, size),
        ...done(place, base, marks),
        ...float(place, marks, size),
        ...pin(task, place, size),
        ...promise(marks, size),
      ];
  }
}

/// What else is known of a task, in pixels.
export type Marks = {
  now: number;
  /// How far the work has come, where it has begun.
  doneTo?: number;
  floatTo?: number;
  was?: { start: number; finish: number };
  promised?: { x: number; state: "kept" | "risk" | "late" };
  proposed?: { start: number; finish: number };
};

function path(className: string, d: string): Shape {
  return { tag: "path", class: className, d };
}

function rect(className: string, x: number, y: number, width: number, height: number): Shape {
  return { tag: "rect", class: className, x: n(x), y: n(y), width: n(width), height: n(height) };
}

function bar(task: Task, place: Place, base: number, size: Sizes): Shape[] {
  const kind = task.progress?.finished ? "gd" : task.critical ? "gc" : "gw";
  const width = Math.max(2, place.finish - place.start);
  if (!place.fin || place.fin[5]! - place.start < SMALL) {
    const flat = { ...rect(kind, place.start, base - size.bar, width, size.bar), rx: "1.5" };
    return place.fin ? [flat, tick(place.likely, base, size)] : [flat];
  }
  return [path(`${kind} gf`, finPath(place.start, place.fin, base, size.bar)), tick(place.likely, base, size)];
}

function tick(x: number, base: number, size: Sizes): Shape {
  return path("gt", `M${n(x)} ${n(base - size.bar - 1)}V${n(base + 1)}`);
}

/// What is planned after the day that was promised is hatched: lateness is never a colour alone.
function overdue(task: Task, place: Place, base: number, marks: Marks, size: Sizes): Shape[] {
  if (marks.promised?.state !== "late" || task.progress?.finished) return [];
  const from = Math.max(place.start, marks.promised.x);
  return place.finish - from < 1 ? [] : [rect("go", from, base - size.bar, place.finish - from, size.bar)];
}

/// Done is the lower third.
function done(place: Place, base: number, marks: Marks): Shape[] {
  if (marks.doneTo === undefined || marks.doneTo <= place.start) return [];
  return [rect("gd", place.start, base - 4, marks.doneTo - place.start, 4)];
}

function first(marks: Marks, size: Sizes): Shape[] {
  if (!marks.was) return [];
  const y = (size.row + size.bar) / 2 + 3;
  return [path("gb", `M${n(marks.was.start)} ${n(y)}H${n(Math.max(marks.was.start + 2, marks.was.finish))}`)];
}

function float(place: Place, marks: Marks, size: Sizes): Shape[] {
  const from = Math.max(place.fin?.[4] ?? place.finish, place.finish) + 3;
  if (marks.floatTo === undefined || marks.floatTo < from + 6) return [];
  const y = size.row / 2 + 2;
  return [path("gl", `M${n(from)} ${n(y)}H${n(marks.floatTo)}`), path("gs", `M${n(marks.floatTo)} ${n(y - 3)}v6`)];
}

function pin(task: Task, place: Place, size: Sizes): Shape[] {
  if (!task.pinned) return [];
  const top = (size.row - size.bar) / 2;
  return [
    path("gt", `M${n(place.start)} ${n(top - 3)}V${n(top + size.bar)}`),
    { tag: "circle", class: "gi", cx: n(place.start), cy: n(top - 3), r: "2.5" },
  ];
}

function promise(marks: Marks, size: Sizes): Shape[] {
  if (!marks.promised) return [];
  const { x, state } = marks.promised;
  const top = 2;
  return [path("gp", `M${n(x)} ${top}V${size.row - 3}`), path(`gg-${state}`, `M${n(x)} ${top}h9l-2.5 3.5 2.5 3.5h-9z`)];
}

/// A dimension line with end ticks; its fin stands on it.
function summary(task: Task, place: Place, size: Sizes): Shape[] {
  const y = size.row / 2;
  const end = Math.max(place.likely, place.start + 2);
  const line = path(
    task.parent === undefined ? "gu gu-top" : "gu",
    `M${n(place.start)} ${y}H${n(end)}M${n(place.start)} ${y - 5}v10M${n(end)} ${y - 5}v10`,
  );
  if (!place.fin) return [line];
  const from = Math.max(place.start, place.fin[0]!);
  return [line, path("gx", finPath(from, place.fin, y, 6))];
}

/// A diamond at P80 on its fin.
function milestone(task: Task, place: Place, size: Sizes, marks: Marks): Shape[] {
  const y = size.row / 2;
  const kind = task.progress?.finished ? "gd" : task.critical ? "gc" : "gi";
  const shapes: Shape[] = [];
  if (place.fin && place.fin[5]! - place.fin[0]! >= SMALL)
    shapes.push(path(`${task.critical ? "gc" : "gw"} gf`, finPath(place.fin[0]!, place.fin, y + 4, 8)));
  if (marks.was) shapes.push(path("gb", diamond(marks.was.finish, y + 8, 2.5)));
  return [...shapes, path(kind, diamond(place.likely, y, 5.5))];
}

function diamond(x: number, y: number, r: number): string {
  return `M${n(x)} ${n(y - r)}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`;
}

/// A proposed bar, hatched, above today's.
export function proposal(proposed: { start: number; finish: number }, size: Sizes): Shape {
  const width = Math.max(3, proposed.finish - proposed.start);
  return rect("gh", proposed.start, 2.5, width, Math.round(size.bar / 2));
}
