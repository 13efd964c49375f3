import { formatExtent } from "../model/extent";
import type { Id, Link, Task } from "../model/types";
import type { GanttChart } from "./chart";
import { glyph, proposal, type Marks, type Place } from "./glyph";
import type { Cell, RowContent } from "./row";
import type { Shape } from "./shapes";

/// What stands in each row: the words of its cells, the name of its bar, and what is drawn.
export class Contents {
  private readonly inbound = new WeakMap<readonly Link[], Map<Id, Id[]>>();

  constructor(private readonly chart: GanttChart) {}

  content(row: number): RowContent {
    const place = this.chart.outline.rows[row]!;
    const task = this.chart.outline.tasks[place]!;
    const at = this.chart.place(task);
    const parent = this.chart.outline.isParent(place);
    const open = parent && !this.chart.closed.has(task.id);
    const classes = [
      "gantt-row",
      task.kind === "summary" || parent ? "sum" : "",
      this.chart.chosen.has(task.id) ? "chosen" : "",
      row === this.chart.focus.row ? "focus" : "",
      this.chart.presence.has(task.id) ? "other" : "",
      this.chart.canEdit ? "editable" : "",
      this.chart.proposed.has(task.id) ? "proposed" : "",
    ].filter(Boolean);
    return {
      index: row,
      top: row * this.chart.sizes.row,
      level: this.chart.outline.depth[place]! + 1,
      ...this.siblings(place),
      expanded: parent ? open : undefined,
      classes: classes.join(" "),
      cells: this.cells(task, place, parent, open),
      bar: this.bar(task, at),
      glyph: this.glyph(task, at),
    };
  }

  private siblings(place: number): { setSize: number; position: number } {
    const number = this.chart.outline.wbs[place]!;
    const position = Number(number.slice(number.lastIndexOf(".") + 1));
    return { setSize: -1, position };
  }

  private glyph(task: Task, at: Place): Shape[] {
    const drawn = glyph(task, at, this.chart.sizes, this.marks(task, at));
    const proposed = this.chart.proposed.get(task.id);
    if (!proposed) return drawn;
    const span = { start: this.chart.scale.x(Date.parse(proposed.start)), finish: this.chart.scale.x(Date.parse(proposed.finish)) };
    return [{ tag: "g", class: "today-bar", inside: drawn }, proposal(span, this.chart.sizes)];
  }

  private marks(task: Task, at: Place): Marks {
    const marks: Marks = { now: this.chart.scale.x(Date.parse(this.chart.plan.now)) };
    if (task.progress && !task.progress.finished) marks.doneTo = this.doneTo(task, at, marks.now);
    if (task.floatMinutes && task.floatMinutes > 0 && !task.critical && !task.progress?.finished)
      marks.floatTo = at.finish + (task.floatMinutes / this.chart.days().minutesOfADay / this.chart.days().daysOfAWeek) * 7 * this.chart.scale.perDay;
    if (task.was) marks.was = { start: this.chart.scale.x(Date.parse(task.was.start)), finish: this.chart.scale.x(Date.parse(task.was.finish)) };
    if (task.deadline) marks.promised = { x: this.chart.scale.x(Date.parse(task.deadline.by)), state: this.promiseState(task) };
    return marks;
  }

  /// Work that has begun is done as far as it doesn't remain.
  private doneTo(task: Task, at: Place, now: number): number {
    const remaining = task.progress?.remainingMinutes;
    if (remaining === undefined || !task.minutes) return Math.max(at.start, Math.min(now, at.finish));
    const done = Math.max(0, Math.min(1, 1 - remaining / task.minutes));
    return at.start + (at.finish - at.start) * done;
  }

  promiseState(task: Task): "kept" | "risk" | "late" {
    const chance = this.chart.promises.get(task.id);
    if (Date.parse(task.finish) > Date.parse(task.deadline!.by)) return "late";
    if (chance === undefined) return "kept";
    return chance < 0.2 ? "late" : chance < 0.75 ? "risk" : "kept";
  }

  private bar(task: Task, at: Place): RowContent["bar"] {
    const milestone = task.kind === "milestone";
    const left = milestone ? at.likely - 12 : at.start;
    const width = milestone ? 24 : Math.max(8, (task.kind === "summary" ? at.likely : at.finish) - at.start);
    const resizable = this.chart.canEdit && !milestone && task.kind !== "summary" && !task.progress?.finished;
    return { left, width, label: this.spoken(task), resizable };
  }

  /// "Integration tests, critical, starts Monday 22 February 9:00, likely by 2 March".
  spoken(task: Task): string {
    const start = Date.parse(task.start);
    const finished = task.progress?.finished;
    const likely = this.isReckoning() ? undefined : this.chart.forecast?.tasks[task.id]?.[3];
    const by = finished ? undefined : this.holder(task);
    return [
      task.name,
      task.kind === "milestone" ? this.chart.word("planning.spoken.milestone") : "",
      task.critical && !finished ? this.chart.word("planning.spoken.critical") : "",
      this.chart.word(finished ? "planning.spoken.started" : "planning.spoken.starts", {
        day: this.chart.zone.spoken(this.chart.zone.day(start)),
        time: this.chart.zone.time(start),
      }),
      finished
        ? this.chart.word("planning.spoken.finished", { day: this.day(finished) })
        : this.chart.word("planning.spoken.finish", { day: this.day(task.finish) }),
      likely && !finished ? this.chart.word("planning.spoken.likely", { day: this.day(likely) }) : "",
      task.deadline ? this.chart.word("planning.spoken.promised", { day: this.day(task.deadline.by) }) : "",
      by ? this.chart.word("planning.spoken.held", { task: by.name }) : "",
    ]
      .filter(Boolean)
      .join(", ");
  }

