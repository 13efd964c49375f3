// A plan from a file, imported on the web, levelled, edited by mouse and by keyboard, seen to move in a second browser,
// taken along as Microsoft Project and iCalendar, and both opened again. CHARGEHAND_WALK_PLAN names another file.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { alike, bar, cell, changed, drag, drawn, saved, spoken } from "./chart.js";
import { events } from "./icalendar.js";
import { Served } from "./served.js";
import { signIn } from "./signing-in.js";
import { DESK, top, Walk } from "./walk.js";

const WITHIN_A_SECOND = 1000;

let walk;
let served;
let file;
let manager;
let other;
let tasks;

before(async () => {
  walk = await Walk.start("plan");
  walk.expected.push(/401 .*\/api\/session\b/);
  served = await Served.start();
  file = process.env.CHARGEHAND_WALK_PLAN ?? madeFile();
});

after(async () => {
  await walk?.end();
  await served?.end();
});

/** A file of Microsoft Project's, made from the example of a server room. */
function madeFile() {
  const made = join(walk.folder, "server-room.xml");
  execFileSync("./chargehand", ["plan", "examples/harbour/server-room.csv", "--out", made], { cwd: top });
  return made;
}

describe("a plan from a file", () => {
  it("is let in by the keyboard alone", async () => {
    manager = await walk.open(served.url, DESK);
    await walk.step(manager, "sign in");
    await signIn(manager, served.signIns().manager);
    await manager.getByRole("heading", { name: "Portfolio" }).waitFor();
    await manager.getByText("Patient app").first().waitFor();
    await walk.step(manager, "portfolio");
  });

  it("shows what would come in before anything does", async () => {
    await manager.getByRole("link", { name: /file/i }).first().click();
    await manager.locator("input[type=file]").setInputFiles(file);
    await manager.getByText("Nothing is kept until you take them in.").or(manager.getByText(/still needs? a person/).first()).first().waitFor();
    await answerWhoIsWho();
    tasks = Number((await manager.locator(".fact b").first().innerText()).replaceAll(/\D/g, ""));
    assert.ok(tasks > 5, `${tasks} tasks`);
    await walk.step(manager, "import dry run");
  });

  it("comes in levelled, and opens", async () => {
    await manager.getByRole("button", { name: /^Take in/ }).click();
    await manager.waitForURL(/\/projects\/[0-9a-f-]{36}/);
    await drawn(manager);
    assert.match(await manager.locator(".health, .strip").first().innerText(), /planned/i);
    await walk.step(manager, "imported plan");
  });

  it("opens in a second browser, and each sees the other", async () => {
    other = await walk.open(served.url, DESK);
    await signIn(other, served.signIns().administrator);
    await other.getByRole("heading", { name: "Portfolio" }).waitFor();
    await other.goto(manager.url());
    await drawn(other);
    await manager.locator("#here .who, .here .who").first().waitFor();
    await walk.step(other, "second browser");
  });

  it("is moved by mouse, with what that does shown before the drop", async () => {
    const name = await movable();
    const before = await spoken(manager, name);
    await drag(manager, name, 90);
    await manager.waitForTimeout(400);
    await walk.step(manager, "dragging");
    await manager.mouse.up();
    await changed(manager, name, before);
    const took = await alike(other, manager, name);
    assert.ok(took < WITHIN_A_SECOND, `${Math.round(took)} ms until the second browser had it`);
    await saved(manager);
    await walk.step(manager, "dropped");
    await walk.step(other, "moved in the second browser");
  });

  it("is undone by Ctrl+Z and done again by Ctrl+Y, there too", async () => {
    const name = await movable();
    const moved = await spoken(other, name);
    await manager.keyboard.press("Control+z");
    await changed(other, name, moved);
    const back = await spoken(other, name);
    await manager.keyboard.press("Control+y");
    await changed(other, name, back);
    assert.equal(await spoken(other, name), moved);
  });

  it("is edited by keyboard: a name, a day later, a day longer", async () => {
    const name = await movable();
    await cell(manager, name, "name").click();
    const before = await spoken(other, name);
    await manager.keyboard.press("F2");
    await manager.keyboard.press("End");
    await manager.keyboard.type(" by hand");
    await manager.keyboard.press("Enter");
    const renamed = `${name} by hand`;
    await bar(other, renamed).waitFor();
    assert.notEqual(await spoken(other, renamed), before);
    await cell(manager, renamed, "name").click();
    await manager.keyboard.press("End");
    for (const keys of ["Alt+ArrowRight", "Alt+Shift+ArrowRight"]) {
      const was = await spoken(other, renamed);
      await manager.keyboard.press(keys);
      await changed(other, renamed, was);
    }
    await saved(manager);
    assert.equal(await spoken(manager, renamed), await spoken(other, renamed));
    await walk.step(manager, "edited by keyboard");
  });

  it("says why a task is where it is", async () => {
    await manager.keyboard.press("Enter");
    await manager.getByRole("heading", { name: "Why is it here?" }).waitFor();
    await walk.step(manager, "why is it here");
  });

  it("goes along as Microsoft Project's, and opens again", async () => {
    const xml = await exported("Microsoft Project (XML)");
    await other.goto(`${served.url}/import`);
    await other.locator("input[type=file]").setInputFiles(xml);
    await other.locator(".fact b").first().waitFor();
    assert.equal(Number((await other.locator(".fact b").first().innerText()).replaceAll(/\D/g, "")), tasks);
    await walk.step(other, "exported plan opens again");
  });

  it("goes along as iCalendar, and opens again", async () => {
    const found = events(readFileSync(await exported("Calendar (iCalendar)"), "utf8"));
    const plan = await planOf();
    const worked = plan.tasks.filter((task) => task.kind !== "summary");
    for (const task of worked) {
      const event = found.find((each) => each.SUMMARY?.startsWith(task.name));
      assert.ok(event, `${task.name} is in the calendar`);
      assert.ok(event.DTSTART, `${task.name} has a start`);
    }
  });
});

/** A task in sight that has not begun, isn't a milestone and has room to be dragged. */
async function movable() {
  const plan = await planOf();
  const parents = new Set(plan.tasks.map((task) => task.parent));
  for (const task of plan.tasks) {
    if (parents.has(task.id) || task.kind === "milestone" || task.progress) continue;
    const box = await bar(manager, task.name).first().boundingBox().catch(() => undefined);
    if (box && box.width > 20 && box.x > 600 && box.x < 1000 && box.y < 700) return task.name;
  }
  throw new Error("No bar is in sight that could be dragged.");
}

async function planOf() {
  const project = manager.url().match(/projects\/([0-9a-f-]{36})/)[1];
  return (await manager.request.get(`${served.url}/api/projects/${project}/plan`)).json();
}

/** Who isn't known is somebody new. */
async function answerWhoIsWho() {
  for (const select of await manager.locator(".whoiswho select").all())
    if ((await select.inputValue()) === "") await select.selectOption("new");
}

async function exported(format) {
  await manager.getByRole("button", { name: "More" }).click();
  await manager.getByRole("menuitem", { name: "Take it along…" }).click();
  const [download] = await Promise.all([manager.waitForEvent("download"), manager.getByRole("menuitem", { name: format }).click()]);
  const path = join(walk.folder, basename(download.suggestedFilename()));
  await download.saveAs(path);
  await manager.keyboard.press("Escape");
  return path;
}
