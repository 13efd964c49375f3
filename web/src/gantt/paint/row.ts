import type { Column } from "./columns";

export type RowContent = {
  index: number;
  top: number;
  width: number;
  level: number;
  setSize: number;
  position: number;
  expanded: boolean | undefined;
  classes: string;
  cells: Partial<Record<Column, Cell>>;
  bar: { left: number; width: number; label: string; resizable: boolean } | undefined;
  glyph: string;
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
  private glyph = "";

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
      element.style.transform = `translateY(${content.top}px)`;
    }
    element.className = content.classes;
    element.style.width = `${content.width}px`;
    element.setAttribute("aria-level", String(content.level));
    element.setAttribute("aria-setsize", String(content.setSize));
    element.setAttribute("aria-posinset", String(content.position));
    element.setAttribute("aria-selected", content.classes.includes(" chosen") ? "true" : "false");
    if (content.expanded === undefined) element.removeAttribute("aria-expanded");
    else element.setAttribute("aria-expanded", String(content.expanded));
    for (const [column, cell] of this.byColumn) this.fillCell(cell, column, content.cells[column]);
    this.fillBar(content.bar);
    if (this.glyph !== content.glyph) this.svg.innerHTML = this.glyph = content.glyph;
  }

  private fillCell(element: HTMLElement, column: Column, cell: Cell | undefined): void {
    const plain = !cell || (cell.was === undefined && column !== "name");
    if (plain) {
      const text = cell?.text ?? "";
      if (element.firstElementChild || element.textContent !== text) element.textContent = text;
      if (column === "likely") element.className = `gantt-likely ${cell?.kind ?? ""}`;
      return;
    }
    element.textContent = "";
    if (cell.indent !== undefined) element.style.paddingLeft = `${cell.indent}px`;
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
    this.bar.hidden = !bar;
    if (!bar) return;
    this.bar.style.left = `${bar.left}px`;
    this.bar.style.width = `${bar.width}px`;
    this.bar.setAttribute("aria-label", bar.label);
    (this.bar.firstElementChild as HTMLElement).hidden = !bar.resizable;
  }
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
