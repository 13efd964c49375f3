// The demo company, page by page: on a desk and on a phone, light and dark, in English and in German, as each role.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { drawn } from "./chart.js";
import { Served } from "./served.js";
import { signIn } from "./signing-in.js";
import { DESK, PHONE, Walk } from "./walk.js";

const LOOKS = [
  { ...DESK, theme: "light" },
  { ...DESK, theme: "dark" },
  { ...PHONE, theme: "light" },
  { ...PHONE, theme: "dark" },
];
const PLAN = "Data-centre renewal";

let walk;
let served;
let project;
let person;

before(async () => {
  walk = await Walk.start("demo");
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

const pages = () => [
  { name: "portfolio", path: "/projects", holds: PLAN },
  { name: "plan", path: `/projects/${project}`, holds: PLAN },
  { name: "plan as a list", path: `/projects/${project}?view=list`, holds: PLAN },
  { name: "plan as a calendar", path: `/projects/${project}?view=calendar`, holds: PLAN },
  { name: "people", path: "/people", holds: "Femi Adeyemi" },
  { name: "person", path: `/people/${person}`, holds: "Femi Adeyemi" },
  { name: "load", path: "/people/load", holds: "Femi Adeyemi" },
  { name: "requests", path: "/people/requests" },
  { name: "import people", path: "/people/import" },
  { name: "clients", path: "/clients", holds: "Northgate Hospital" },
  { name: "new project", path: "/projects/new" },
  { name: "import", path: "/import" },
  { name: "administration", path: "/administration", holds: "Konrad Beyer" },
  { name: "company time", path: "/administration/time", holds: "Harbour House" },
  { name: "company", path: "/administration/company" },
  { name: "audit", path: "/administration/audit" },
  { name: "account", path: "/account" },
];

for (const look of LOOKS) {
  describe(`the demo on a ${look.name}, ${look.theme}`, () => {
    let page;

    before(async () => {
      page = await walk.open(served.url, look);
      await signIn(page, served.signIns().administrator);
    });

    after(() => page.context().close());

    it("shows each page whole, no wider than the screen", async () => {
      for (const { name, path, holds } of pages()) {
        await page.goto(served.url + path);
        await page.locator("#main h1").first().waitFor();
        if (holds) await page.getByText(holds).first().waitFor();
        if (name === "plan" && look.name === "desk") await drawn(page);
        await quiet(page);
        await walk.step(page, `${look.name} ${look.theme} ${name}`);
        assert.ok(await fits(page), `${name} scrolls sideways`);
      }
    });
  });
}

describe("the demo in German", () => {
  it("has no English left on its main pages", async () => {
    const page = await walk.open(served.url, { ...DESK, language: "de-DE" });
    const { account, password } = served.signIns().administrator;
    await page.request.post(`${served.url}/api/sessions`, { data: { login: account, password } });
    await page.request.patch(`${served.url}/api/account`, { data: { language: "de" } });
    for (const { name, path } of pages()) {
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

/** Nothing is asked for any more, so what is seen is the page as it stays. */
const quiet = (page) => page.waitForFunction(() => !document.querySelector("[aria-busy=true], .waiting")).then(() => page.waitForTimeout(150));

const fits = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
