const STEP = 16;

/// The line between table and bars, moved by the pointer or by the arrow keys. It stands beside the grid, not in it:
/// a grid has rows and cells and nothing else.
export class Divider {
  readonly element = document.createElement("div");

  /// @param width of the table now, in pixels, and `widen` what makes it another
  constructor(
    label: string,
    private readonly width: () => number,
    private readonly widen: (width: number) => void,
  ) {
    const { element } = this;
    element.className = "gantt-divider";
    element.tabIndex = 0;
    element.setAttribute("role", "separator");
    element.setAttribute("aria-orientation", "vertical");
    element.setAttribute("aria-label", label);
    element.addEventListener("pointerdown", (down) => this.drag(down));
    element.addEventListener("keydown", (event) => this.key(event));
  }

  /// Tells how wide the table is, and may be.
  show(now: number, least: number, most: number): void {
    this.element.setAttribute("aria-valuenow", String(Math.round(now)));
    this.element.setAttribute("aria-valuemin", String(Math.round(least)));
    this.element.setAttribute("aria-valuemax", String(Math.round(most)));
  }

  private drag(down: PointerEvent): void {
    const begin = this.width() - down.clientX;
    this.element.setPointerCapture(down.pointerId);
    const move = (event: PointerEvent) => this.widen(begin + event.clientX);
    this.element.addEventListener("pointermove", move);
    this.element.addEventListener("pointerup", () => this.element.removeEventListener("pointermove", move), { once: true });
  }

  private key(event: KeyboardEvent): void {
    const to = { ArrowLeft: this.width() - STEP, ArrowRight: this.width() + STEP, Home: 0, End: Number.MAX_SAFE_INTEGER }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.widen(to);
  }
}
