import type { GanttChart } from "../paint/chart";
import { EDITABLE } from "../paint/columns";
import { movedTo, stretchedTo, label, type Drags } from "./drags";
import type { Edits } from "./edits";

const PAGE = 15;

/// The keyboard, and what a click chooses. The chart is one tab stop; within it arrows walk.
export class Keys {
  private anchor = 0;
  private readonly abort = new AbortController();

  constructor(
    private readonly chart: GanttChart,
    private readonly edits: Edits,
    private readonly drags: Drags,
  ) {
    const { root } = chart;
    const { signal } = this.abort;
    root.addEventListener("keydown", (event) => this.key(event), { signal });
    root.addEventListener("click", (event) => this.click(event), { signal });
    root.addEventListener("focusin", (event) => this.focused(event.target as HTMLElement), { signal });
    root.addEventListener("paste", (event) => this.paste(event), { signal });
    document.addEventListener("keydown", (event) => this.escape(event), { signal });
  }

  stop(): void {
    this.abort.abort();
  }

  private escape(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.drags.active) this.drags.cancel();
  }

  private paste(event: ClipboardEvent): void {
    if (this.edits.active) return;
    const text = event.clipboardData?.getData("text/plain");
    if (!text) return;
    event.preventDefault();
    this.edits.paste(text);
  }

  private focused(target: HTMLElement): void {
    const row = target.closest<HTMLElement>("[data-row]");
    if (!row) return;
    const cell = target.closest<HTMLElement>("[data-column]");
    this.chart.focus.row = Number(row.dataset.row);
    this.chart.focus.column = cell
      ? this.chart.columns.indexOf(cell.dataset.column as (typeof this.chart.columns)[number])
      : this.chart.columns.length;
  }

  private click(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    if (!target.closest("[data-row]") || target.closest(".gantt-edit")) return;
    const row = this.chart.rowAt(event.clientY);
    if (row < 0) return;
    if (target.classList.contains("twist")) {
      this.chart.toggle(row);
      return;
    }
    this.choose(row, event.shiftKey, event.ctrlKey || event.metaKey);
    if (target.closest("[data-column]")) {
      const column = target.closest<HTMLElement>("[data-column]")!.dataset.column;
      this.chart.focus = { row, column: this.chart.columns.findIndex((each) => each === column) };
      this.chart.focusCell();
    }
  }

  private choose(row: number, range: boolean, toggle: boolean): void {
    const task = this.chart.task(row);
    if (!task) return;
    if (range) {
      const ids = [];
      for (let i = Math.min(row, this.anchor); i <= Math.max(row, this.anchor); i++) ids.push(this.chart.task(i)!.id);
      this.chart.chosen = new Set(ids);
    } else if (toggle) {
      if (!this.chart.chosen.delete(task.id)) this.chart.chosen.add(task.id);
      this.anchor = row;
    } else {
      this.chart.chosen = new Set([task.id]);
      this.anchor = row;
    }
    this.chart.focus.row = row;
    this.chart.repaint();
    this.chart.options.events.select(this.chart.selection());
  }

  private key(event: KeyboardEvent): void {
    if (this.edits.active || event.defaultPrevented) return;
    if (this.handle(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /// Whether the key meant something here.
  private handle(event: KeyboardEvent): boolean {
    const control = event.ctrlKey || event.metaKey;
    if (control) return this.withControl(event);
    if (event.altKey) return this.withAlt(event);
    switch (event.key) {
      case "ArrowDown":
        return this.go(this.chart.focus.row + 1, event.shiftKey);
      case "ArrowUp":
        return this.go(this.chart.focus.row - 1, event.shiftKey);
      case "PageDown":
        return this.go(this.chart.focus.row + PAGE, event.shiftKey);
      case "PageUp":
        return this.go(this.chart.focus.row - PAGE, event.shiftKey);
      case "ArrowRight":
        return this.sideways(1);
      case "ArrowLeft":
        return this.sideways(-1);
      case "Home":
        return this.column(0);
      case "End":
        return this.column(this.chart.columns.length);
      case "Enter":
        return this.enter();
      case "F2":
        return event.shiftKey ? this.open() : this.type();
      case "Insert":
        return this.did(() => this.edits.add());
      case "Delete":
        return this.did(() => this.edits.remove());
      case " ":
        return this.did(() => this.choose(this.chart.focus.row, event.shiftKey, true));
      case "?":
        return this.did(() => this.chart.options.events.help());
      case "+":
        return this.openSummary(true);
      case "-":
        return this.openSummary(false);
    }
    return false;
  }

  private withControl(event: KeyboardEvent): boolean {
    switch (event.key) {
      case "Home":
        return this.go(0, event.shiftKey);
      case "End":
        return this.go(this.chart.rows() - 1, event.shiftKey);
      case "z":
      case "Z":
        return this.did(() => (event.shiftKey ? this.chart.options.events.redo() : this.chart.options.events.undo()));
      case "y":
        return this.did(() => this.chart.options.events.redo());
      case "F2":
        return this.did(() => (event.shiftKey ? this.edits.unlink() : this.edits.link()));
      case "+":
      case "=":
        return this.did(() => this.chart.zoomBy(-1));
      case "-":
        return this.did(() => this.chart.zoomBy(1));
      case "i":
        return this.did(() => this.edits.add());
      case "a":
        return this.did(() => this.all());
    }
    return false;
  }

  private withAlt(event: KeyboardEvent): boolean {
    const onBar = this.chart.focus.column >= this.chart.columns.length;
    switch (event.key) {
      case "ArrowUp":
        return this.did(() => this.edits.shift(-1));
      case "ArrowDown":
        return this.did(() => this.edits.shift(1));
      case "ArrowLeft":
      case "ArrowRight": {
        const step = event.key === "ArrowRight" ? 1 : -1;
        if (onBar) return this.did(() => (event.shiftKey ? this.stretch(step) : this.move(step)));
        if (!event.shiftKey) return false;
        return this.did(() => (step > 0 ? this.edits.indent() : this.edits.outdent()));
      }
    }
    return false;
  }

  private did(act: () => void): boolean {
    act();
    return true;
  }

  private go(row: number, extend: boolean): boolean {
    const to = Math.max(0, Math.min(this.chart.rows() - 1, row));
    const from = this.chart.focus.row;
    this.chart.focus.row = to;
    if (extend) this.choose(to, true, false);
    else if (from !== to) this.choose(to, false, false);
    this.chart.focusCell();
    return true;
  }

  private column(column: number): boolean {
    this.chart.focus.column = column;
    this.chart.focusCell();
    return true;
  }

  /// In the name, right opens and left closes a summary; elsewhere they walk.
  private sideways(step: 1 | -1): boolean {
    const { row, column } = this.chart.focus;
    const place = this.chart.outline.rows[row];
    if (place !== undefined && this.chart.columns[column] === "name" && this.chart.outline.isParent(place)) {
      const open = this.chart.view(row)?.element.getAttribute("aria-expanded") === "true";
      if (step > 0 ? !open : open) {
        this.chart.toggle(row, step > 0);
        this.chart.focusCell();
        return true;
      }
    }
    return this.column(Math.max(0, Math.min(this.chart.columns.length, column + step)));
  }

  private openSummary(open: boolean): boolean {
    this.chart.toggle(this.chart.focus.row, open);
    this.chart.focusCell();
    return true;
  }

  private enter(): boolean {
    const place = this.chart.outline.rows[this.chart.focus.row];
    if (place === undefined) return false;
    if (this.chart.focus.column >= this.chart.columns.length) return this.open();
    if (this.chart.columns[this.chart.focus.column] === "name" && this.chart.outline.isParent(place)) {
      this.chart.toggle(this.chart.focus.row);
      this.chart.focusCell();
      return true;
    }
    return this.type();
  }

  private open(): boolean {
    const task = this.chart.task(this.chart.focus.row);
    if (task) this.chart.options.events.open(task.id);
    return true;
  }

  private type(): boolean {
    const column = this.chart.columns[this.chart.focus.column];
    if (!column || !EDITABLE.has(column)) return this.open();
    this.edits.begin(this.chart.focus.row, column);
    return true;
  }

  private all(): void {
    const ids = [];
    for (let row = 0; row < this.chart.rows(); row++) ids.push(this.chart.task(row)!.id);
    this.chart.chosen = new Set(ids);
    this.chart.repaint();
    this.chart.options.events.select(ids);
  }

  /// A working day earlier or later; an hour where the zoom shows hours.
  private move(step: 1 | -1): void {
    const task = this.chart.task(this.chart.focus.row);
    if (!task || !this.chart.canEdit || task.kind === "summary" || task.progress?.finished) return;
    const at = this.stepped(Date.parse(task.start), step);
    this.chart.options.events.change([movedTo(this.chart, task, at)], label(this.chart, "move", task));
  }

  private stretch(step: 1 | -1): void {
    const task = this.chart.task(this.chart.focus.row);
    if (!task || !this.chart.canEdit || task.progress?.finished) return;
    if (task.kind === "summary" || task.kind === "milestone" || task.minutes === undefined) return;
    const unit = this.chart.scale.snap < 1440 ? 60 : task.kind === "elapsed" ? 1440 : this.chart.days().minutesOfADay;
    const minutes = Math.max(this.chart.scale.snap < 1440 ? 60 : unit / 2, task.minutes + step * unit);
    const change =
      minutes === task.minutes ? stretchedTo(this.chart, task, Date.parse(task.finish)) : { kind: "setTask" as const, task: task.id, set: { minutes } };
    this.chart.options.events.change([change], label(this.chart, "resize", task));
  }

  private stepped(at: number, step: 1 | -1): number {
    const { scale, zone, working } = this.chart;
    if (scale.snap < 1440) return at + step * 3_600_000;
    let day = zone.day(at);
    for (let i = 0; i < 30; i++) {
      day += step;
      if (!working.isOff(day)) break;
    }
    return working.firstMinute(day);
  }
}
