// What waits for a manager, done where it lies; what people are told; and dates in a calendar program.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { fits, quiet } from "./pages.js";
import { Served } from "./served.js";
import { signIn } from "./signing-in.js";
import { DESK, PHONE, Walk } from "./walk.js";

let walk;
let served;
let client;
let project;

before(async () => {
  walk = await Walk.start("desk");
  walk.expected.push(/401 .*\/api\/session\b/);
  served = await Served.start();
  client = await served.caller("client");
  [project] = (await client("GET", "/api/portal")).projects;
});

after(async () => {
  await walk?.end();
  await served?.end();
});

const ask = (text) => client("POST", `/api/projects/${project.id}/questions`, { text });

describe("the manager's desk", () => {
  let page;

  before(async () => {
    page = await walk.open(served.url, DESK);
    await signIn(page, served.signIns().manager);
  });

  after(() => page.context().close());

  it("lays out what waits, over all projects", async () => {
    await page.getByRole("link", { name: "Desk", exact: true }).click();
    await page.getByRole("heading", { name: "Your desk" }).waitFor();
    await page.getByRole("heading", { name: /^To decide/ }).waitFor();
    await quiet(page);
    await walk.step(page, "desk light");
    assert.ok(await fits(page));
  });

  it("hears a question while it is open, and answers it there", async () => {
    await ask("Can the ward see it before Easter?");
    const question = page.locator("b", { hasText: "Can the ward see it before Easter?" });
    await question.waitFor();
    const line = page.getByRole("listitem").filter({ has: question });
    await line.getByLabel("Your answer").fill("Yes: the ward sees what is ready on 11 March.");
    await walk.step(page, "a question at the desk");
    await line.getByRole("button", { name: "Answer", exact: true }).click();
    await question.waitFor({ state: "detached" });
  });

  it("asks who owes something, with one click", async () => {
    const asking = page.getByRole("button", { name: /^Ask / }).first();
    await asking.click();
    await page.getByText(/^Asked: /).first().waitFor();
    await walk.step(page, "asked");
  });

  it("answers clients where updates are written, too", async () => {
    await ask("Who trains the nurses?");
    await page.goto(`${served.url}/projects/${project.id}/updates`);
    await page.getByRole("heading", { name: "2 questions of the client wait for an answer" }).waitFor();
    await quiet(page);
    await walk.step(page, "questions at the updates");
    const line = page.getByRole("listitem").filter({ hasText: "Who trains the nurses?" });
    await line.getByLabel("Your answer").fill("Dewi does, in the week before.");
    await line.getByRole("button", { name: "Answer", exact: true }).click();
    await page.getByRole("heading", { name: "1 question of the client waits for an answer" }).waitFor();
    await page.getByText(/^\d+ answered$/).click();
    await page.getByText("Dewi does, in the week before.").waitFor();
    const told = (await client("GET", "/api/portal")).projects.find(({ id }) => id === project.id);
    assert.ok(told.questions.some(({ answer }) => answer === "Dewi does, in the week before."));
    await walk.step(page, "answered at the updates");
  });

  it("says what somebody was told, and how they want to be told", async () => {
    await page.goto(`${served.url}/notices`);
    await page.getByRole("heading", { name: /^A question about/ }).first().waitFor();
    await quiet(page);
    await walk.step(page, "notices light");
    assert.ok(await fits(page));
  });

  it("a chat of one's own may not point inside", async () => {
    walk.expected.push(/422 .*own-hooks/);
    await page.getByText("Add one", { exact: true }).click();
    await page.getByLabel("Name", { exact: true }).fill("Mine");
    await page.getByLabel("Address", { exact: true }).fill("https://127.0.0.1/hooks/x");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText("This address points inside").scrollIntoViewIfNeeded();
    await walk.step(page, "a chat of one's own");
  });

  it("a project on one page, and all of them, for those who decide", async () => {
    await page.goto(`${served.url}/projects/${project.id}/steering`);
    await page.getByText("Likely by").first().waitFor();
    await quiet(page);
    await walk.step(page, "a steering report");
    for (const path of [`projects/${project.id}/steering-report/pdf`, "portfolio/report"]) {
      const paper = await page.request.get(`${served.url}/api/${path}`);
      assert.equal((await paper.body()).subarray(0, 5).toString(), "%PDF-");
    }
    await page.goto(`${served.url}/value`);
    await page.getByRole("heading", { name: /^Promises/ }).waitFor();
    await quiet(page);
    await walk.step(page, "what it was good for");
  });

  it("gives an address to a calendar program, and takes it back", async () => {
    await page.goto(`${served.url}/account`);
    await page.getByLabel("Which calendar?").selectOption({ label: `${project.name}: milestones and promises` });
    await page.getByRole("button", { name: "Make an address" }).click();
    const address = await page.locator("code.secret").first().textContent();
    const read = await page.request.get(address);
    assert.equal(read.status(), 200);
    assert.match(await read.text(), /^BEGIN:VCALENDAR[\s\S]*BEGIN:VEVENT/);
    await walk.step(page, "an address for a calendar program");
    await page.getByRole("button", { name: `Revoke ${project.name}` }).click();
    await page.getByText("never read").or(page.getByText(/^last read/)).waitFor({ state: "detached" });
    assert.equal((await page.request.get(address)).status(), 404);
  });
});

for (const look of [{ ...DESK, theme: "dark" }, { ...PHONE, theme: "light" }, { ...PHONE, theme: "dark" }, { ...DESK, language: "de-DE" }])
  describe(`on a ${look.name}, ${look.theme ?? "in German"}`, () => {
    it("fits", async () => {
      const page = await walk.open(served.url, look);
      const { account, password } = served.signIns().manager;
      await page.request.post(`${served.url}/api/sessions`, { data: { login: account, password } });
      await page.request.patch(`${served.url}/api/account`, { data: { language: look.language ? "de" : "en" } });
      const own = (part) => `projects/${project.id}/${part}`;
      for (const path of ["desk", "notices", "value", own(look.language ? "hooks" : look.theme === "dark" ? "links" : "documents")]) {
        await page.goto(`${served.url}/${path}`);
        await page.locator("#main :is(li, form)").first().waitFor();
        await quiet(page);
        await walk.step(page, `${look.name} ${look.theme ?? "de"} ${path.split("/").at(-1)}`);
        assert.ok(await fits(page), `${path} scrolls sideways`);
      }
      await page.request.patch(`${served.url}/api/account`, { data: { language: "en" } });
      await page.context().close();
    });
  });
