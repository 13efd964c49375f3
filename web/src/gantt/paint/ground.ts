import type { GanttChart } from "./chart";
import { offDays, rulerMarkup } from "./backdrop";

/// What lies behind the bars and above them: days off, today, the promise, and the ruler.
export class Ground {
  readonly ruler = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  readonly back = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  private paintedRuler = "";
  private paintedBack = "";
  private readonly drawn = new Map<SVGSVGElement, string>();

  constructor(private readonly chart: GanttChart) {
    this.ruler.setAttribute("class", "gantt-ruler");
    this.back.setAttribute("class", "gantt-back");
    for (const element of [this.ruler, this.back]) element.setAttribute("aria-hidden", "true");
  }

  paint(): void {
    this.paintRuler();
    this.paintBack();
  }

  forget(): void {
    this.paintedRuler = "";
    this.paintedBack = "";
  }

  private paintRuler(): void {
    const left = Math.max(0, this.chart.sight.left - 200);
    const right = Math.min(this.chart.scale.width, this.chart.sight.left + this.chart.chartWidth() + 200);
    const key = `${Math.floor(left / 150)} ${Math.floor(right / 150)}`;
    if (key === this.paintedRuler) return;
    this.paintedRuler = key;
    const now = Date.parse(this.chart.plan.now);
    const promised = this.projectPromise();
    const markup = rulerMarkup(this.chart.scale, this.chart.zone, left, right, {
      now: this.chart.scale.x(now),
      nowText: `${this.chart.zone.text(this.chart.zone.day(now), "weekday")} ${this.chart.zone.short(this.chart.zone.day(now))}`,
      promised: promised === undefined ? undefined : {
        x: this.chart.scale.x(promised),
        text: `${this.chart.word("planning.promised")} ${this.chart.zone.short(this.chart.zone.lastDay(promised))}`,
      },
    });
    this.draw(this.ruler, markup);
  }

  /// The latest promise on what ends the project.
  private projectPromise(): number | undefined {
    let latest: number | undefined;
    for (const task of this.chart.plan.tasks)
      if (task.deadline && !task.progress?.finished)
        latest = Math.max(latest ?? -Infinity, Date.parse(task.deadline.by));
    return latest;
  }

  private paintBack(): void {
    const left = Math.max(0, this.chart.sight.left - 300);
    const right = Math.min(this.chart.scale.width, this.chart.sight.left + this.chart.chartWidth() + 300);
    const key = `${Math.floor(left / 200)} ${Math.floor(right / 200)} ${this.chart.rows()}`;
    if (key === this.paintedBack) return;
    this.paintedBack = key;
    const height = Math.max(this.chart.rows() * this.chart.sizes.row, this.chart.sight.height);
    const now = this.chart.scale.x(Date.parse(this.chart.plan.now));
    const promised = this.projectPromise();
    this.draw(
      this.back,
      offDays(this.chart.scale, this.chart.zone, this.chart.working, left, right, height) +
        (promised ? `<path class="promised" d="M${this.chart.scale.x(promised)} 0V${height}"/>` : "") +
        `<path class="today" d="M${now} 0V${height}"/>`,
    );
  }

  /// A picture as large as the plan is painted anew for every change of it: the same is left alone.
  private draw(picture: SVGSVGElement, markup: string): void {
    if (this.drawn.get(picture) === markup) return;
    this.drawn.set(picture, markup);
    picture.innerHTML = markup;
  }
}
