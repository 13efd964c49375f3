/// What of a scrolled element is in sight, as it was last told of: asking the element itself makes the page lay itself
/// out at once.
export class Sight {
  left = 0;
  top = 0;
  width = 0;
  height = 0;
  private readonly resized: ResizeObserver;

  constructor(private readonly root: HTMLElement, moved: () => void) {
    root.addEventListener("scroll", () => {
      this.look();
      moved();
    }, { passive: true });
    this.resized = new ResizeObserver(() => this.look());
    this.resized.observe(root);
  }

  /// Asks the element, for whoever has just scrolled it.
  look(): void {
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.root;
    this.left = scrollLeft;
    this.top = scrollTop;
    this.width = clientWidth;
    this.height = clientHeight;
  }

  end(): void {
    this.resized.disconnect();
  }
}
