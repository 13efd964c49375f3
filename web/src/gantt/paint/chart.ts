import { Drags } from "../gestures/drags";
import { Edits } from "../gestures/edits";
import { Keys } from "../gestures/keys";
import { Sight } from "./sight";
import { Scale, zoomOf, type Zoom, ZOOMS } from "../layout/scale";
import type { Days, Units } from "../model/extent";
import { Outline, type Filter } from "../model/outline";
import type { Change, Forecast, Id, Plan, Task } from "../model/types";
import { Working } from "../model/working";
import { Zone } from "../model/zone";
import { COLUMNS, gridOf, USUAL, type Column } from "./columns";
import { Contents } from "./contents";
import { Divider } from "./divider";
import { placeOf, type Place, type Sizes } from "./glyph";
import { Ground } from "./ground";
import { Links } from "./links";
import { patterns } from "./patterns";
import { Rows } from "./rows";
import { shiftBy, type RowView } from "./row";
import "./gantt.css";

export type Dates = { start: string; finish: string };
export type Move = { task: Id } & Dates;
export type Presence = { initials: string; name: string; task?: Id };

/// What the chart asks of the page around it.
export type ChartEvents = {
  change(changes: Change[], label: string): void;
  /// One short sentence on what the changes would do, for the note beside the pointer.
  preview(changes: Change[]): Promise<string | undefined>;
  select(ids: Id[]): void;
  open(id: Id): void;
  status(text: string): void;
  undo(): void;
  redo(): void;
  help(): void;
  editing(id?: Id, field?: string): void;
  zoomed(zoom: Zoom): void;
};

export type ChartOptions = {
  locale: string;
  words: (key: string, values?: Record<string, string | number>) => string;
  row: number;
  canEdit: boolean;
  events: ChartEvents;
};

const HEAD = 34;
const OVERSCAN = 8;
const LEAST_TABLE = 160;
const DAY = 86_400_000;

/// The Gantt chart: a tree grid whose rows are drawn as they come into view. It knows no framework; the page gives it
/// a plan and hears from it what somebody wants to change.
export class GanttChart {
  readonly root: HTMLElement;
  readonly sizes: Sizes;
  plan!: Plan;
  outline!: Outline;
  zone!: Zone;
  working!: Working;
  scale!: Scale;
  forecast: Forecast | undefined;
  columns: Column[] = USUAL;
  chosen = new Set<Id>();
  /// Row and column with the roving tab stop; the bar is the column after the last.
  focus = { row: 0, column: 1 };

  /// As wide and as high as all of the plan, so that there is that much to scroll.
  private readonly space = div("gantt-space");
  private readonly head = div("gantt-head");
  private readonly columnHeads = div("gantt-columns");
  /// As wide as what is in sight, where it stays when the chart is scrolled sideways: time is moved within it. Else each
  /// row would be two layers to the browser, its table and its time, a hundred of them to be put together in each frame.
  private readonly body = div("gantt-body");
  private readonly over = div("gantt-over");
  readonly ground = new Ground(this);
  readonly links = new Links(this);
  readonly contents = new Contents(this);
  private readonly drawn = new Rows(this, this.body);
  private readonly divider: Divider;
  closed = new Set<Id>();
  private filter: Filter | undefined;
  private zoom: Zoom = "week";
  private perDay: number | undefined;
  private ends!: { earliest: number; latest: number };
  tableWidth = 0;
  moved = new Map<Id, Dates>();
  proposed = new Map<Id, Dates>();
  presence = new Map<Id, Presence>();
  promises = new Map<Id, number>();
  private frame = 0;
  private due = false;
  private shifted = 0;
  private size = "";
  private fade = 0;
  private readonly drags: Drags;
  private readonly edits: Edits;
  readonly sight: Sight;
  private readonly resized: ResizeObserver;
  private unlisten: () => void;

  constructor(
    readonly host: HTMLElement,
    readonly options: ChartOptions,
  ) {
    this.sizes = { row: options.row, bar: 12 };
    this.root = div("gantt");
    this.root.setAttribute("role", "treegrid");
    this.root.setAttribute("aria-label", this.word("planning.chart"));
    this.root.setAttribute("aria-multiselectable", "true");
    this.root.style.setProperty("--rowh", `${options.row}px`);
    this.head.setAttribute("role", "row");
    this.head.setAttribute("aria-rowindex", "1");
    this.columnHeads.setAttribute("role", "none");
    this.head.append(this.columnHeads, this.ground.ruler);
    this.body.setAttribute("role", "rowgroup");
    this.body.append(this.ground.back, this.links.svg, this.links.following, this.over);
    this.space.setAttribute("role", "none");
    this.space.append(this.head, this.body);
    this.root.append(patterns(), this.space);
    this.divider = new Divider(this.word("planning.divider"), () => this.tableWidth, (width) => this.widenTable(width));
    host.append(this.root, this.divider.element);
    this.drags = new Drags(this);
    this.edits = new Edits(this);
    const keys = new Keys(this, this.edits, this.drags);
    this.sight = new Sight(this.root, () => this.schedule());
    this.unlisten = () => keys.stop();
    this.resized = new ResizeObserver(() => this.fitTable());
    this.resized.observe(host);
  }

