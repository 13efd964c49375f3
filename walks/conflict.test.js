// Two people change the same thing of the same task, one of them without a line for a while: both values are shown and
// one is chosen; what others changed elsewhere comes in by itself.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { bar, cell, drawn } from "./chart.js";
import { Served } from "./served.js";
import { signIn } from "./signing-in.js";
import { DESK, Walk } from "./walk.js";

let walk;
let served;
let one;
let other;

before(async () => {
  walk = await Walk.start("conflict");
  walk.expected.push(/401 .*\/api\/session\b/, /ERR_INTERNET_DISCONNECTED/, /\b412\b/);
  served = await Served.start();
  const ask = await served.caller("manager");
  const project = (await ask("GET", "/api/projects")).items.find((each) => each.name === "Payroll move").id;
  [one, other] = await Promise.all([arrive("manager", project), arrive("administrator", project)]);
});

after(async () => {
  await walk?.end();
  await served?.end();
});

async function arrive(role, project) {
  const page = await walk.open(served.url, DESK);
  await signIn(page, served.signIns()[role]);
  await page.goto(`${served.url}/projects/${project}`);
  await drawn(page);
  return page;
}

async function rename(page, from, to) {
  await cell(page, from, "name").click();
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+a");
  await page.keyboard.type(to);
  await page.keyboard.press("Enter");
}

async function someTasks() {
  const names = await one.locator(".gantt-row:not(.sum) .gantt-name").allInnerTexts();
  return names.map((name) => name.trim()).slice(0, 2);
}

describe("one value, two people", () => {
  it("shows both values to who came second, and loses neither", async () => {
    const [name] = await someTasks();
    await one.context().setOffline(true);
    await rename(one, name, "Mine");
    await one.getByText(/kept on this machine/).first().waitFor();
    await rename(other, name, "Theirs");
    await one.context().setOffline(false);
    const note = one.locator(".conflict");
    await note.waitFor();
    const text = await note.innerText();
    assert.match(text, /Mine/);
    assert.match(text, /Theirs/);
    await walk.step(one, "both values");
  });

  it("keeps theirs where that is chosen", async () => {
    await one.getByRole("button", { name: /keep theirs/i }).click();
    await bar(one, "Theirs").waitFor();
    assert.equal(await one.locator(".conflict").count(), 0);
    await walk.step(one, "theirs kept");
  });

  it("takes mine where that is chosen, everywhere", async () => {
    await one.context().setOffline(true);
    await rename(one, "Theirs", "Mine after all");
    await rename(other, "Theirs", "Theirs again");
    await one.context().setOffline(false);
    await one.locator(".conflict").waitFor();
    await walk.step(one, "both values again");
    await one.getByRole("button", { name: "Use mine instead" }).click();
    await bar(other, "Mine after all").waitFor();
    await walk.step(other, "mine taken");
  });

  it("says nothing where two people change different things", async () => {
    const [first, second] = await someTasks();
    await one.context().setOffline(true);
    await rename(one, first, "First of one");
    await rename(other, second, "Second of another");
    await one.context().setOffline(false);
    await bar(one, "Second of another").waitFor();
    await bar(other, "First of one").waitFor();
    assert.equal(await one.locator(".conflict").count(), 0);
    await walk.step(one, "both came in");
  });
});
