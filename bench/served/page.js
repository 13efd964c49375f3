// What runs within the page to measure it. A frame counts as painted when a message, sent from its last callback,
// arrives: that is after layout and paint.
export function watch() {
  const bench = (window.bench = { rowsPainted: 0, keyPainted: 0 });
  const chart = () => document.querySelector("[role=treegrid]");
  const afterPaint = (act) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => act(performance.now());
      port2.postMessage(0);
    });

  function look() {
    const bars = chart()?.querySelectorAll(".gantt-row[data-row] .gantt-bar:not([hidden])") ?? [];
    if (bars.length < 10) return requestAnimationFrame(look);
    afterPaint((at) => {
      bench.rowsPainted = at;
      const stop = chart().querySelector("[tabindex='0']");
      stop.focus();
      chart().addEventListener("keydown", () => afterPaint((then) => {
        if (document.activeElement !== stop) bench.keyPainted = then;
      }), { once: true });
    });
  }
  if (location.pathname.startsWith("/projects/")) requestAnimationFrame(look);

  bench.scroll = (step, count) =>
    new Promise((resolve) => {
      const root = chart();
      const busy = [];
      const gaps = [];
      let way = step;
      let last = 0;
      root.scrollTop = 0;
      const frame = (at) => {
        const begun = performance.now();
        if (last) gaps.push(at - last);
        last = at;
        if (root.scrollTop + root.clientHeight >= root.scrollHeight - step) way = -step;
        else if (root.scrollTop < step) way = step;
        root.scrollTop += way;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => busy.push(performance.now() - begun);
        port2.postMessage(0);
        if (gaps.length < count) requestAnimationFrame(frame);
        else setTimeout(() => resolve({ busy: busy.slice(2), gaps: gaps.slice(2) }), 100);
      };
      setTimeout(() => requestAnimationFrame(frame), 300);
    });

  let moves = [];
  bench.follow = () => {
    moves = [];
    chart().addEventListener("pointermove", (event) => afterPaint((at) => moves.push(at - event.timeStamp)));
  };
  bench.followed = () => moves;

  /** The middle of a bar that can be dragged, near the middle of the window. */
  bench.bar = () => {
    const { left, right } = chart().querySelector(".gantt-ruler").getBoundingClientRect();
    const { bottom } = chart().getBoundingClientRect();
    const table = chart().querySelector(".gantt-columns").getBoundingClientRect().right;
    const found = [...chart().querySelectorAll(".gantt-row:not(.sum) .gantt-bar:not([hidden])")]
      .map((bar) => bar.getBoundingClientRect())
      .filter((box) => box.top > 250 && box.bottom < bottom && box.width > 12 && box.left > Math.max(left, table) + 10 && box.left < Math.min(right, window.innerWidth) - 150)
      .sort((a, b) => a.top - b.top)[0];
    if (!found) throw new Error("There is no bar in view.");
    return { x: found.left + Math.min(4, found.width / 2), y: found.top + found.height / 2 };
  };

  /** Scrolls on by half a screen, and sideways to where one of the bars is that come into the middle. */
  bench.further = () => {
    const root = chart();
    root.scrollTop += 480;
    const table = chart().querySelector(".gantt-columns").getBoundingClientRect().right;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const { bottom } = root.getBoundingClientRect();
      const bar = [...root.querySelectorAll(".gantt-row:not(.sum) .gantt-bar:not([hidden])")]
        .map((each) => each.getBoundingClientRect())
        .find((box) => box.top > 260 && box.bottom < bottom - 60 && box.width > 12);
      if (bar) root.scrollLeft += bar.left - table - 200;
    }));
  };

  /**
   * Promises, as `dates`, the times from the drop until the server's dates are painted, and until they are stored and
   * the page shows it.
   */
  bench.awaitDates = () => {
    const root = chart();
    const version = root.dataset.version;
    bench.dates = new Promise((resolve, reject) => {
      let dropped = 0;
      let painted;
      root.addEventListener("pointerup", (event) => (dropped = event.timeStamp), { once: true, capture: true });
      const seen = new MutationObserver(() => {
        const shown = root.dataset.version;
        if (shown === version) return;
        const stored = !shown.endsWith("tried");
        if (stored) seen.disconnect();
        else if (painted) return;
        const paint = new Promise((done) => afterPaint((at) => done(at - dropped)));
        painted ??= paint;
        if (stored) resolve(Promise.all([painted, paint]));
      });
      seen.observe(root, { attributes: true, attributeFilter: ["data-version"] });
      setTimeout(() => reject(new Error("The server's dates were not shown.")), 10_000);
    });
  };
}
