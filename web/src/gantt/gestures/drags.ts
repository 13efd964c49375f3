import type { GanttChart } from "../paint/chart";
import type { Change, Task } from "../model/types";

type Drag = {
  kind: "move" | "resize" | "link";
  task: Task;
  row: number;
  x: number;
  start: number;
  finish: number;
  dx: number;
  moved: boolean;
  pinning: boolean;
  target: number;
};

/// Dragging with the pointer: a bar's body moves it, its end stretches it, its dot draws a link. The DOM is patched a
/// frame at a time; nothing is told to the page before the drop. Escape leaves all as it was.
///
/// The pointer's shape is that of a veil over all rows: given to the chart itself, each of its thousand elements would
/// inherit it, and the page be laid out anew at the drop.
export class Drags {
  private drag: Drag | undefined;
  private frame = 0;
  private readonly veil = document.createElement("div");
  private readonly ghost = document.createElement("div");
  private readonly note = document.createElement("div");
  private asked = 0;

  constructor(private readonly chart: GanttChart) {
    this.ghost.className = "gantt-ghost";
    this.note.className = "gantt-note";
    this.note.setAttribute("aria-hidden", "true");
    const { root } = chart;
    root.addEventListener("pointerdown", (event) => this.begin(event));
    root.addEventListener("pointermove", (event) => this.move(event));
    root.addEventListener("pointerup", (event) => this.drop(event));
    root.addEventListener("pointercancel", () => this.cancel());
    root.addEventListener("selectstart", (event) => this.drag && event.preventDefault());
  }

  get active(): boolean {
    return this.drag !== undefined;
  }

  private begin(event: PointerEvent): void {
    const element = event.target as HTMLElement;
    const bar = element.closest<HTMLElement>(".gantt-bar");
    if (!bar || event.button !== 0 || !this.chart.canEdit) return;
    const row = this.chart.rowAt(event.clientY);
    const task = this.chart.task(row);
    if (!task) return;
    const kind = element.classList.contains("dot") ? "link" : element.classList.contains("end") ? "resize" : "move";
    if (kind !== "link" && (task.kind === "summary" || task.progress?.finished)) return;
    const { start, finish } = this.chart.place(task);
    this.drag = { kind, task, row, x: event.clientX, start, finish, dx: 0, moved: false, pinning: false, target: -1 };
    this.chart.root.setPointerCapture(event.pointerId);
  }

