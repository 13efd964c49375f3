// A walk: steps through a page in a browser, each with a numbered picture and a line in walk.json.
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { chromium } from "playwright-core";

export const top = fileURLToPath(new URL("..", import.meta.url));

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export class Walk {
  #steps = [];
  #faults = [];

  static async start(name) {
    const walk = new Walk();
    walk.folder = join(top, "target/walks", name);
    rmSync(walk.folder, { recursive: true, force: true });
    mkdirSync(walk.folder, { recursive: true });
    // Root, as in a container, can't have Chromium's sandbox; the pages are our own.
    const args = process.getuid() === 0 ? ["--no-sandbox"] : [];
    walk.browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args });
    return walk;
  }

  /** A page that is held to account for what it says to the console and asks of anybody else. */
  async open(url, { width, height, theme }) {
    const context = await this.browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      hasTouch: width < 760,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.#faults.push(message.text());
    });
    page.on("pageerror", (error) => this.#faults.push(String(error)));
    page.on("request", (request) => {
      const asked = request.url();
      if (asked !== url && !asked.startsWith("data:")) this.#faults.push(`asks for ${asked}`);
    });
    await page.goto(url);
    await page.evaluate(() => document.fonts.ready);
    return page;
  }

  /** Takes the picture, lets axe look, and fails if it, the console or the network has something to say. */
  async step(page, name) {
    const number = String(this.#steps.length + 1).padStart(2, "0");
    const picture = `${number}-${name.replaceAll(/[^a-z0-9]+/gi, "-").toLowerCase()}.png`;
    await page.screenshot({ path: join(this.folder, picture) });
    const violations = await violationsOf(page);
    this.#steps.push({ step: name, url: relative(top, fileURLToPath(page.url())), axe: violations, picture });
    assert.deepEqual(violations, [], `${name}: accessibility`);
    assert.deepEqual(this.#faults, [], `${name}: console and network`);
  }

  async end() {
    await this.browser.close();
    writeFileSync(join(this.folder, "walk.json"), JSON.stringify(this.#steps, null, 2) + "\n");
  }
}

async function violationsOf(page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    (values) => globalThis.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] }),
    RULES,
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}
