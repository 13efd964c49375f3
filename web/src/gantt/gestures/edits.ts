import { formatRanged, parseExtent, setExtent } from "../model/extent";
import type { Change, Id, Task } from "../model/types";
import { EDITABLE, type Column } from "../paint/columns";
import type { GanttChart } from "../paint/chart";
import { movedTo, stretchedTo } from "./drags";
import { parseDay } from "./typing";

/// Changes made in the table: typing into cells, rows added and removed, outline and links of what is chosen.
export class Edits {
  private input: HTMLInputElement | undefined;

  constructor(private readonly chart: GanttChart) {
    chart.root.addEventListener("dblclick", (event) => {
      const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-column]");
      const row = this.chart.rowAt(event.clientY);
      if (cell && row >= 0) this.begin(row, cell.dataset.column as Column);
    });
  }

  get active(): boolean {
    return this.input !== undefined;
  }

  /// Opens a cell for typing; what was typed counts with Enter, Tab or when the cell is left, not with Escape.
  begin(row: number, column: Column, first?: string): void {
    const task = this.chart.task(row);
    const cell = this.chart.view(row)?.cell(column);
    if (!task || !cell || !this.chart.canEdit || !EDITABLE.has(column)) return;
    if (column !== "name" && (task.kind === "summary" || task.progress?.finished)) return;
    this.chart.options.events.editing(task.id, column);
    const input = document.createElement("input");
    input.className = "gantt-edit";
    input.setAttribute("aria-label", `${this.chart.word(`planning.column.${column}`)}, ${task.name}`);
    input.value = first ?? this.textOf(task, column);
    if (column === "who") input.setAttribute("list", this.people());
    const box = cell.getBoundingClientRect();
    const frame = this.chart.root.getBoundingClientRect();
    input.style.left = `${box.left - frame.left + this.chart.root.scrollLeft}px`;
    input.style.top = `${box.top - frame.top + this.chart.root.scrollTop}px`;
    input.style.width = `${Math.max(box.width, column === "who" ? 150 : 64)}px`;
    input.style.height = `${box.height}px`;
    this.input = input;
    this.chart.root.append(input);
    input.focus({ preventScroll: true });
    if (first === undefined) input.select();
    input.addEventListener("keydown", (event) => this.key(event, row, column));
    input.addEventListener("blur", () => this.finish(row, column));
  }

  private key(event: KeyboardEvent, row: number, column: Column): void {
    event.stopPropagation();
    if (event.key === "Escape") {
      this.close();
      this.chart.focusCell();
    } else if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      if (!this.finish(row, column)) return;
      if (event.key === "Tab") this.next(row, column, event.shiftKey ? -1 : 1);
      else this.chart.focusCell();
    }
  }

  private next(row: number, column: Column, step: number): void {
    const { columns } = this.chart;
    for (let i = columns.indexOf(column) + step; i >= 0 && i < columns.length; i += step) {
      if (!EDITABLE.has(columns[i]!)) continue;
      this.chart.focus = { row, column: i };
      this.chart.focusCell();
      return this.begin(row, columns[i]!);
    }
    this.chart.focusCell();
  }

  private finish(row: number, column: Column): boolean {
    const input = this.input;
    const task = this.chart.task(row);
    if (!input || !task) return true;
    const text = input.value.trim();
    if (text === this.textOf(task, column)) {
      this.close();
      return true;
    }
    const change = this.typed(task, column, text);
    if (!change) {
      input.classList.add("wrong");
      input.setAttribute("aria-invalid", "true");
      this.chart.tell(this.chart.word(`planning.wrong.${column}`, { text }));
      return false;
    }
    this.close();
    this.chart.options.events.change([change], this.chart.word("planning.label.edit", { task: task.name }));
    return true;
  }

  private close(): void {
    const input = this.input;
    this.input = undefined;
    input?.remove();
    this.chart.options.events.editing();
  }

  private textOf(task: Task, column: Column): string {
    const { zone } = this.chart;
    if (column === "name") return task.name;
    if (column === "who") return this.chart.contents.who(task);
    if (column === "start") return zone.iso(zone.day(Date.parse(task.start)));
    if (column === "finish") return zone.iso(zone.lastDay(Date.parse(task.finish)));
    return formatRanged(task.kind, task.minutes, task.range, this.chart.days(), this.chart.units()).replaceAll("\u00a0", " ");
  }

  /// The change that a text means, or undefined if it can't be understood.
  private typed(task: Task, column: Column, text: string): Change | undefined {
    const { zone, working } = this.chart;
    if (column === "name") return text === "" ? undefined : { kind: "setTask", task: task.id, set: { name: text } };
    if (column === "extent") {
      const extent = parseExtent(text, task.kind === "milestone" ? "effort" : task.kind, this.chart.days());
      return extent && { kind: "setTask", task: task.id, set: setExtent(extent, task.kind, task.range) };
    }
    if (column === "who") return this.assigned(task, text);
    const day = parseDay(text, zone, Date.parse(this.chart.plan.now));
    if (day === undefined) return undefined;
    if (column === "start") return movedTo(this.chart, task, working.firstMinute(day));
    return stretchedTo(this.chart, task, working.lastMinute(day));
  }

  /// Names parted by commas, each with a share if wanted ("Ada 50%"); "(java)" asks for a skill; nothing for nobody.
  private assigned(task: Task, text: string): Change | undefined {
    const names = text.split(/[,;]/).map((each) => each.trim()).filter(Boolean);
    const assignments = [];
    for (const each of names) {
      const found = /^(.*?)(?:\s+(\d+)\s*%)?$/.exec(each)!;
      const name = found[1]!.trim();
      const units = Number(found[2] ?? 100);
      const skill = /^\((.+)\)$/.exec(name);
      if (skill) assignments.push({ skill: skill[1]!, units });
      else {
        const person = this.personNamed(name);
        if (!person || units < 1) return undefined;
        assignments.push({ person, units });
      }
    }
    return { kind: "setTask", task: task.id, set: { assignments } };
  }

  private personNamed(name: string): Id | undefined {
    const wanted = name.toLocaleLowerCase();
    const people = this.chart.plan.people;
    const exact = people.find((each) => each.name.toLocaleLowerCase() === wanted);
    if (exact) return exact.id;
    const beginning = people.filter((each) => each.name.toLocaleLowerCase().startsWith(wanted));
    return beginning.length === 1 ? beginning[0]!.id : undefined;
  }

  private people(): string {
    const id = "gantt-people";
    let list = document.getElementById(id);
    if (!list) {
      list = document.createElement("datalist");
      list.id = id;
      this.chart.root.append(list);
    }
    list.replaceChildren(
      ...this.chart.plan.people.map((each) => {
        const option = document.createElement("option");
        option.value = each.name;
        return option;
      }),
    );
    return id;
  }

  /// A new task after the one with focus, at its level, open for its name.
  add(): void {
    if (!this.chart.canEdit) return;
    const id = crypto.randomUUID();
    const at = this.chart.task(this.chart.focus.row);
    const name = this.chart.word("planning.newTask");
    const task = { id, name, kind: "effort" as const, minutes: this.chart.working.minutesOfADay() };
    const change: Change = at
      ? { kind: "addTask", task, parent: at.parent, after: at.id }
      : { kind: "addTask", task, last: true };
    this.chart.options.events.change([change], this.chart.word("planning.label.add"));
    this.await(id);
  }

  /// Once the new row is there, its name can be typed.
  private await(id: Id, tries = 0): void {
    const row = this.chart.rowOf(id);
    if (row < 0) {
      if (tries < 40) window.setTimeout(() => this.await(id, tries + 1), 50);
      return;
    }
    this.chart.focus = { row, column: this.chart.columns.indexOf("name") };
    this.chart.select([id], { scroll: true });
    this.chart.options.events.select([id]);
    this.chart.focusCell();
    this.begin(row, "name");
  }

  /// What is chosen, or the row with focus; of a task and what lies beneath it only the task.
  private tasks(): Task[] {
    const { outline } = this.chart;
    const ids = this.chart.selection();
    const focused = this.chart.task(this.chart.focus.row);
    const chosen = new Set(ids.length > 0 ? ids : focused ? [focused.id] : []);
    return outline.tasks.filter((task, place) => {
      if (!chosen.has(task.id)) return false;
      for (let up = outline.parent[place]!; up >= 0; up = outline.parent[up]!)
        if (chosen.has(outline.tasks[up]!.id)) return false;
      return true;
    });
  }

  private apply(changes: Change[], label: string): void {
    if (changes.length > 0 && this.chart.canEdit) this.chart.options.events.change(changes, this.chart.word(label));
  }

  remove(): void {
    this.apply(
      this.tasks().map((task) => ({ kind: "removeTask", task: task.id })),
      "planning.label.remove",
    );
  }

  /// Beneath the task before them.
  indent(): void {
    const { outline } = this.chart;
    const changes: Change[] = [];
    const moving = new Set(this.tasks().map((task) => task.id));
    for (const task of this.tasks()) {
      let before = outline.siblingBefore(outline.place.get(task.id)!);
      while (before >= 0 && moving.has(outline.tasks[before]!.id)) before = outline.siblingBefore(before);
      if (before >= 0) changes.push({ kind: "moveTask", task: task.id, parent: outline.tasks[before]!.id, last: true });
    }
    this.apply(changes, "planning.label.indent");
  }

  /// Beside the summary that they were beneath, in their order.
  outdent(): void {
    const { outline } = this.chart;
    const changes: Change[] = [];
    const last = new Map<Id, Id>();
    for (const task of this.tasks()) {
      if (task.parent === undefined) continue;
      const above = outline.tasks[outline.place.get(task.parent)!]!;
      changes.push({ kind: "moveTask", task: task.id, parent: above.parent, after: last.get(above.id) ?? above.id });
      last.set(above.id, task.id);
    }
    this.apply(changes, "planning.label.outdent");
  }

  /// One step up or down among the siblings.
  shift(step: 1 | -1): void {
    const { outline } = this.chart;
    const tasks = this.tasks();
    if (tasks.length !== 1) return;
    const task = tasks[0]!;
    const place = outline.place.get(task.id)!;
    if (step > 0) {
      const next = outline.siblingAfter(place);
      if (next >= 0)
        this.apply([{ kind: "moveTask", task: task.id, parent: task.parent, after: outline.tasks[next]!.id }], "planning.label.reorder");
      return;
    }
    const before = outline.siblingBefore(place);
    if (before < 0) return;
    const above = outline.siblingBefore(before);
    const after = above < 0 ? undefined : outline.tasks[above]!.id;
    this.apply([{ kind: "moveTask", task: task.id, parent: task.parent, after }], "planning.label.reorder");
  }

  /// A chain through what is chosen, from top to bottom.
  link(): void {
    const tasks = this.tasks();
    const has = new Set(this.chart.plan.links.map((each) => `${each.predecessor} ${each.successor}`));
    const changes: Change[] = [];
    for (let i = 1; i < tasks.length; i++) {
      const [predecessor, successor] = [tasks[i - 1]!.id, tasks[i]!.id];
      if (!has.has(`${predecessor} ${successor}`)) changes.push({ kind: "addLink", predecessor, successor, type: "FS" });
    }
    this.apply(changes, "planning.label.links");
  }

  /// Between those chosen; of a single one, all of its links.
  unlink(): void {
    const chosen = new Set(this.tasks().map((task) => task.id));
    const touches = chosen.size > 1 ? "every" : "some";
    const changes: Change[] = this.chart.plan.links
      .filter((link) => [link.predecessor, link.successor][touches]((id) => chosen.has(id)))
      .map(({ predecessor, successor }) => ({ kind: "removeLink", predecessor, successor }));
    this.apply(changes, "planning.label.unlink");
  }

  /// Rows of a spreadsheet: name, and if given extent and who; indentation by leading spaces is kept.
  paste(text: string): void {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
    if (lines.length === 0 || !this.chart.canEdit) return;
    const at = this.chart.task(this.chart.focus.row);
    let after = at?.id;
    const changes = lines.map((line): Change => {
      const [name, extent] = line.split("\t").map((each) => each.trim());
      const read = extent ? parseExtent(extent, "effort", this.chart.days()) : undefined;
      const task = { id: crypto.randomUUID(), name: name!.slice(0, 200), ...(read ?? { kind: "effort" as const, minutes: this.chart.working.minutesOfADay() }) };
      const change: Change = after ? { kind: "addTask", task, parent: at?.parent, after } : { kind: "addTask", task, last: true };
      after = task.id;
      return change;
    });
    this.chart.options.events.change(changes, this.chart.word("planning.label.paste", { count: changes.length }));
  }
}
