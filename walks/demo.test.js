// The demo company, page by page: on a desk and on a phone, light and dark.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { drawn } from "./chart.js";
import { fits, pagesOf, PLAN, quiet } from "./pages.js";
import { Served } from "./served.js";
import { signIn } from "./signing-in.js";
import { DESK, PHONE, Walk } from "./walk.js";

const LOOKS = [
  { ...DESK, theme: "light" },
  { ...DESK, theme: "dark" },
  { ...PHONE, theme: "light" },
  { ...PHONE, theme: "dark" },
];

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


for (const look of LOOKS) {
  describe(`the demo on a ${look.name}, ${look.theme}`, () => {
    let page;

    before(async () => {
      page = await walk.open(served.url, look);
      await signIn(page, served.signIns().administrator);
    });

    after(() => page.context().close());

    it("shows each page whole, no wider than the screen", async () => {
      for (const { name, path, holds } of pagesOf(project, person)) {
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
