import type { GanttChart } from "./chart";
import { gridOf } from "./columns";
import { RowView, type RowContent } from "./row";

const SPARE = 24;

/// The rows in view. Elements of rows that scroll out are filled again for those that scroll in.
export class Rows {
  private readonly views = new Map<number, RowView>();
  private readonly spare: RowView[] = [];
  /// What can be reached by Tab now: one cell or bar of all.
  private stop: HTMLElement | undefined;

  constructor(
    private readonly chart: GanttChart,
    private readonly body: HTMLElement,
  ) {}

  view(row: number): RowView | undefined {
    return this.views.get(row);
  }

  /// To be called when what stands in them is other than it was.
  forget(): void {
    for (const view of this.views.values()) view.index = -1;
  }

  /// To be called when they have other columns.
  clear(): void {
    for (const view of [...this.views.values(), ...this.spare]) view.element.remove();
    this.views.clear();
    this.spare.length = 0;
    this.stop = undefined;
  }

  /// Rows `[first, last]`, and the one with the focus wherever it is: it would be lost with its element.
  paint(first: number, last: number): void {
    const focus = this.chart.focus.row;
    // First, while the page is laid out: to say what can be reached, the browser wants it to be.
    this.markStop();
    for (const [row, view] of this.views) {
      if ((row >= first && row <= last) || row === focus) continue;
      this.views.delete(row);
      this.spare.push(view);
    }
    for (let row = first; row <= last; row++) this.paintRow(row);
    if (focus < this.chart.rows() && (focus < first || focus > last)) this.paintRow(focus);
    for (const view of this.views.values()) view.shift(this.chart.sight.left);
    while (this.spare.length > SPARE) this.spare.pop()!.element.remove();
    for (const view of this.spare) if (view.index >= 0) view.fill(PARKED);
    this.markStop();
  }

  private paintRow(row: number): void {
    let view = this.views.get(row);
    if (view && view.index === row) return;
    if (!view) {
      view = this.spare.pop();
      if (!view) {
        view = new RowView(this.chart.columns, gridOf(this.chart.columns));
        this.body.append(view.element);
      }
      this.views.set(row, view);
      view.index = -1;
    }
    view.fill(this.chart.contents.content(row));
  }

  /// The cell or bar that has the focus, or would get it.
  focused(): HTMLElement | undefined {
    const { row, column } = this.chart.focus;
    const view = this.views.get(row);
    const name = this.chart.columns[column];
    return name ? view?.cell(name) : view && !view.bar.hidden ? view.bar : view?.cell("name");
  }

  markStop(): void {
    const { row, column } = this.chart.focus;
    const view = this.views.get(row);
    const name = this.chart.columns[column];
    const stop = name ? view?.cell(name) : view?.bar;
    if (stop === this.stop) return;
    if (this.stop) this.stop.tabIndex = -1;
    if (stop) stop.tabIndex = 0;
    this.stop = stop;
  }
}

const PARKED: RowContent = {
  index: -2,
  top: -1000,
  level: 1,
  setSize: -1,
  position: 1,
  expanded: undefined,
  classes: "gantt-row",
  cells: {},
  bar: undefined,
  glyph: [],
};
