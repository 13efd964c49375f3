// The demo company as each role finds it, and in German.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { fits, pagesOf, PLAN, quiet } from "./pages.js";
import { Served } from "./served.js";
import { signIn } from "./signing-in.js";
import { DESK, Walk } from "./walk.js";

let walk;
let served;
let project;
let person;

before(async () => {
  walk = await Walk.start("roles");
  walk.expected.push(/401 .*\/api\/session\b/);
  served = await Served.start();
  const ask = await served.caller("administrator");
  project = (await ask("GET", "/api/projects")).items.find((each) => each.name === PLAN).id;
  person = (await ask("GET", "/api/people")).items.find((each) => each.name === "Femi Adeyemi").id;
});

after(async () => {
  await walk?.end();
  await served?.end();
});

describe("the demo in German", () => {
  it("shows its pages whole, no wider than the screen", async () => {
    const page = await walk.open(served.url, { ...DESK, language: "de-DE" });
    const { account, password } = served.signIns().administrator;
    await page.request.post(`${served.url}/api/sessions`, { data: { login: account, password } });
    await page.request.patch(`${served.url}/api/account`, { data: { language: "de" } });
    for (const { name, path } of pagesOf(project, person)) {
      await page.goto(served.url + path);
      await page.locator("#main h1").first().waitFor();
      await quiet(page);
      assert.equal(await page.evaluate(() => document.documentElement.lang), "de");
      await walk.step(page, `desk light de ${name}`);
      assert.ok(await fits(page), `${name} scrolls sideways`);
    }
    await page.request.patch(`${served.url}/api/account`, { data: { language: "en" } });
    await page.context().close();
  });
});

describe("the demo's roles", () => {
  it("each arrive at what is theirs", async () => {
    for (const [role, who] of Object.entries(served.signIns())) {
      const page = await walk.open(served.url, DESK);
      await signIn(page, who);
      await page.locator("#main h1").first().waitFor();
      await quiet(page);
      await walk.step(page, `as ${role}`);
      await page.context().close();
    }
  });
});
