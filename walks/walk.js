// A walk: steps through pages in a browser, each with a numbered picture and a line in walk.json.
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { launch } from "./browser.js";

export const top = fileURLToPath(new URL("..", import.meta.url));

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const QUIET = 15_000;

export const DESK = { name: "desk", width: 1440, height: 900 };
export const PHONE = { name: "phone", width: 390, height: 844 };

export class Walk {
  #steps = [];
  #faults = [];
  #contexts = [];

  static async start(name) {
    const walk = new Walk();
    walk.folder = join(top, "target/walks", name);
    rmSync(walk.folder, { recursive: true, force: true });
    mkdirSync(walk.folder, { recursive: true });
    walk.browser = await launch();
    return walk;
  }

  /**
   * A page that is held to account for what it says to the console and asks of anybody else. Beside its own address a
   * file may ask for nothing, a served page for what comes from its own host.
   */
  async open(url, { width, height, theme = "light", language = "en-GB" } = {}) {
    const context = await this.browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      locale: language,
      timezoneId: "Europe/Berlin",
      hasTouch: width < 760,
      reducedMotion: "reduce",
      acceptDownloads: true,
    });
    this.#contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(QUIET);
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.#said(message.text(), message.location().url);
    });
    page.on("pageerror", (error) => this.#faults.push(String(error)));
    page.on("request", (request) => {
      if (isForeign(request.url(), url)) this.#faults.push(`asks for ${request.url()}`);
    });
    await page.goto(url);
    await page.evaluate(() => document.fonts.ready);
    return page;
  }

  /** Chromium notes every refused request in the console. Those that a walk expects are no faults. */
  expected = [];

  #said(text, where) {
    if (!this.expected.some((pattern) => pattern.test(`${text} ${where}`))) this.#faults.push(`${text} (${where})`);
  }

  /** Takes the picture, lets axe look, and fails if it, the console or the network has something to say. */
  async step(page, name) {
    const number = String(this.#steps.length + 1).padStart(2, "0");
    const picture = `${number}-${name.replaceAll(/[^a-z0-9]+/gi, "-").toLowerCase()}.png`;
    await page.screenshot({ path: join(this.folder, picture) });
    const violations = await violationsOf(page);
    this.#steps.push({ step: name, url: address(page.url()), axe: violations, picture });
    this.#write();
    assert.deepEqual(violations, [], `${name}: accessibility`);
    assert.deepEqual(this.#faults.splice(0), [], `${name}: console and network`);
  }

  #write() {
    writeFileSync(join(this.folder, "walk.json"), JSON.stringify(this.#steps, null, 2) + "\n");
  }

  async end() {
    for (const context of this.#contexts) await context.close().catch(() => undefined);
    await this.browser.close();
    this.#write();
  }
}

function isForeign(asked, own) {
  if (/^(data|blob):/.test(asked)) return false;
  return own.startsWith("file:") ? asked !== own : new URL(asked).origin !== new URL(own).origin;
}

const address = (url) => (url.startsWith("file:") ? relative(top, fileURLToPath(url)) : url);

async function violationsOf(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    (values) => globalThis.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] }),
    RULES,
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}
