import type { Id, Task } from "./types";

export type Filter = (task: Task) => boolean;

/// The work breakdown: order, depth, numbers, and which rows show. Rows are places in what shows; places are those in
/// the plan.
export class Outline {
  readonly place = new Map<Id, number>();
  readonly depth: Int16Array;
  readonly end: Int32Array;
  readonly parent: Int32Array;
  readonly wbs: string[];
  /// Places of the rows that show, from top to bottom.
  rows = new Int32Array(0);
  /// The row of each place, or -1 where it is hidden.
  rowOf: Int32Array;

  constructor(public tasks: Task[]) {
    const n = tasks.length;
    this.depth = new Int16Array(n);
    this.end = new Int32Array(n);
    this.parent = new Int32Array(n).fill(-1);
    this.rowOf = new Int32Array(n);
    this.wbs = new Array<string>(n);
    for (let i = 0; i < n; i++) this.place.set(tasks[i]!.id, i);
    this.number();
    this.show(new Set());
  }

  /// Takes the same tasks with other dates and names; false, and nothing done, if they stand otherwise.
  take(tasks: Task[]): boolean {
    const same =
      tasks.length === this.tasks.length &&
      tasks.every((task, i) => task === this.tasks[i] || (task.id === this.tasks[i]!.id && task.parent === this.tasks[i]!.parent));
    if (same) this.tasks = tasks;
    return same;
  }

  private number(): void {
    const open: { place: number; children: number }[] = [];
    let top = 0;
    for (let i = 0; i < this.tasks.length; i++) {
      const up = this.tasks[i]!.parent;
      const above = up === undefined ? -1 : (this.place.get(up) ?? -1);
      while (open.length > 0 && open.at(-1)!.place !== above) this.end[open.pop()!.place] = i;
      this.parent[i] = above;
      this.depth[i] = open.length;
      this.wbs[i] = open.length === 0 ? String(++top) : `${this.wbs[above]}.${++open.at(-1)!.children}`;
      open.push({ place: i, children: 0 });
    }
    while (open.length > 0) this.end[open.pop()!.place] = this.tasks.length;
  }

  isParent(place: number): boolean {
    return this.end[place]! > place + 1;
  }

  /// Shows all but what lies beneath a closed one; with a filter, what it lets through and the summaries above.
  show(closed: ReadonlySet<Id>, filter?: Filter): void {
    const kept = filter ? this.kept(filter) : undefined;
    const rows: number[] = [];
    this.rowOf.fill(-1);
    for (let i = 0; i < this.tasks.length; ) {
      if (kept && !kept[i]) {
        i++;
        continue;
      }
      this.rowOf[i] = rows.length;
      rows.push(i);
      i = !kept && closed.has(this.tasks[i]!.id) ? this.end[i]! : i + 1;
    }
    this.rows = Int32Array.from(rows);
  }

  private kept(filter: Filter): Uint8Array {
    const kept = new Uint8Array(this.tasks.length);
    for (let i = 0; i < this.tasks.length; i++) {
      if (!filter(this.tasks[i]!)) continue;
      for (let at = i; at >= 0 && !kept[at]; at = this.parent[at]!) kept[at] = 1;
    }
    return kept;
  }

  /// The row that shows a task: its own, or that of the closed summary above it; -1 if a filter hides all.
  shownRow(place: number): number {
    for (let at = place; at >= 0; at = this.parent[at]!) if (this.rowOf[at]! >= 0) return this.rowOf[at]!;
    return -1;
  }

  /// The sibling before a place, or -1.
  siblingBefore(place: number): number {
    const above = this.parent[place]!;
    let last = -1;
    for (let i = above + 1; i < place; i = this.end[i]!) last = i;
    return last;
  }

  /// The sibling after a place, or -1.
  siblingAfter(place: number): number {
    const next = this.end[place]!;
    const above = this.parent[place]!;
    const bound = above < 0 ? this.tasks.length : this.end[above]!;
    return next < bound ? next : -1;
  }
}