  private day(at: string): string {
    return this.chart.zone.text(this.chart.zone.lastDay(Date.parse(at)), "long");
  }

  private cells(task: Task, place: number, parent: boolean, open: boolean): RowContent["cells"] {
    const now = this.chart.zone.day(Date.parse(this.chart.plan.now));
    const startDay = this.chart.zone.day(Date.parse(task.start));
    const finishDay = this.chart.zone.lastDay(Math.max(Date.parse(task.finish), Date.parse(task.start) + 1));
    const was = this.chart.moved.get(task.id);
    const proposed = this.chart.proposed.get(task.id);
    const short = (day: number) => this.chart.zone.short(day, now);
    const dated = (day: number, old: number | undefined, would: number | undefined): Cell => {
      if (would !== undefined && would !== day) return { text: short(would), was: short(day) };
      return old === undefined || old === day ? { text: short(day) } : { text: short(day), was: short(old) };
    };
    const startOf = (at: string | undefined) => (at === undefined ? undefined : this.chart.zone.day(Date.parse(at)));
    const endOf = (at: string | undefined) => (at === undefined ? undefined : this.chart.zone.lastDay(Date.parse(at)));
    const name: Cell = { text: task.name, indent: this.chart.outline.depth[place]! * 14 + (parent ? 0 : 12) };
    if (parent) name.twist = open ? "open" : "closed";
    if (task.critical && !parent && !task.progress?.finished) name.chip = true;
    const other = this.chart.presence.get(task.id);
    if (other) name.tag = other.initials;
    if (task.deadline && !task.progress?.finished) this.flag(task, name);
    return {
      no: { text: this.chart.outline.wbs[place]! },
      name,
      extent: { text: parent || !this.chart.columns.includes("extent") ? "" : this.extent(task) },
      who: { text: parent ? "" : this.shortly(task) },
      start: dated(startDay, startOf(was?.start), startOf(proposed?.start)),
      finish: dated(finishDay, endOf(was?.finish), endOf(proposed?.finish)),
      likely: this.likely(task, now),
    };
  }

  private flag(task: Task, name: Cell): void {
    const state = this.promiseState(task);
    const chance = this.chart.promises.get(task.id);
    const share = chance === undefined ? "" : `${Math.round(chance * 100)}\u00a0%`;
    if (state === "risk") name.flag = { text: `▲ ${share}`, kind: "risk" };
    if (state === "late") name.flag = { text: `${this.chart.word("planning.late")} ${share}`.trim(), kind: "late" };
  }

  /// The likeliest alone where it is a range: a column is too narrow for the rest, which its editor shows.
  private extent(task: Task): string {
    const middle = formatExtent(task.kind, task.minutes, this.chart.days(), this.chart.units());
    const ranged = middle && task.range && task.minutes! >= task.range.low && task.minutes! <= task.range.high;
    return ranged ? `≈\u00a0${middle}` : middle;
  }

  who(task: Task): string {
    const people = task.who?.length ? task.who.map((each) => each.person) : (task.assignments ?? []).flatMap((a) => a.person ?? []);
    const names = [...new Set(people)].map((id) => this.personName(id));
    if (names.length > 0) return names.join(", ");
    return (task.assignments ?? []).flatMap((each) => (each.skill ? [`(${each.skill})`] : [])).join(", ");
  }

  /// As people call each other; all of the name is in the panel and where it is typed.
  private shortly(task: Task): string {
    return this.who(task)
      .split(", ")
      .map((name) => (name.length > 10 && !name.startsWith("(") ? name.split(" ")[0] : name))
      .join(", ");
  }

  /// The task whose end is this one's start.
  private holder(task: Task): Task | undefined {
    const { plan, outline, working } = this.chart;
    let inbound = this.inbound.get(plan.links);
    if (!inbound) {
      this.inbound.set(plan.links, (inbound = new Map()));
      for (const link of plan.links)
        if (link.type === "FS") {
          const before = inbound.get(link.successor);
          if (before) before.push(link.predecessor);
          else inbound.set(link.successor, [link.predecessor]);
        }
    }
    const start = Date.parse(task.start);
    for (const id of inbound.get(task.id) ?? []) {
      const from = outline.tasks[outline.place.get(id) ?? -1];
      const gap = from ? start - Date.parse(from.finish) : -1;
      if (gap >= 0 && gap < 5 * 86_400_000 && working.between(start - gap, start) === 0) return from;
    }
    return undefined;
  }

  personName(id: Id): string {
    return this.chart.plan.people.find((each) => each.id === id)?.name ?? "";
  }

  private likely(task: Task, now: number): Cell {
    if (task.progress?.finished) {
      const day = this.chart.zone.lastDay(Date.parse(task.progress.finished));
      return { text: this.chart.zone.short(day, now), kind: "done" };
    }
    const at = this.chart.forecast?.tasks[task.id]?.[3];
    if (!at) return { text: "", kind: "old" };
    return { text: this.chart.zone.short(this.chart.zone.lastDay(Date.parse(at)), now), kind: this.isReckoning() ? "old" : "" };
  }

  /// The forecast is that of an earlier version: its dates are drawn faintly, and not said.
  private isReckoning(): boolean {
    return this.chart.forecast !== undefined && this.chart.forecast.version < this.chart.plan.version;
  }
}
