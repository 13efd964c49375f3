// How sure the dates of the demo are: what history changes and why, a history from a file, a draft compared and taken over.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { saved } from "./chart.js";
import { fits, quiet } from "./pages.js";
import { Served } from "./served.js";
import { signIn } from "./signing-in.js";
import { DESK, PHONE, Walk } from "./walk.js";

const LOOKS = [
  { ...DESK, theme: "light" },
  { ...DESK, theme: "dark" },
  { ...PHONE, theme: "light" },
];

let walk;
let served;
let ask;
const projects = {};

before(async () => {
  walk = await Walk.start("forecast");
  walk.expected.push(/401 .*\/api\/session\b/);
  served = await Served.start();
  ask = await served.caller("administrator");
  for (const { id, name } of (await ask("GET", "/api/projects")).items) projects[name] = id;
  for (const id of Object.values(projects)) await learned(id);
});

after(async () => {
  await walk?.end();
  await served?.end();
});

/** The background has learned from the demo's history and simulated again. */
async function learned(project) {
  for (let tries = 0; tries < 120; tries++) {
    const detail = await ask("GET", `/api/projects/${project}/forecast/detail`);
    if (detail.basis.from === "history" && detail.version === detail.current) return detail;
    if (detail.rows.every(({ finished, kind }) => finished || kind === "summary")) return detail;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error(`No forecast of ${project} has learned.`);
}

for (const look of LOOKS) {
  describe(`the forecast on a ${look.name}, ${look.theme}`, () => {
    it("says when all is done, what moves that, and on which past work it rests", async () => {
      const page = await walk.open(`${served.url}/sign-in`, look);
      await signIn(page, served.signIns().manager);
      await page.goto(`${served.url}/projects/${projects["Patient app"]}/forecast`);
      await page.getByText("All done, likely by").waitFor();
      await page.getByRole("heading", { name: "On which past work this rests" }).waitFor();
      await quiet(page);
      await walk.step(page, `${look.name} ${look.theme} forecast`);
      assert.ok(await fits(page), "the forecast scrolls sideways");
      await page.getByRole("button", { name: "Switch each off" }).click();
      await page.getByText("Without what the whole project has in common").waitFor();
      await page.getByRole("heading", { name: "Every date and its chance" }).scrollIntoViewIfNeeded();
      await quiet(page);
      await walk.step(page, `${look.name} ${look.theme} chances`);
      await page.goto(`${served.url}/portfolio/forecast`);
      await page.getByText(/open projects are done, likely by/).waitFor();
      await page.getByRole("heading", { name: "Each project" }).waitFor();
      await quiet(page);
      await walk.step(page, `${look.name} ${look.theme} all projects`);
      assert.ok(await fits(page), "all projects' forecast scrolls sideways");
      await page.goto(`${served.url}/history`);
      await page.getByText("earlier-projects.csv").waitFor();
      await quiet(page);
      await walk.step(page, `${look.name} ${look.theme} past work`);
      assert.ok(await fits(page), "past work scrolls sideways");
      await page.context().close();
    });
  });
}

describe("a history from a file", () => {
  const table = [
    "Nr,Who,What,Planned,Took,Done",
    ...Array.from({ length: 90 }, (_, i) => `${i},${[["Edda Brandt", "Rosa Delgado"][i % 2], ["Chidi Okonkwo", "Femi Adeyemi"][i % 2], ""][i % 3]},software/${["test", "java", "waiting"][i % 3]},40,${80 + (i % 9) * 4},2026-${String(3 + Math.floor(i / 9)).padStart(2, "0")}-1${i % 9}`),
    "broken,Edda Brandt,software/test,-4,3,2026-05-05",
  ].join("\n");

  it("is mapped, looked at row by row, taken, and moves the forecast the way it says", async () => {
    const project = projects["Patient app"];
    const before = await learned(project);
    const page = await walk.open(`${served.url}/sign-in`, DESK);
    await signIn(page, served.signIns().official);
    await page.goto(`${served.url}/history`);
    await page.getByRole("link", { name: "Read a history" }).press("Enter");
    await page.locator("input[type=file]").setInputFiles({ name: "tests.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
    await page.getByText("Say which column has the estimated hours").waitFor();
    await quiet(page);
    await walk.step(page, "history to be mapped");
    for (const [column, header] of [["Estimated hours", "Planned"], ["Actual hours", "Took"], ["Completed on", "Done"], ["Person", "Who"], ["Kind of work", "What"]])
      await page.getByLabel(column).selectOption({ label: header });
    await page.getByText("90 teach something").waitFor();
    await page.getByText("Time below 0").first().waitFor();
    await quiet(page);
    await walk.step(page, "history read");
    await page.getByRole("button", { name: "Take 90 rows" }).press("Enter");
    await page.getByText("tests.csv").waitFor();
    await quiet(page);
    await walk.step(page, "history taken");

    const after = await until(async () => {
      const now = await learned(project);
      return now.basis.finishedWork === before.basis.finishedWork + 90 ? now : undefined;
    });
    // What took at least twice its estimate in each case says that the middle is later, whatever it does to the width.
    const middle = (detail, name) => (name ? detail.rows.find((row) => row.name === name).finish[2] : detail.finish[2]);
    for (const name of ["Test increment 2", "Pilot on ward 4", undefined])
      assert.ok(middle(after, name) > middle(before, name), `${name ?? "the finish"}: from ${middle(before, name)} to ${middle(after, name)}`);
    await page.goto(`${served.url}/projects/${project}/forecast`);
    await page.getByText(`Learned from ${after.basis.finishedWork}`).waitFor();
    await quiet(page);
    await walk.step(page, "forecast moved");
    for (const kind of ["CSV", "SVG", "PNG"]) {
      await page.getByRole("button", { name: "Take along" }).first().press("Enter");
      const file = page.waitForEvent("download");
      await page.getByRole("menuitem", { name: new RegExp(kind) }).press("Enter");
      assert.match((await file).suggestedFilename(), new RegExp(`^finish-.*\\.${kind.toLowerCase()}$`));
    }
    await page.context().close();
  });
});

describe("a draft", () => {
  it("is begun, changed in the chart's own page, compared, and taken over in part", async () => {
    const project = projects["Patient app"];
    const plan = await ask("GET", `/api/projects/${project}/plan`);
    const named = (name) => plan.tasks.find((task) => task.name === name);
    const together = named("Test everything together");
    const safety = named("Clinical safety case");
    const page = await walk.open(`${served.url}/sign-in`, DESK);
    await signIn(page, served.signIns().manager);
    await page.goto(`${served.url}/projects/${project}`);
    await page.getByRole("link", { name: "Drafts" }).press("Enter");
    await page.getByLabel("What is tried").fill("Quicker tests");
    await quiet(page);
    await walk.step(page, "draft to be begun");
    await page.getByLabel("What is tried").press("Enter");
    await page.getByText("nothing here touches the plan").waitFor();
    const draft = page.url().split("/projects/")[1].split("?")[0];
    for (const [task, work] of [[together, "3d"], [safety, "2d"]]) {
      await page.goto(`${served.url}/projects/${draft}?task=${task.id}`);
      const field = page.getByRole("complementary", { name: task.name }).getByLabel("Work", { exact: true });
      await field.fill(work);
      await field.press("Enter");
      await saved(page);
    }
    await quiet(page);
    await walk.step(page, "draft changed");
    await until(async () => ((await ask("GET", `/api/projects/${draft}/forecast`)).version >= 3 ? true : undefined));

    // Somebody else changes one of the two in the plan meanwhile.
    const now = await ask("GET", `/api/projects/${project}/plan`);
    await ask("POST", `/api/projects/${project}/changes`, { changes: [{ kind: "setTask", task: safety.id, set: { minutes: 2400 } }] }, { "If-Match": `"${now.version}"` });

    await page.getByRole("link", { name: "Compare and take over" }).press("Enter");
    await page.getByRole("heading", { name: "What was tried" }).waitFor();
    await page.getByText("changed the same in the plan meanwhile").waitFor();
    await page.getByText(/The draft is likely done/).waitFor();
    await quiet(page);
    await walk.step(page, "draft beside today");
    await page.getByRole("button", { name: "Take over 1 step" }).press("Enter");
    await page.getByText("1 step is in the plan now.").waitFor();
    await quiet(page);
    await walk.step(page, "draft taken in part");
    const taken = await ask("GET", `/api/projects/${project}/plan`);
    const minutes = (id) => taken.tasks.find((task) => task.id === id).minutes;
    assert.equal(minutes(together.id), 3 * 480);
    assert.equal(minutes(safety.id), 2400, "what somebody else wrote stands");
    await page.context().close();

    for (const look of [{ ...DESK, theme: "dark" }, { ...PHONE, theme: "light" }]) {
      const other = await walk.open(`${served.url}/sign-in`, look);
      await signIn(other, served.signIns().manager);
      await other.goto(`${served.url}/projects/${project}/drafts/${draft}`);
      await other.getByRole("heading", { name: "What was tried" }).waitFor();
      await quiet(other);
      await walk.step(other, `${look.name} ${look.theme} draft`);
      assert.ok(await fits(other), "the draft scrolls sideways");
      await other.context().close();
    }
  });
});

async function until(found) {
  for (let tries = 0; tries < 120; tries++) {
    const it = await found();
    if (it !== undefined) return it;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error("It did not come about within a minute.");
}

describe("whether it can be believed", () => {
  for (const look of LOOKS) {
    it(`is shown to managers on a ${look.name}, ${look.theme}`, async () => {
      await until(async () => ((await ask("GET", "/api/history/reliability")).reckoned.forecasts > 0 ? true : undefined));
      const page = await walk.open(`${served.url}/sign-in`, look);
      await signIn(page, served.signIns().manager);
      await page.goto(`${served.url}/history`);
      await page.getByRole("link", { name: "How right we were" }).press("Enter");
      await page.getByText(/Of what we called 80 % likely, .* happened \(n = /).waitFor();
      await quiet(page);
      await walk.step(page, `${look.name} ${look.theme} reliability`);
      assert.ok(await fits(page), "reliability scrolls sideways");
      await page.context().close();
    });
  }
});
