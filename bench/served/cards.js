// The board of many cards in a browser, as the packaged server serves it: scrolled, and cards dragged from column to column.
import { launch } from "../../walks/browser.js";
import { atMost, beside, median, Sample } from "./figures.js";

const SCREEN = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const RUNS = 5;
const FRAMES = 200;
const STEP = 120;
const DRAG_STEPS = 40;
const DROPS = 8;
const LATE_MILLIS = 25;
const PATIENCE = 60_000;

/** The aims are those of the chart of 10,000 tasks, which `bin/bench web` measures. */
export async function cards({ url, account, project, say }) {
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: SCREEN, locale: "en-GB", timezoneId: "Europe/Berlin" });
    await context.addInitScript(watch);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await signIn(page, url, account);
    const board = `${url}/projects/${project}/board?of=all`;
    const opened = [];
    for (let i = 0; i < RUNS; i++) opened.push(await open(page, board));
    const scrolled = [];
    for (let i = 0; i < RUNS; i++) scrolled.push(await scroll(page));
    say("the board is scrolled");
    const { dragged, dropped } = await drags(page);
    say("cards are dragged");
    const elements = await page.evaluate(() => document.querySelectorAll(".board .card").length);
    await page.setViewportSize(PHONE);
    await open(page, board);
    const small = [];
    for (let i = 0; i < RUNS; i++) small.push(await scroll(page));
    const onPhone = await page.evaluate(() => document.querySelectorAll(".board .card").length);
    const of = (runs, what) => median(runs.map((run) => run[what]));
    return [
      atMost(`a board of that many cards shown, median of ${RUNS}`, median(opened), "ms", 1_000),
      atMost(`scrolling its longest column ${STEP} px a frame, busy p95, median of ${RUNS}`, of(scrolled, "busy"), "ms", 14),
      atMost(`scrolling it, frames late, median of ${RUNS}`, of(scrolled, "late"), "%", 5),
      atMost("dragging a card over it, from a move to its paint, p95", dragged.quantile(0.95), "ms", 20),
      atMost("dropping a card, until it stands in its column, p95", dropped.quantile(0.95), "ms", 150),
      beside("dragging a card over it, median", dragged.median, "ms"),
      beside("dropping a card, median", dropped.median, "ms"),
      beside("scrolling it at 390 px, busy p95", of(small, "busy"), "ms"),
      beside("scrolling it at 390 px, frames late", of(small, "late"), "%"),
      beside("cards of it in the page", elements, ""),
      beside("cards of it in the page at 390 px", onPhone, ""),
    ];
  } finally {
    await browser.close();
  }
}

async function signIn(page, url, { account, password }) {
  await page.goto(`${url}/sign-in`);
  await page.fill("input[name=login]", account);
  await page.fill("input[name=password]", password);
  await page.press("input[name=password]", "Enter");
  await page.waitForURL(/\/projects/);
}

/** Milliseconds from the start of the navigation until cards are painted. */
async function open(page, board) {
  await page.goto("about:blank");
  await page.goto(board, { waitUntil: "commit" });
  await page.waitForFunction(() => window.bench?.cardsPainted, undefined, { polling: "raf" });
  const found = await page.evaluate(() => window.bench.cardsPainted);
  await page.waitForTimeout(800); // What comes after: forecasts, signals.
  return found;
}

async function scroll(page) {
  const { busy, gaps } = await page.evaluate(([step, count]) => window.bench.scrollCards(step, count), [STEP, FRAMES]);
  return { busy: new Sample(busy).quantile(0.95), late: (100 * gaps.filter((gap) => gap > LATE_MILLIS).length) / gaps.length };
}

/** Cards out of the longest column, each carried about the board and dropped into the next. */
async function drags(page) {
  const moves = [];
  const drops = [];
  for (let i = 0; i < DROPS; i++) {
    const { from, to } = await page.evaluate(() => window.bench.ends());
    await page.evaluate(() => window.bench.followCards());
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (let step = 1; step <= DRAG_STEPS; step++) {
      const part = step <= DRAG_STEPS / 2 ? step / (DRAG_STEPS / 2) : 1;
      await page.mouse.move(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part + (step % 4) * 6);
      await page.waitForTimeout(16);
    }
    await page.mouse.up();
    await page.waitForFunction(() => window.bench.dropPainted, undefined, { polling: "raf" });
    const found = await page.evaluate(() => ({ moves: window.bench.cardMoves, drop: window.bench.dropPainted }));
    moves.push(...found.moves);
    drops.push(found.drop);
    await page.waitForTimeout(600); // The server hears of it, and everything is asked for again.
  }
  return { dragged: new Sample(moves), dropped: new Sample(drops) };
}

// What runs within the page. A frame counts as painted when a message, sent from its last callback, arrives.
function watch() {
  const bench = (window.bench ??= {});
  const afterPaint = (act) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => act(performance.now());
      port2.postMessage(0);
    });
  const lists = () => [...document.querySelectorAll(".board-list")].filter((list) => list.clientHeight > 0);
  const longest = () => lists().sort((a, b) => b.scrollHeight - a.scrollHeight)[0];

  function look() {
    if (document.querySelectorAll(".board .card").length < 8) return requestAnimationFrame(look);
    afterPaint((at) => (bench.cardsPainted = at));
  }
  if (location.pathname.endsWith("/board")) requestAnimationFrame(look);

  bench.scrollCards = (step, count) =>
    new Promise((resolve) => {
      const list = longest();
      const root = list.scrollHeight > list.clientHeight + 10 ? list : document.scrollingElement;
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

  /** A card in sight of the longest column, and the middle of the column after the next. */
  bench.ends = () => {
    const list = longest();
    const column = list.closest(".board-col");
    const columns = [...document.querySelectorAll(".board-col")];
    const target = columns[(columns.indexOf(column) + 1) % columns.length].getBoundingClientRect();
    const { top, bottom } = list.getBoundingClientRect();
    const card = [...list.querySelectorAll(".card")].find((each) => each.getBoundingClientRect().top > top + 20 && each.getBoundingClientRect().bottom < bottom);
    bench.carried = card.dataset.task;
    const box = card.getBoundingClientRect();
    return { from: { x: box.left + 30, y: box.top + 12 }, to: { x: target.left + target.width / 2, y: Math.min(top + 200, window.innerHeight - 120) } };
  };

  bench.followCards = () => {
    bench.cardMoves = [];
    bench.dropPainted = 0;
    const over = (event) => afterPaint((at) => bench.cardMoves.push(at - event.timeStamp));
    document.addEventListener("dragover", over);
    document.addEventListener("drop", (event) => {
      document.removeEventListener("dragover", over);
      const column = event.target.closest(".board-col");
      const there = () => {
        // Out of the column that it came from is there, too: the other may have it out of sight.
        const shown = document.querySelector(`[data-task="${CSS.escape(bench.carried)}"]`);
        if (shown && shown.closest(".board-col") !== column) return requestAnimationFrame(there);
        afterPaint((at) => (bench.dropPainted = at - event.timeStamp));
      };
      requestAnimationFrame(there);
    }, { once: true, capture: true });
  };
}
