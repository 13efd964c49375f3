// The forecast of the demo's projects: what history changes, on what it rests, read from a file.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
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
      await page.getByRole("heading", { name: "Every date and its chance" }).scrollIntoViewIfNeeded();
      await quiet(page);
      await walk.step(page, `${look.name} ${look.theme} chances`);
      await page.goto(`${served.url}/history`);
      await page.getByText("earlier-projects.csv").waitFor();
      await quiet(page);
      await walk.step(page, `${look.name} ${look.theme} past work`);
      assert.ok(await fits(page), "past work scrolls sideways");
      await page.context().close();
    });
  });
}