  private move(event: PointerEvent): void {
    const drag = this.drag;
    if (!drag) return;
    drag.dx = event.clientX - drag.x;
    drag.pinning = event.altKey;
    if (!drag.moved && Math.abs(drag.dx) < 4 && drag.kind !== "link") return;
    if (!drag.moved) {
      drag.moved = true;
      this.veil.className = `gantt-veil ${drag.kind}`;
      this.chart.cover(this.veil);
      this.veil.setPointerCapture(event.pointerId);
      document.body.append(this.note);
      if (drag.kind !== "link") this.chart.overlay(this.ghost);
    }
    const { clientX, clientY } = event;
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (this.drag) this.draw(clientX, clientY);
    });
  }

  private draw(x: number, y: number): void {
    const drag = this.drag!;
    this.note.style.transform = `translate(${Math.min(x + 14, window.innerWidth - 330)}px, ${y + 18}px)`;
    if (drag.kind === "link") return this.drawLink(x, y);
    const place = this.snapped(drag);
    const top = drag.row * this.chart.sizes.row + (this.chart.sizes.row - this.chart.sizes.bar) / 2;
    this.ghost.style.transform = `translate(${place.start}px, ${top}px)`;
    this.ghost.style.width = `${Math.max(4, place.finish - place.start)}px`;
    this.chart.links.drawLinksOf(drag.task.id, place);
    this.say(this.dates(place), [this.change(drag)]);
  }

  private drawLink(x: number, y: number): void {
    const drag = this.drag!;
    const { row } = this.chart.sizes;
    const to = { x: this.chart.chartX(x), y: (this.chart.rowAt(y) + 0.5) * row };
    this.chart.links.drawLine({ x: drag.finish, y: (drag.row + 0.5) * row }, to);
    const target = this.chart.rowAt(y);
    if (target === drag.target) return;
    this.chart.view(drag.target)?.element.classList.remove("target");
    drag.target = target;
    const other = this.chart.task(target);
    if (!other || other.id === drag.task.id) return this.say(this.chart.word("planning.link.drop"));
    this.chart.view(target)?.element.classList.add("target");
    this.say(this.chart.word("planning.link.would", { from: drag.task.name, to: other.name }), [this.change(drag)]);
  }

  private dates(place: { start: number; finish: number }): string {
    const { zone, scale } = this.chart;
    const start = scale.at(place.start);
    const day = zone.text(zone.day(start), "long");
    return scale.snap < 1440 ? `${day}, ${zone.time(start)}` : day;
  }

  /// The ends of the bar where it would be dropped, whole snaps from where it was.
  private snapped(drag: Drag): { start: number; finish: number } {
    const { scale } = this.chart;
    const step = (scale.snap / 1440) * scale.perDay;
    const dx = step < 2 ? drag.dx : Math.round(drag.dx / step) * step;
    if (drag.kind === "resize") return { start: drag.start, finish: Math.max(drag.start + 2, drag.finish + dx) };
    return { start: drag.start + dx, finish: drag.finish + dx };
  }

  private change(drag: Drag): Change {
    if (drag.kind === "link")
      return { kind: "addLink", predecessor: drag.task.id, successor: this.chart.task(drag.target)!.id, type: "FS" };
    return drag.kind === "move" ? this.moving(drag) : this.stretching(drag);
  }

  private moving(drag: Drag): Change {
    return movedTo(this.chart, drag.task, this.chart.scale.at(this.snapped(drag).start), drag.pinning);
  }

  private stretching(drag: Drag): Change {
    return stretchedTo(this.chart, drag.task, this.chart.scale.at(this.snapped(drag).finish));
  }

  /// The note beside the pointer; what the change would do is asked when the pointer rests.
  private say(text: string, changes?: Change[]): void {
    const line = document.createElement("b");
    line.textContent = text;
    if (this.note.firstChild?.textContent === text) return;
    this.note.replaceChildren(line);
    clearTimeout(this.asked);
    if (!changes) return;
    this.asked = window.setTimeout(async () => {
      const answer = await this.chart.options.events.preview(changes);
      if (answer && line.isConnected) line.after(answer);
    }, 120);
  }

  private drop(event: PointerEvent): void {
    const drag = this.drag;
    if (!drag) return;
    const useful = drag.moved && (drag.kind !== "link" || this.isTarget(drag));
    const change = useful ? this.change(drag) : undefined;
    this.end();
    if (!change) {
      if (!drag.moved) this.chart.options.events.open(drag.task.id);
      return;
    }
    event.preventDefault();
    this.chart.options.events.change([change], label(this.chart, drag.kind, drag.task));
  }

  private isTarget(drag: Drag): boolean {
    const other = this.chart.task(drag.target);
    return other !== undefined && other.id !== drag.task.id;
  }

  cancel(): void {
    if (!this.drag) return;
    this.end();
    this.chart.tell(this.chart.word("planning.drag.cancelled"));
  }

  private end(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.asked);
    this.frame = 0;
    this.chart.view(this.drag?.target ?? -1)?.element.classList.remove("target");
    this.drag = undefined;
    this.ghost.remove();
    this.note.remove();
    this.note.replaceChildren();
    this.veil.remove();
    this.chart.links.drop();
    this.chart.repaint();
  }
}

export function label(chart: GanttChart, kind: "move" | "resize" | "link", task: Task): string {
  return chart.word(`planning.label.${kind}`, { task: task.name });
}

/// A task starts no earlier than then; with a pin exactly then. Whole minutes.
export function movedTo(chart: GanttChart, task: Task, at: number, pin = false): Change {
  const moment = iso(onWorkingTime(chart, task, at));
  return { kind: "setTask", task: task.id, set: pin || task.pinned ? { pinned: moment } : { notBefore: moment } };
}

/// A day is meant from its first working minute on.
function onWorkingTime(chart: GanttChart, task: Task, at: number): number {
  if (chart.scale.snap < 1440 || task.kind === "elapsed") return at;
  return chart.working.firstMinute(chart.zone.day(at + 30 * 60_000));
}

/// A task as long as it takes to end then, by its share of the working time that it covers now.
export function stretchedTo(chart: GanttChart, task: Task, at: number): Change {
  const start = Date.parse(task.start);
  const finish = Date.parse(task.finish);
  const set = task.kind === "elapsed" ? { minutes: Math.max(60, Math.round((at - start) / 60_000)) } : { minutes: worked(chart, task, start, finish, at) };
  return { kind: "setTask", task: task.id, set };
}

function worked(chart: GanttChart, task: Task, start: number, finish: number, at: number): number {
  const now = Math.max(1, chart.working.between(start, finish));
  const then = chart.working.between(start, at);
  const minutes = ((task.minutes ?? now) * then) / now;
  const step = chart.scale.snap < 1440 ? 60 : chart.days().minutesOfADay / 2;
  return Math.max(step, Math.round(minutes / step) * step);
}

function iso(at: number): string {
  return `${new Date(Math.round(at / 60_000) * 60_000).toISOString().slice(0, 16)}:00Z`;
}
