import { LinkBuckets, LONGEST, linkPath, stubPath, type Span } from "../layout/links";
import type { Id, Link, Task } from "../model/types";
import type { GanttChart } from "./chart";

const SVG = "http://www.w3.org/2000/svg";
const DAY = 86_400_000;
/// Pixels between two links that enter one bar.
const LANE = 3;

/// All links in view, in one picture under the bars. Scrolling adds and takes away those at the edges alone.
export class Links {
  readonly svg = document.createElementNS(SVG, "svg");
  /// What follows the pointer, in a picture of its own: the large one would be painted anew with every move.
  readonly following = document.createElementNS(SVG, "svg");
  private readonly faint = document.createElementNS(SVG, "g");
  private readonly strong = document.createElementNS(SVG, "g");
  private readonly paths = new Map<number, SVGPathElement>();
  private buckets!: LinkBuckets;
  private readonly kinds = new WeakMap<Link, { from: Task; to: Task; kind: string }>();
  private painted = "";
  private stale = false;

  constructor(private readonly chart: GanttChart) {
    this.svg.setAttribute("class", "gantt-links");
    this.svg.setAttribute("aria-hidden", "true");
    this.svg.append(this.faint, this.strong);
    this.following.setAttribute("class", "gantt-links following");
    this.following.setAttribute("aria-hidden", "true");
  }

  /// To be called when rows or links are others.
  sort(): void {
    this.buckets = new LinkBuckets(this.chart.outline, this.chart.plan.links);
    this.painted = "";
    this.paths.clear();
    this.faint.replaceChildren();
    this.strong.replaceChildren();
  }

  /// To be called when bars may stand elsewhere.
  forget(): void {
    this.painted = "";
    this.stale = true;
  }

  /// Links of one task drawn as if its bar stood elsewhere, while it is dragged.
  drawLinksOf(task: Id, place: { start: number; finish: number }): void {
    const dragged = new Map([[task, place]]);
    const [first, last] = this.chart.range();
    const drawn: SVGPathElement[] = [];
    for (const index of this.buckets.crossing(first, last)) {
      const link = this.chart.plan.links[index]!;
      if (link.predecessor !== task && link.successor !== task) continue;
      this.paths.get(index)?.remove();
      this.paths.delete(index);
      const path = this.pathOf(index, first, last, dragged);
      if (path) drawn.push(path);
    }
    this.following.replaceChildren(...drawn);
    this.painted = "";
  }

  /// A line from a bar to the pointer, while somebody draws a link.
  drawLine(from: { x: number; y: number }, to: { x: number; y: number }): void {
    const line = document.createElementNS(SVG, "path");
    line.setAttribute("class", "drawn");
    line.setAttribute("d", `M${from.x} ${from.y}L${to.x} ${to.y}`);
    this.following.replaceChildren(line);
  }

  /// Nothing is dragged any more.
  drop(): void {
    this.following.replaceChildren();
  }

  paint(first: number, last: number): void {
    const key = `${first} ${last}`;
    if (key === this.painted) return;
    this.painted = key;
    const wanted = new Set(this.buckets.crossing(first, last));
    for (const [index, path] of this.paths) {
      if (wanted.has(index) && this.isIn(index, first, last)) continue;
      path.remove();
      this.paths.delete(index);
    }
    for (const index of wanted) if (this.stale || !this.paths.has(index)) this.draw(index, first, last);
    this.stale = false;
  }

  /// What is drawn already and stands where it stood is left alone.
  private draw(index: number, first: number, last: number): void {
    const before = this.paths.get(index);
    const path = this.pathOf(index, first, last);
    if (before && path && ["class", "d"].every((name) => before.getAttribute(name) === path.getAttribute(name))) return;
    before?.remove();
    this.paths.delete(index);
    if (!path) return;
    (path.hasAttribute("class") ? this.strong : this.faint).append(path);
    this.paths.set(index, path);
  }

  private isIn(index: number, first: number, last: number): boolean {
    const link = this.chart.plan.links[index]!;
    const from = this.chart.rowOf(link.predecessor);
    const to = this.chart.rowOf(link.successor);
    return Math.max(from, to) >= first && Math.min(from, to) <= last;
  }

  private pathOf(
    index: number,
    first: number,
    last: number,
    dragged?: Map<Id, { start: number; finish: number }>,
  ): SVGPathElement | undefined {
    if (!this.isIn(index, first, last)) return undefined;
    const link = this.chart.plan.links[index]!;
    const from = this.spanOf(link.predecessor, dragged);
    const to = this.spanOf(link.successor, dragged);
    if (!from || !to || from.row === to.row) return undefined;
    const size = { bar: this.chart.sizes.bar, row: this.chart.sizes.row };
    const long = Math.abs(from.row - to.row) > LONGEST;
    const kind = this.linkKind(link, from.task, to.task);
    const path = document.createElementNS(SVG, "path");
    if (kind) path.setAttribute("class", kind);
    path.setAttribute("d", long ? stubPath(from, to, size) : linkPath(from, to, link.type, size, this.buckets.lane(index) * LANE));
    return path;
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
    // What is over holds nothing any more.
    if (link.type !== "FS" || to.progress?.finished) return "";
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
