// bin/bench web: the chart of a large plan in a browser, as the packaged server serves it.
import { launch } from "../../walks/browser.js";
import { Served } from "../../walks/served.js";
import { Caller } from "./caller.js";
import { atMost, beside, median, Sample } from "./figures.js";
import { watch } from "./page.js";
import { bringIn, madeUpPlan } from "./plan.js";
import { gzipSync } from "node:zlib";

const RUNS = 5;
/** Openings that fill the caches, of the browser and of the server, before those that count. */
const WARMING = 2;
/** Drops with which the code of both has been compiled. */
const WARMING_DROPS = 5;
const SCREEN = { width: 1440, height: 900 };
const FRAMES = 200;
const SCROLL = { "120": 120, "2,400": 2_400 };
const DRAG_STEPS = 60;
const DROPS = 40;
const PATIENCE = 60_000;

export async function web({ size, seed, say }) {
  const served = await Served.start();
  const browser = await launch();
  try {
    const account = served.signIns().administrator;
    const caller = await new Caller(served.url, account).signIn();
    const project = await bringIn(served.url, caller.cookie, madeUpPlan(size, seed));
    caller.end();
    say(`a plan of ${size} tasks is there`);
    return await measured(browser, { url: served.url, account, project, say });
  } finally {
    await browser.close();
    await served.end();
  }
}

export async function measured(browser, { url, account, project, say }) {
  const context = await browser.newContext({ viewport: SCREEN, locale: "en-GB", timezoneId: "Europe/Berlin" });
  await context.addInitScript(watch);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await signIn(page, url, account);
  const plan = `${url}/projects/${project}`;
  const scripts = await firstLoad(browser, plan, await context.storageState());
  say("signed in");
  await repeated(WARMING, () => open(page, plan));
  const opened = await repeated(RUNS, () => open(page, plan));
  say(`opened ${RUNS} times`);
  const scrolled = {};
  for (const [name, step] of Object.entries(SCROLL)) scrolled[name] = await repeated(RUNS, () => scroll(page, step));
  say("scrolled");
  const dragged = await drag(page);
  say("dragged");
  const early = await drops(page, WARMING_DROPS);
  const dropped = await drops(page, DROPS);
  const usual = scrolled["120"];
  const fast = scrolled["2,400"];
  const of = (runs, what) => median(runs.map((run) => run[what]));
  return [
    atMost(`first rows painted, median of ${RUNS}`, of(opened, "rows"), "ms", 1_000),
    atMost(`first key answered, median of ${RUNS}`, of(opened, "key"), "ms", 1_000),
    atMost(`scrolling 120 px a frame, busy p95, median of ${RUNS}`, of(usual, "busy"), "ms", 14),
    atMost(`scrolling 120 px a frame, frames late, median of ${RUNS}`, of(usual, "late"), "%", 5),
    atMost("drag, from the pointer's move to its paint, p95", dragged.quantile(0.95), "ms", 20),
    atMost("drop, until all dates are shown, p95", dropped.shown.quantile(0.95), "ms", 150),
    atMost("scripts of the first load, gzipped", scripts / 1000, "KB", 300),
    beside("drag, median", dragged.median, "ms"),
    beside("drop, median", dropped.shown.median, "ms"),
    beside(`drop, the slowest of the first ${WARMING_DROPS}`, early.shown.quantile(1), "ms"),
    beside("drop, until all dates are stored, p95", dropped.stored.quantile(0.95), "ms"),
    beside("drop, until all dates are stored, median", dropped.stored.median, "ms"),
    beside("scrolling 120 px a frame, busy median", of(usual, "busyMedian"), "ms"),
    beside("scrolling 2,400 px a frame, busy p95", of(fast, "busy"), "ms"),
    beside("scrolling 2,400 px a frame, frames late", of(fast, "late"), "%"),
    beside("elements of the page", await page.evaluate(() => document.querySelectorAll("*").length), ""),
  ];
}

async function signIn(page, url, { account, password }) {
  await page.goto(`${url}/sign-in`);
  await page.fill("input[name=login]", account);
  await page.fill("input[name=password]", password);
  await page.press("input[name=password]", "Enter");
  await page.waitForURL(/\/projects/);
}

/** Bytes of all scripts that an empty cache asks for until the chart stands, each gzipped as servers do. */
async function firstLoad(browser, url, storageState) {
  const context = await browser.newContext({ viewport: SCREEN, storageState });
  await context.addInitScript(watch);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const scripts = [];
  page.on("response", (response) => {
    if (/\.js$/.test(new URL(response.url()).pathname)) scripts.push(response);
  });
  await page.goto(url);
  await page.waitForFunction(() => window.bench.rowsPainted);
  await page.waitForLoadState("load");
  const bodies = await Promise.all(scripts.map((script) => script.body()));
  await context.close();
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}

async function repeated(times, act) {
  const found = [];
  for (let i = 0; i < times; i++) found.push(await act());
  return found;
}

/** Milliseconds from the start of the navigation until rows are painted, and until a key has moved the focus. */
async function open(page, url) {
  await page.goto("about:blank");
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => window.bench?.rowsPainted, undefined, { polling: "raf" });
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => window.bench.keyPainted, undefined, { polling: "raf" });
  const found = await page.evaluate(() => ({ rows: window.bench.rowsPainted, key: window.bench.keyPainted }));
  await page.waitForTimeout(1_500); // What comes after: forecast, proposals, presence.
  return found;
}

async function scroll(page, step) {
  const { busy, gaps } = await page.evaluate(([each, count]) => window.bench.scroll(each, count), [step, FRAMES]);
  const sample = new Sample(busy);
  return {
    busy: sample.quantile(0.95),
    busyMedian: sample.median,
    late: (100 * gaps.filter((gap) => gap > 25).length) / gaps.length,
  };
}

async function drag(page) {
  await page.evaluate(() => window.bench.further());
  await page.waitForTimeout(800);
  const at = await grab(page);
  await page.evaluate(() => window.bench.follow());
  for (let i = 1; i <= DRAG_STEPS; i++) {
    await page.mouse.move(at.x + 4 + 3 * (i <= DRAG_STEPS / 2 ? i : DRAG_STEPS - i), at.y, { steps: 1 });
    await page.waitForTimeout(20);
  }
  const moves = await page.evaluate(() => window.bench.followed());
  await page.keyboard.press("Escape");
  await page.mouse.up();
  return new Sample(moves);
}

/** A bar in the middle of the screen, under the pointer, button down. */
async function grab(page) {
  const at = await page.evaluate(() => window.bench.bar());
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  return at;
}

/** Dragged by some days each time, now right, now left, on bars further down. */
async function drops(page, count) {
  const found = [];
  for (let i = 0; i < count; i++) {
    await page.evaluate(() => window.bench.further());
    await page.waitForTimeout(800);
    const at = await grab(page);
    for (let step = 1; step <= 5; step++) await page.mouse.move(at.x + step * 12, at.y);
    await page.evaluate(() => window.bench.awaitDates());
    await page.mouse.up();
    found.push(await page.evaluate(() => window.bench.dates));
  }
  return { shown: new Sample(found.map(([shown]) => shown)), stored: new Sample(found.map(([, stored]) => stored)) };
}
