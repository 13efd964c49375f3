import { LinkBuckets, LONGEST, linkPath, stubPath, type Span } from "../layout/links";
import type { Id, Link, Task } from "../model/types";
import type { GanttChart } from "./chart";

const DAY = 86_400_000;

/// All links in view, in one picture under the bars.
export class Links {
  readonly svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  private buckets!: LinkBuckets;
  private readonly kinds = new WeakMap<Link, { from: Task; to: Task; kind: string }>();
  private painted = "";

  constructor(private readonly chart: GanttChart) {
    this.svg.setAttribute("class", "gantt-links");
    this.svg.setAttribute("aria-hidden", "true");
  }

  /// To be called when rows or links are others.
  sort(): void {
    this.buckets = new LinkBuckets(this.chart.outline, this.chart.plan.links);
    this.forget();
  }

  forget(): void {
    this.painted = "";
  }

  /// Links of one task drawn as if its bar stood elsewhere, while it is dragged.
  drawLinksOf(task: Id, place: { start: number; finish: number }): void {
    this.painted = "";
    this.paint(...this.chart.range(), new Map([[task, place]]));
    this.painted = "";
  }

  /// A line from a bar to the pointer, while somebody draws a link.
  drawLine(from?: { x: number; y: number }, to?: { x: number; y: number }): void {
    this.svg.querySelector(".drawn")?.remove();
    if (!from || !to) return;
    const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    line.setAttribute("class", "drawn");
    line.setAttribute("d", `M${from.x} ${from.y}L${to.x} ${to.y}`);
    this.svg.append(line);
  }

  paint(first: number, last: number, dragged?: Map<Id, { start: number; finish: number }>): void {
    const key = `${first} ${last}`;
    if (key === this.painted) return;
    this.painted = key;
    const drawn = this.svg.querySelector(".drawn");
    let faint = "";
    let strong = "";
    const entering = new Map<Id, number>();
    for (const index of this.buckets.crossing(first, last)) {
      const link = this.chart.plan.links[index]!;
      const path = this.linkOf(link, first, last, entering, dragged);
      if (path) path.strong ? (strong += path.markup) : (faint += path.markup);
    }
    this.svg.innerHTML = faint + strong;
    if (drawn) this.svg.append(drawn);
  }

  private linkOf(
    link: Link,
    first: number,
    last: number,
    entering: Map<Id, number>,
    dragged?: Map<Id, { start: number; finish: number }>,
  ): { markup: string; strong: boolean } | undefined {
    const from = this.spanOf(link.predecessor, dragged);
    const to = this.spanOf(link.successor, dragged);
    if (!from || !to || from.row === to.row) return undefined;
    if (Math.max(from.row, to.row) < first || Math.min(from.row, to.row) > last) return undefined;
    const lane = (entering.get(link.successor) ?? 0) * 3;
    entering.set(link.successor, (entering.get(link.successor) ?? 0) + 1);
    const size = { bar: this.chart.sizes.bar, row: this.chart.sizes.row };
    const long = Math.abs(from.row - to.row) > LONGEST;
    const d = long ? stubPath(from, to, size) : linkPath(from, to, link.type, size, lane);
    const kind = this.linkKind(link, from.task, to.task);
    return { markup: `<path class="${kind}" d="${d}"/>`, strong: kind !== "" };
  }

  /// Remembered as long as both tasks stand where they are: it is asked in every frame of a scroll.
  private linkKind(link: Link, from: Task, to: Task): string {
    const known = this.kinds.get(link);
    if (known && known.from === from && known.to === to) return known.kind;
    const kind = this.kindOf(link, from, to);
    this.kinds.set(link, { from, to, kind });
    return kind;
  }

  private kindOf(link: Link, from: Task, to: Task): string {
    const ends = Date.parse(from.finish);
    const starts = Date.parse(to.start);
    const lead = link.lag && link.lag.value < 0;
    if (link.type === "FS" && from.kind !== "summary" && !lead && ends > starts && !to.progress?.finished) return "broken";
    if (link.type !== "FS") return "";
    if (starts - ends > 5 * DAY || (starts > ends && this.chart.working.between(ends, starts) > 0)) return "";
    return from.critical && to.critical ? "chain" : "hold";
  }

  private spanOf(
    id: Id,
    dragged?: Map<Id, { start: number; finish: number }>,
  ): (Span & { row: number; task: Task }) | undefined {
    const place = this.chart.outline.place.get(id);
    if (place === undefined) return undefined;
    const row = this.chart.outline.shownRow(place);
    if (row < 0) return undefined;
    const task = this.chart.outline.tasks[place]!;
    const moved = dragged?.get(id);
    const start = moved ? moved.start : this.chart.scale.x(Date.parse(task.start));
    const finish = moved ? moved.finish : this.chart.scale.x(Date.parse(task.finish));
    return { start, finish, top: row * this.chart.sizes.row, row, task };
  }
}
