// The server goes away while somebody edits, and comes back: edits are kept and go out by themselves, in order, once.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { bar, cell, drawn, saved } from "./chart.js";
import { Served } from "./served.js";
import { signIn } from "./signing-in.js";
import { DESK, Walk } from "./walk.js";

let walk;
let served;
let page;
let project;

before(async () => {
  walk = await Walk.start("offline");
  walk.expected.push(/401 .*\/api\/session\b/, /ERR_(CONNECTION|EMPTY|INCOMPLETE|NETWORK)/);
  served = await Served.start();
  const ask = await served.caller("manager");
  project = (await ask("GET", "/api/projects")).items.find((each) => each.name === "Payroll move").id;
  page = await walk.open(served.url, DESK);
  await signIn(page, served.signIns().manager);
  await page.goto(`${served.url}/projects/${project}`);
  await drawn(page);
});

after(async () => {
  await walk?.end();
  await served?.end();
});

async function rename(from, to) {
  await cell(page, from, "name").click();
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+a");
  await page.keyboard.type(to);
  await page.keyboard.press("Enter");
}

const firstTask = async () => (await page.locator(".gantt-row:not(.sum) .gantt-name").first().innerText()).trim();

describe("a server that goes away", () => {
  it("leaves the page usable, and what is edited is kept", async () => {
    const name = await firstTask();
    await served.stop();
    await rename(name, "Edited while away");
    await bar(page, "Edited while away").waitFor();
    await page.getByText(/kept on this machine/).first().waitFor();
    await walk.step(page, "kept while the server is away");
  });

  it("sends it once the server is back", async () => {
    await served.restart();
    await saved(page);
    const ask = await served.caller("manager");
    const plan = await ask("GET", `/api/projects/${project}/plan`);
    assert.equal(plan.tasks.filter((task) => task.name === "Edited while away").length, 1);
    await walk.step(page, "sent when it came back");
  });

  it("hears of others' edits again by itself", async () => {
    const ask = await served.caller("administrator");
    const plan = await ask("GET", `/api/projects/${project}/plan`);
    const task = plan.tasks.find((each) => each.name === "Edited while away");
    await ask(
      "POST",
      `/api/projects/${project}/changes`,
      { changes: [{ kind: "setTask", task: task.id, set: { name: "Heard again" } }] },
      { "If-Match": `"${plan.version}"` },
    );
    await bar(page, "Heard again").waitFor();
  });
});
