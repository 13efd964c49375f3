// What the demo company runs: the register by day of replacement, what goes away with a storage array, and another register read.
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

before(async () => {
  walk = await Walk.start("register");
  walk.expected.push(/401 .*\/api\/session\b/);
  served = await Served.start();
});

after(async () => {
  await walk?.end();
  await served?.end();
});

for (const look of LOOKS) {
  describe(`the register on a ${look.name}, ${look.theme}`, () => {
    it("shows what has to be replaced first, and what goes away with an array", async () => {
      const page = await walk.open(`${served.url}/sign-in`, look);
      await signIn(page, served.signIns().official);
      await page.goto(`${served.url}/register`);
      await page.getByText("40 assets, that which has to be replaced first").waitFor();
      await quiet(page);
      await walk.step(page, `${look.name} ${look.theme} register`);
      assert.ok(await fits(page), "the register scrolls sideways");
      await page.getByLabel("Name, product, site or owner").fill("san-01");
      await page.getByRole("link", { name: "san-01", exact: true }).click();
      await page.getByText("assets hang on it").waitFor();
      await quiet(page);
      await walk.step(page, `${look.name} ${look.theme} asset`);
      assert.ok(await fits(page), "the asset scrolls sideways");
      await page.context().close();
    });
  });
}

describe("the table of another register", () => {
  it("is looked at line by line, and taken", async () => {
    const page = await walk.open(`${served.url}/sign-in`, DESK);
    await signIn(page, served.signIns().official);
    await page.goto(`${served.url}/register/import`);
    const table = "name,role,platform,serial,site,warranty\nweb-01,Server,Ubuntu 22.04.4 LTS,,Kiel,\nweb-09,Server,Debian 12,W9,Kiel,31.12.2028\nbroken,Server,,,,soon\nodd,Server,Own thing,,,\n";
    await page.locator("input[type=file]").setInputFiles({ name: "netbox.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
    await page.getByText("This is no date: soon").waitFor();
    await page.getByText("Own thing: the catalogue has no such product").waitFor();
    await page.getByText("Site: Hamburg → Kiel").waitFor();
    await quiet(page);
    await walk.step(page, "register read");
    await page.getByRole("button", { name: "Take 3 lines" }).press("Enter");
    await page.getByText("43 assets").or(page.getByText("42 assets")).first().waitFor();
    await page.getByLabel("Name, product, site or owner").fill("web-01");
    await page.getByText("Ubuntu 22.04.4 LTS").first().waitFor();
    await quiet(page);
    await walk.step(page, "register taken");
    await page.context().close();
  });
});

describe("maintenance", () => {
  it("plans what is due inside change windows, and tells what came of it", async () => {
    const page = await walk.open(`${served.url}/sign-in`, DESK);
    await signIn(page, served.signIns().administrator);
    await page.goto(`${served.url}/register`);
    await page.getByRole("link", { name: "Maintenance", exact: true }).click();
    await page.getByText("Restore never proven for 1 of 4").waitFor();
    await page.getByRole("button", { name: /^Approve Firmware of firewalls/ }).first().press("Enter");
    await page.getByText("Approved. It can be planned now.").waitFor();
    await quiet(page);
    await walk.step(page, "maintenance");
    assert.ok(await fits(page), "maintenance scrolls sideways");
    await page.getByLabel("In the plan of").selectOption({ label: "Data-centre renewal" });
    await page.getByRole("button", { name: "Plan what is due" }).press("Enter");
    await page.getByText(/rounds are planned\./).waitFor({ timeout: 30_000 });
    await quiet(page);
    await walk.step(page, "maintenance planned");
    await page.getByRole("link", { name: "Monthly updates, Linux" }).first().click();
    await page.getByText("learnt from 3 rounds").first().waitFor();
    await quiet(page);
    await walk.step(page, "a policy");
    assert.ok(await fits(page), "a policy scrolls sideways");
    await page.goto(`${served.url}/register/windows`);
    await page.getByText("Annual accounts").waitFor();
    await quiet(page);
    await walk.step(page, "change windows");
    await page.context().close();
  });

  it("is read by a German on a phone in the dark", async () => {
    const ask = await served.caller("official");
    await ask("PATCH", "/api/account", { language: "de" });
    const page = await walk.open(`${served.url}/sign-in`, { ...PHONE, theme: "dark" });
    await signIn(page, served.signIns().official);
    for (const [at, text] of [["maintenance", "Rücksicherung nie bewiesen"], ["windows", "Tage ohne Änderungen"]]) {
      await page.goto(`${served.url}/register/${at}`);
      await page.getByText(text).first().waitFor();
      await quiet(page);
      await walk.step(page, `phone dark German ${at}`);
      assert.ok(await fits(page), `${at} scrolls sideways`);
    }
    await page.goto(`${served.url}/register/maintenance`);
    await page.getByRole("link", { name: "Bring backups back" }).last().click();
    await page.getByText("Zuletzt bewiesene Rücksicherung").waitFor();
    await quiet(page);
    await walk.step(page, "phone dark German policy");
    assert.ok(await fits(page), "a policy scrolls sideways");
    await page.context().close();
  });
});