  destroy(): void {
    this.unlisten();
    this.resized.disconnect();
    this.sight.end();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.fade);
    this.root.remove();
    this.divider.element.remove();
  }

  // — what the page tells —

  /// Shows a plan. Old dates of what moved stand struck beside the new ones for a while.
  setPlan(plan: Plan, forecast?: Forecast, moved?: Map<Id, Dates>): void {
    const before = this.plan as Plan | undefined;
    if (!before) this.sight.look();
    const anchor = before ? this.task(this.focus.row)?.id : undefined;
    this.plan = plan;
    this.forecast = forecast;
    if (!before || before.zone !== plan.zone || this.zone.locale !== this.options.locale)
      this.zone = Zone.of(plan.zone, this.options.locale);
    this.working = new Working(this.zone, plan.calendar);
    this.promises = new Map(forecast?.promises.map((each) => [each.task, each.chance]));
    if (before !== plan) this.ends = endsOf(plan);
    if (!before || before.tasks !== plan.tasks || before.links !== plan.links) this.outlineAnew(before);
    if (before) this.setScale();
    else this.fitTable();
    if (anchor) this.focus.row = Math.max(0, this.rowOf(anchor));
    this.remember(moved);
    if (!before) this.today();
    this.repaint();
    this.root.dataset.version = plan.tried ? `${plan.version}, tried` : String(plan.version);
  }

  setForecast(forecast: Forecast | undefined): void {
    this.setPlan(this.plan, forecast);
  }

  setProposal(moves?: Move[]): void {
    this.proposed = new Map(moves?.map((move) => [move.task, move]));
    this.repaint();
  }

  setPresence(present: Presence[]): void {
    this.presence = new Map(present.flatMap((each) => (each.task ? [[each.task, each]] : [])));
    this.repaint();
  }

  setZoom(zoom: Zoom): void {
    const middle = this.scale.at(this.root.scrollLeft + this.chartWidth() / 2);
    this.zoom = zoom;
    this.perDay = undefined;
    this.setScale();
    this.root.scrollLeft = Math.max(0, this.scale.x(middle) - this.chartWidth() / 2);
    this.options.events.zoomed(zoom);
    this.repaint();
  }

  zoomBy(steps: number): void {
    const at = ZOOMS.indexOf(this.scale.zoom) + steps;
    if (at >= 0 && at < ZOOMS.length) this.setZoom(ZOOMS[at]!);
  }

  /// The whole plan in what is visible.
  fit(): void {
    const from = Date.parse(this.plan.start);
    const to = Math.max(this.latest(), from + 7 * DAY);
    this.perDay = Math.max(0.05, (this.chartWidth() - 80) / ((to - from) / DAY));
    this.zoom = zoomOf(this.perDay);
    this.setScale();
    this.root.scrollLeft = Math.max(0, this.scale.x(from) - 30);
    this.options.events.zoomed(this.zoom);
    this.repaint();
  }

  /// Scrolls to today, or to where the plan begins if that lies ahead.
  today(): void {
    const at = Math.max(Math.min(Date.parse(this.plan.now), this.latest()), Date.parse(this.plan.start));
    this.root.scrollLeft = Math.max(0, this.scale.x(at) - this.chartWidth() / 4);
    this.schedule();
  }

  setFilter(filter?: Filter): void {
    if (filter === this.filter) return;
    this.filter = filter;
    this.reshow();
  }

  closeAll(): void {
    for (let i = 0; i < this.outline.tasks.length; i++)
      if (this.outline.isParent(i) && this.outline.depth[i]! > 0) this.closed.add(this.outline.tasks[i]!.id);
    this.reshow();
  }

  openAll(): void {
    this.closed.clear();
    this.reshow();
  }

  toggle(row: number, open?: boolean): void {
    const task = this.task(row);
    if (!task || !this.outline.isParent(this.outline.rows[row]!)) return;
    const opens = open ?? this.closed.has(task.id);
    if (opens) this.closed.delete(task.id);
    else this.closed.add(task.id);
    this.reshow();
  }

  setColumns(columns: Column[]): void {
    const shown = COLUMNS.filter((column) => column === "name" || columns.includes(column));
    if (shown.join() === this.columns.join()) return;
    this.columns = shown;
    this.drawn.clear();
    this.fitTable();
    this.repaint();
  }

  selection(): Id[] {
    return this.outline.tasks.filter((task) => this.chosen.has(task.id)).map((task) => task.id);
  }

  select(ids: Id[], how: { scroll?: boolean; focus?: boolean } = {}): void {
    this.chosen = new Set(ids);
    const row = ids[0] === undefined ? -1 : this.rowOf(ids[0]);
    if (row >= 0) {
      this.focus.row = row;
      if (how.scroll) this.reveal(row);
    }
    this.repaint();
    if (how.focus) this.focusCell();
  }

  edit(id: Id, column: Column): void {
    this.edits.begin(this.rowOf(id), column);
  }

  add(): void {
    this.edits.add();
  }

  remove(): void {
    this.edits.remove();
  }

  indent(): void {
    this.edits.indent();
  }

  outdent(): void {
    this.edits.outdent();
  }

  link(): void {
    this.edits.link();
  }

  unlink(): void {
    this.edits.unlink();
  }

  // — what gestures ask —

  word(key: string, values?: Record<string, string | number>): string {
    return this.options.words(key, values);
  }

  get canEdit(): boolean {
    return this.options.canEdit && this.plan.can?.edit !== false;
  }

  rows(): number {
    return this.outline.rows.length;
  }

  task(row: number): Task | undefined {
    const place = this.outline.rows[row];
    return place === undefined ? undefined : this.outline.tasks[place];
  }

  rowOf(id: Id): number {
    const place = this.outline.place.get(id);
    return place === undefined ? -1 : this.outline.shownRow(place);
  }

  place(task: Task): Place {
    return placeOf(task, this.forecast?.tasks[task.id], this.scale);
  }

  view(row: number): RowView | undefined {
    if (this.due) this.paint();
    return this.drawn.view(row);
  }

  /// The row under a point of the window, or -1.
  rowAt(y: number): number {
    const at = Math.floor((y - this.body.getBoundingClientRect().top) / this.sizes.row);
    return at >= 0 && at < this.rows() ? at : -1;
  }

  /// The x on the chart of a point of the window.
  chartX(x: number): number {
    return x - this.body.getBoundingClientRect().left - this.tableWidth + this.sight.left;
  }

  /// Lays something over the bars, to be placed as they are.
  overlay(element: HTMLElement): void {
    this.over.append(element);
  }

  /// Lays something over all rows, for as long as it is there.
  cover(element: HTMLElement): void {
    this.body.append(element);
  }

  days(): Days {
    return { minutesOfADay: this.working.minutesOfADay(), daysOfAWeek: this.working.daysOfAWeek() };
  }

  units(): Units {
    const unit = (key: string) => this.word(`planning.unit.${key}`);
    return { m: unit("m"), h: unit("h"), d: unit("d"), w: unit("w"), elapsed: unit("elapsed"), locale: this.options.locale };
  }

  /// Brings a row into view, and a bar with it if asked.
  reveal(row: number, bar = false): void {
    const top = row * this.sizes.row;
    const height = this.root.clientHeight - HEAD;
    if (top < this.root.scrollTop) this.root.scrollTop = top;
    else if (top + this.sizes.row > this.root.scrollTop + height) this.root.scrollTop = top + this.sizes.row - height;
    const task = this.task(row);
    if (bar && task) {
      const { start, finish } = this.place(task);
      const left = this.root.scrollLeft;
      if (start < left || Math.min(finish, start + 60) > left + this.chartWidth())
        this.root.scrollLeft = Math.max(0, start - this.chartWidth() / 4);
    }
    this.sight.look();
    this.paint();
  }

  focusCell(): void {
    this.reveal(this.focus.row, this.focus.column >= this.columns.length);
    this.drawn.focused()?.focus({ preventScroll: true });
  }

  chartWidth(): number {
    return Math.max(100, this.sight.width - this.tableWidth);
  }

  /// Draws all anew, once before the next frame however often it is asked for; who needs a row sooner has it drawn.
  repaint(): void {
    this.due = true;
    this.schedule();
  }

  tell(text: string): void {
    this.options.events.status(text);
  }

  // — painting —

  private outlineAnew(before?: Plan): void {
    if (before?.links === this.plan.links && !this.filter && this.outline.take(this.plan.tasks)) return;
    this.outline = new Outline(this.plan.tasks);
    for (const id of this.chosen) if (!this.outline.place.has(id)) this.chosen.delete(id);
    this.outline.show(this.closed, this.filter);
    this.links.sort();
    this.body.style.height = `${this.rows() * this.sizes.row}px`;
    this.root.setAttribute("aria-rowcount", String(this.rows() + 1));
  }

  private reshow(): void {
    const anchor = this.task(this.focus.row)?.id;
    this.outline.show(this.closed, this.filter);
    this.links.sort();
    this.body.style.height = `${this.rows() * this.sizes.row}px`;
    this.root.setAttribute("aria-rowcount", String(this.rows() + 1));
    if (anchor) this.focus.row = Math.max(0, this.rowOf(anchor));
    this.focus.row = Math.min(this.focus.row, Math.max(0, this.rows() - 1));
    this.repaint();
  }

  private latest(): number {
    const finish = this.forecast?.finish[5];
    return Math.max(this.ends.latest, finish ? Date.parse(finish) : 0);
  }

  private setScale(): void {
    const margin = { day: 3, week: 8, month: 20, quarter: 45, year: 120 }[this.zoom];
    const from = this.zone.midnight(this.zone.day(this.ends.earliest) - margin);
    const perDay = this.perDay ?? new Scale(0, 0, this.zoom).perDay;
    const wide = from + ((this.chartWidth() + 200) / perDay) * DAY;
    this.scale = new Scale(from, Math.max(wide, this.latest() + 2 * margin * DAY), this.zoom, this.perDay);
    this.widen();
  }

  /// Told again how large it is, a picture is laid out anew with all that is drawn in it.
  private widen(): void {
    const height = Math.max(1, this.rows() * this.sizes.row);
    const size = `${this.tableWidth} ${this.scale.width} ${height}`;
    if (size === this.size) return;
    this.size = size;
    this.space.style.width = `${this.tableWidth + this.scale.width}px`;
    for (const element of [this.ground.back, this.links.svg]) {
      element.setAttribute("width", String(this.scale.width));
      element.setAttribute("height", String(height));
    }
    this.ground.ruler.setAttribute("width", String(this.scale.width));
    this.ground.ruler.setAttribute("height", String(HEAD));
  }

  private fitTable(): void {
    if (!this.plan) return;
    this.sight.look();
    const available = this.host.clientWidth;
    const usual = this.columns.length >= 7 ? 640 : this.columns.length === 6 ? 590 : 380 + this.columns.length * 20;
    const wanted = Number(localStorage.getItem("gantt.table")) || usual;
    const most = Math.max(LEAST_TABLE, available * 0.62);
    const width = Math.max(LEAST_TABLE, Math.min(wanted, most));
    if (width !== this.tableWidth) {
      this.tableWidth = width;
      this.host.style.setProperty("--table", `${width}px`);
    }
    this.divider.show(width, LEAST_TABLE, most);
    const grid = gridOf(this.columns);
    this.columnHeads.style.gridTemplateColumns = grid;
    this.columnHeads.replaceChildren(
      ...this.columns.map((column, i) => {
        const head = div("");
        head.setAttribute("role", "columnheader");
        head.setAttribute("aria-colindex", String(i + 1));
        head.dataset.column = column;
        head.textContent = this.word(`planning.column.${column}`);
        return head;
      }),
    );
    this.root.setAttribute("aria-colcount", String(this.columns.length + 1));
    this.setScale();
    this.repaint();
  }

  private widenTable(width: number): void {
    localStorage.setItem("gantt.table", String(Math.round(Math.max(LEAST_TABLE, width))));
    this.fitTable();
  }

  private remember(moved?: Map<Id, Dates>): void {
    if (!moved || moved.size === 0) return;
    this.moved = moved;
    clearTimeout(this.fade);
    this.fade = window.setTimeout(() => {
      this.moved = new Map();
      this.repaint();
    }, 6000);
  }

  private schedule(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  /// The rows in view and a few around them.
  range(): [number, number] {
    const first = Math.floor(this.sight.top / this.sizes.row);
    const shown = Math.ceil((this.sight.height - HEAD) / this.sizes.row);
    return [Math.max(0, first - OVERSCAN), Math.min(this.rows() - 1, first + shown + OVERSCAN)];
  }

  /// Moves all that has a place in time to where it was scrolled to.
  private shift(): void {
    if (this.shifted === this.sight.left) return;
    this.shifted = this.sight.left;
    for (const each of [this.ground.back, this.ground.ruler, this.links.svg, this.links.following, this.over])
      shiftBy(each, this.shifted);
  }

  private forget(): void {
    this.due = false;
    this.links.forget();
    this.ground.forget();
    this.drawn.forget();
  }

  private paint(): void {
    if (!this.plan || !this.sight.height) return;
    if (this.due) this.forget();
    const [first, last] = this.range();
    this.shift();
    this.ground.paint();
    this.drawn.paint(first, last);
    this.links.paint(first, last);
  }
}

/// Between which instants a plan's dates lie. Instants of one form are in the order of their letters.
function endsOf({ start, now, finish, tasks }: Plan): { earliest: number; latest: number } {
  let earliest = start < now ? start : now;
  let latest = finish;
  for (const task of tasks) {
    if (task.start < earliest) earliest = task.start;
    if (task.deadline && task.deadline.by > latest) latest = task.deadline.by;
  }
  return { earliest: Date.parse(earliest), latest: Date.parse(latest) };
}

function div(className: string): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  return element;
}
