// The demo data centre's end-of-life dates become a programme with dates, people and three years' money, seen beside the software.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { fits, quiet } from "./pages.js";
import { Served } from "./served.js";
import { signIn } from "./signing-in.js";
import { DESK, PHONE, Walk } from "./walk.js";

let walk;
let served;

before(async () => {
  walk = await Walk.start("programme");
  walk.expected.push(/401 .*\/api\/session\b/);
  served = await Served.start();
});

after(async () => {
  await walk?.end();
  await served?.end();
});

const NAME = "Renewal until 2030";

describe("a programme", () => {
  it("is made of what falls due within three years, by one press", async () => {
    const page = await walk.open(`${served.url}/sign-in`, DESK);
    await signIn(page, served.signIns().official);
    await page.goto(`${served.url}/register`);
    await page.getByRole("link", { name: "What falls due" }).click();
    await page.getByText("assets have to be replaced within 3 years").waitFor();
    await quiet(page);
    await walk.step(page, "what falls due");
    assert.ok(await fits(page), "what falls due scrolls sideways");
    await page.getByRole("button", { name: /Make a programme of \d+ assets/ }).press("Enter");
    await page.getByRole("heading", { name: NAME }).waitFor({ timeout: 30_000 });
    await quiet(page);
    await walk.step(page, "the programme's plan");
    await page.context().close();
  });

  it("has dates, people, deadlines and windows, and takes each asset once", async () => {
    const ask = await served.caller("official");
    const due = await ask("GET", "/api/due-assets");
    assert.equal(due.free, 0, "everything that is due is planned");
    const [programme] = due.programmes;
    const plan = await ask("GET", `/api/projects/${programme.project}/plan`);
    const changes = plan.tasks.filter((task) => task.name.startsWith("Move "));
    assert.equal(changes.length, programme.assets);
    for (const task of changes) assert.ok(task.who?.length, `${task.name} has nobody`);
    assert.ok(plan.tasks.some((task) => task.deadline), "nothing is promised");
    const years = new Set(due.quarters.filter((each) => each.planned.length > 0).map((each) => each.from.slice(0, 4)));
    assert.deepEqual([...years], ["2027", "2028", "2029"], "three years' money");
    await assert.rejects(ask("POST", "/api/programmes", { name: "Again" }), /nothing-due/);
  });

  for (const look of [
    { ...DESK, theme: "light" },
    { ...DESK, theme: "dark" },
    { ...PHONE, theme: "light" },
  ]) {
    it(`stands under the assets that it replaces, on a ${look.name}, ${look.theme}`, async () => {
      const page = await walk.open(`${served.url}/sign-in`, look);
      await signIn(page, served.signIns().official);
      await page.goto(`${served.url}/register/due`);
      await page.getByRole("link", { name: NAME, exact: true }).waitFor();
      await quiet(page);
      await walk.step(page, `${look.name} ${look.theme} programme made`);
      assert.ok(await fits(page), "the programme scrolls sideways");
      await page.context().close();
    });
  }

  it("is where an asset leads to, and what leads to an asset", async () => {
    const page = await walk.open(`${served.url}/sign-in`, DESK);
    await signIn(page, served.signIns().official);
    await page.goto(`${served.url}/register`);
    await page.getByLabel("Name, product, site or owner").fill("esx-01");
    await page.getByRole("link", { name: "esx-01", exact: true }).click();
    const task = page.getByRole("link", { name: `${NAME}: Replace esx-01` });
    await task.waitFor();
    await quiet(page);
    await walk.step(page, "the asset knows its task");
    await task.press("Enter");
    await page.getByText("Replaces").waitFor();
    await quiet(page);
    await walk.step(page, "the task knows its asset");
    await page.context().close();
  });

  it("stands beside the software, in time and in money", async () => {
    const page = await walk.open(`${served.url}/sign-in`, DESK);
    await signIn(page, served.signIns().official);
    await page.goto(`${served.url}/projects`);
    await page.getByRole("link", { name: NAME, exact: true }).waitFor();
    await page.getByText(/nothing approved/).first().waitFor();
    await quiet(page);
    await walk.step(page, "both kinds in one portfolio");
    await page.getByRole("navigation").getByRole("link", { name: "Money" }).first().click();
    await page.waitForURL(/\/money$/);
    await page.getByRole("heading", { name: "Money" }).first().waitFor();
    await page.getByRole("link", { name: NAME, exact: true }).waitFor();
    await page.getByRole("rowheader", { name: "Infrastructure" }).waitFor();
    await quiet(page);
    await walk.step(page, "both kinds in time and money");
    assert.ok(await fits(page), "all money scrolls sideways");
    await page.getByRole("link", { name: NAME, exact: true }).press("Enter");
    await page.getByText("Comes to at most").waitFor();
    await quiet(page);
    await walk.step(page, "the programme's money");
    await page.context().close();
  });

  it("has money that a German reads on a phone, in the dark", async () => {
    const ask = await served.caller("official");
    await ask("PATCH", "/api/account", { language: "de" });
    const page = await walk.open(`${served.url}/sign-in`, { ...PHONE, theme: "dark" });
    await signIn(page, served.signIns().official);
    await page.goto(`${served.url}/money`);
    await page.getByRole("link", { name: NAME, exact: true }).waitFor();
    await quiet(page);
    await walk.step(page, "phone dark German money");
    assert.ok(await fits(page), "money scrolls sideways on a phone");
    await page.locator('a[href$="/money"]', { hasText: "Data-centre renewal" }).press("Enter");
    await page.getByText("Läuft mit 80").waitFor();
    await quiet(page);
    await walk.step(page, "phone dark German project money");
    assert.ok(await fits(page), "a project's money scrolls sideways on a phone");
    await page.context().close();
  });

  it("takes a table of invoices line by line", async () => {
    const page = await walk.open(`${served.url}/sign-in`, DESK);
    await signIn(page, served.signIns().manager);
    await page.goto(`${served.url}/money/import`);
    const table = "project,state,category,date,amount,currency,what,supplier,number\nPatient app,invoice,services,2027-01-28,\"1,250.50\",EUR,Second part,Halligen Audit,R-772\nPatient app,invoice,services,2027-01-28,-5,EUR,Credit,Halligen Audit,R-773\nPatient app,invoice,services,2027-01-28,5,XYZ,Odd,Halligen Audit,R-774\n";
    await page.locator("input[type=file]").setInputFiles({ name: "invoices.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
    await page.getByText("There is no currency XYZ").or(page.getByText("XYZ")).first().waitFor();
    await quiet(page);
    await walk.step(page, "invoices read");
    await page.getByLabel("Take nothing").or(page.getByRole("checkbox")).first().uncheck();
    await page.getByRole("button", { name: "Take one line" }).press("Enter");
    await page.getByText("One amount was taken").waitFor();
    await page.context().close();
  });
});
