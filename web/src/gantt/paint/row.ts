import type { Column } from "./columns";
import { Shapes, type Shape } from "./shapes";

export type RowContent = {
  index: number;
  top: number;
  level: number;
  setSize: number;
  position: number;
  expanded: boolean | undefined;
  classes: string;
  cells: Partial<Record<Column, Cell>>;
  bar: { left: number; width: number; label: string; resizable: boolean } | undefined;
  glyph: readonly Shape[];
};

/// Text of a cell, or the old and the new value of one that has just changed.
export type Cell = {
  text: string;
  was?: string;
  indent?: number;
  twist?: "open" | "closed";
  chip?: boolean;
  tag?: string;
  flag?: { text: string; kind: "risk" | "late" };
  kind?: string;
};

/// One row's elements, made once and filled again for whatever task scrolls into its place.
export class RowView {
  readonly element = div("gantt-row");
  private readonly cells = div("gantt-cells");
  private readonly time = div("gantt-time");
  readonly bar = document.createElement("button");
  private readonly svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  private readonly byColumn = new Map<Column, HTMLElement>();
  index = -1;
  private readonly shapes = new Shapes(this.svg);
  private readonly attributes = new Map<string, string | undefined>();
  private shifted = 0;
  private indent: number | undefined;
  private drawn: RowContent["bar"];
  /// What stands in cells that have more than a text.
  private readonly marked = new Map<Column, string>();

  constructor(columns: Column[], grid: string) {
    this.element.setAttribute("role", "row");
    this.cells.style.gridTemplateColumns = grid;
    this.cells.setAttribute("role", "none");
    for (const column of columns) {
      const cell = div(`gantt-${column}`);
      cell.setAttribute("role", "gridcell");
      cell.dataset.column = column;
      cell.tabIndex = -1;
      this.byColumn.set(column, cell);
      this.cells.append(cell);
    }
    this.time.setAttribute("role", "gridcell");
    this.time.setAttribute("aria-colindex", String(columns.length + 1));
    this.bar.type = "button";
    this.bar.className = "gantt-bar";
    this.bar.tabIndex = -1;
    const end = document.createElement("span");
    end.className = "end";
    const dot = document.createElement("span");
    dot.className = "dot";
    this.bar.append(end, dot);
    this.svg.setAttribute("class", "gantt-glyph");
    this.svg.setAttribute("aria-hidden", "true");
    this.time.append(this.svg, this.bar);
    this.element.append(this.cells, this.time);
  }

  cell(column: Column): HTMLElement | undefined {
    return this.byColumn.get(column);
  }

  fill(content: RowContent): void {
    const { element } = this;
    if (this.index !== content.index) {
      this.index = content.index;
      element.dataset.row = String(content.index);
      element.setAttribute("aria-rowindex", String(content.index + 2));
      element.style.top = `${content.top}px`;
    }
    if (element.className !== content.classes) element.className = content.classes;
    this.set("aria-level", String(content.level));
    this.set("aria-setsize", String(content.setSize));
    this.set("aria-posinset", String(content.position));
    this.set("aria-selected", content.classes.includes(" chosen") ? "true" : "false");
    this.set("aria-expanded", content.expanded === undefined ? undefined : String(content.expanded));
    for (const [column, cell] of this.byColumn) this.fillCell(cell, column, content.cells[column]);
    this.fillBar(content.bar);
    this.shapes.draw(content.glyph);
  }

  /// Where its bar stands is counted from what lies so far to the left of the table's edge.
  shift(left: number): void {
    if (this.shifted === left) return;
    this.shifted = left;
    shiftBy(this.time, left);
  }

  /// What a row of the same kind has already is not told again: the browser would look at it all the same.
  private set(name: string, value: string | undefined): void {
    if (this.attributes.get(name) === value) return;
    this.attributes.set(name, value);
    if (value === undefined) this.element.removeAttribute(name);
    else this.element.setAttribute(name, value);
  }

  private fillCell(element: HTMLElement, column: Column, cell: Cell | undefined): void {
    if (cell?.indent !== undefined && cell.indent !== this.indent) element.style.paddingLeft = `${(this.indent = cell.indent)}px`;
    const plain = !cell || (cell.was === undefined && !cell.twist && !cell.chip && !cell.flag && !cell.tag);
    const className = `gantt-${column}${cell?.kind ? ` ${cell.kind}` : ""}${plain ? "" : " marked"}`;
    if (element.className !== className) element.className = className;
    if (plain) {
      this.marked.delete(column);
      write(element, cell?.text ?? "");
      return;
    }
    const told = JSON.stringify(cell);
    if (this.marked.get(column) === told) return;
    this.marked.set(column, told);
    element.textContent = "";
    if (cell.twist) {
      const twist = document.createElement("span");
      twist.className = "twist";
      twist.setAttribute("aria-hidden", "true");
      twist.textContent = cell.twist === "open" ? "▼" : "▶";
      element.append(twist);
    }
    if (cell.chip) element.append(mark("chip"));
    if (cell.was !== undefined) {
      const old = document.createElement("s");
      old.textContent = cell.was;
      const now = document.createElement("ins");
      now.textContent = cell.text;
      element.append(old, now);
    } else element.append(cell.text);
    if (cell.flag) element.append(mark(`flag ${cell.flag.kind}`, cell.flag.text));
    if (cell.tag) element.append(mark("tag", cell.tag));
  }

  private fillBar(bar: RowContent["bar"]): void {
    hide(this.bar, !bar);
    const was = this.drawn;
    this.drawn = bar;
    if (!bar) return;
    if (bar.left !== was?.left) this.bar.style.left = `${bar.left}px`;
    if (bar.width !== was?.width) this.bar.style.width = `${bar.width}px`;
    if (bar.label !== was?.label) this.bar.setAttribute("aria-label", bar.label);
    hide(this.bar.firstElementChild as HTMLElement, !bar.resizable);
  }
}

/// By a transform, so that nothing has to be laid out.
export function shiftBy(element: HTMLElement | SVGElement, left: number): void {
  element.style.transform = left ? `translateX(${-left}px)` : "";
}

function hide(element: HTMLElement, hidden: boolean): void {
  if (element.hidden !== hidden) element.hidden = hidden;
}

/// A text that is there is changed, not replaced.
function write(element: HTMLElement, text: string): void {
  const there = element.firstChild;
  if (!(there instanceof Text) || there.nextSibling) element.textContent = text;
  else if (there.data !== text) there.data = text;
}

function mark(className: string, text = ""): HTMLElement {
  const element = document.createElement("span");
  element.className = className;
  element.textContent = text;
  return element;
}

function div(className: string): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  return element;
}
