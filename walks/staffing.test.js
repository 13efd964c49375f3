// Which manager a project needs: asked by anybody, for an idea, and for the demo's two main projects.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { fits, PLAN, quiet } from "./pages.js";
import { Served } from "./served.js";
import { signIn } from "./signing-in.js";
import { DESK, PHONE, Walk } from "./walk.js";

const LOOKS = [
  { ...DESK, theme: "light" },
  { ...DESK, theme: "dark" },
  { ...PHONE, theme: "light" },
  { ...PHONE, theme: "dark" },
];
const APP = "Patient app";

let walk;
let served;
let ask;
const projects = {};

before(async () => {
  walk = await Walk.start("staffing");
  walk.expected.push(/401 .*\/api\/session\b/);
  served = await Served.start();
  ask = await served.caller("administrator");
  for (const { id, name } of (await ask("GET", "/api/projects")).items) projects[name] = id;
});

after(async () => {
  await walk?.end();
  await served?.end();
});

const shows = (page, answer) => page.getByRole("heading", { name: answer }).waitFor();

describe("somebody who has not signed in", () => {
  it("is asked only if the company wants it, and nothing is kept", async () => {
    const page = await walk.open(`${served.url}/assess`, DESK);
    await page.getByLabel("Login", { exact: true }).waitFor();
    const company = await fetch(`${served.url}/api/assessment-questions`).then((answer) => answer.json());
    assert.equal(company.open, false);

    await ask("PATCH", "/api/company", { publicAssessment: true }, { "If-Match": '"1"' });
    await page.goto(`${served.url}/assess`);
    await shows(page, "a project manager");
    await quiet(page);
    await walk.step(page, "public");

    // By the keyboard: the group has one stop, arrows choose within it.
    await page.getByRole("group", { name: /How new is the technology/ }).getByRole("radio").last().focus();
    for (const key of ["ArrowUp", "Tab"]) await page.keyboard.press(key);
    await page.getByRole("group", { name: /How often do client/ }).getByRole("radio").nth(2).press("Space");
    await page.getByRole("group", { name: /resolve engineers/ }).getByRole("radio").nth(3).press("Space");
    await shows(page, "a technical project manager for software");
    await quiet(page);
    await walk.step(page, "public answered");
    assert.equal((await ask("GET", "/api/assessments")).items.length, 1, "only the demo's own idea");
    await page.context().close();
  });
});

describe("an idea without a plan", () => {
  it("is assessed, kept, and found again", async () => {
    const page = await walk.open(`${served.url}/assess`, DESK);
    await page.goto(`${served.url}/sign-in`);
    await signIn(page, served.signIns().official);
    await page.getByRole("link", { name: "Hiring" }).click();
    await page.getByRole("link", { name: "Assess an idea" }).click();
    await page.getByRole("group", { name: /regulated, or critical/ }).getByRole("radio").nth(3).check();
    await shows(page, /close call/);
    await page.getByLabel("What is it about?").fill("A register of pumps");
    await page.getByRole("button", { name: "Keep this assessment" }).click();
    await page.getByRole("heading", { name: "A register of pumps", level: 1 }).waitFor();
    await quiet(page);
    await walk.step(page, "idea kept");
    await page.getByRole("link", { name: "Hiring" }).click();
    await page.getByRole("link", { name: "A register of pumps" }).waitFor();
    await quiet(page);
    await walk.step(page, "hiring");
    await page.context().close();
  });
});

for (const look of LOOKS) {
  describe(`staffing on a ${look.name}, ${look.theme}`, () => {
    let page;

    before(async () => {
      page = await walk.open(served.url, look);
      await signIn(page, served.signIns().administrator);
    });

    after(() => page.context().close());

    const pages = () => [
      { name: "renewal", path: `/projects/${projects[PLAN]}/staffing`, answer: "a technical project manager for infrastructure" },
      { name: "patient app", path: `/projects/${projects[APP]}/staffing`, answer: /close call/ },
      { name: "who takes it", path: `/projects/${projects[PLAN]}/staffing/people`, answer: "Henrik Solberg" },
      { name: "assess", path: "/assess", answer: "a project manager" },
    ];

    it("shows each page whole, no wider than the screen", async () => {
      for (const { name, path, answer } of pages()) {
        await page.goto(served.url + path);
        await shows(page, answer);
        await quiet(page);
        await walk.step(page, `${look.name} ${look.theme} ${name}`);
        assert.ok(await fits(page), `${name} scrolls sideways`);
      }
    });
  });
}

describe("who takes it", () => {
  it("is chosen with what is done about the weaker side, and named as acting manager", async () => {
    const page = await walk.open(served.url, DESK);
    await signIn(page, served.signIns().official);
    await page.goto(`${served.url}/projects/${projects[PLAN]}/staffing/people`);
    await page.getByLabel("Certificate").fill("PMP");
    await page.getByRole("heading", { name: "Henrik Solberg" }).waitFor({ state: "detached" });
    await page.getByText("PMP runs out 30 April").waitFor();
    await page.getByRole("button", { name: "Choose Greta Paulsen" }).click();
    await page.getByLabel("What is done about the weaker side").selectOption("training");
    await page.getByRole("button", { name: "Note this choice" }).click();
    await page.getByText("Greta Paulsen, by Friederike Olsen").waitFor();
    await page.getByRole("button", { name: "Note this choice" }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Choose Greta Paulsen" }).click();
    await page.getByRole("button", { name: "Name acting manager" }).click();
    await page.getByText("Greta Paulsen: noted on the project.").waitFor();
    await quiet(page);
    await walk.step(page, "chosen");
    const held = (await ask("GET", `/api/projects/${projects[PLAN]}/accountable`)).items;
    assert.equal(held.find(({ part, until }) => part === "acting" && !until).name, "Greta Paulsen");
    await page.context().close();
  });

  it("can see themselves what they are and what is missing", async () => {
    const page = await walk.open(served.url, DESK);
    await signIn(page, served.signIns().lead);
    const ada = (await ask("GET", "/api/people")).items.find(({ name }) => name === "Ada Lindqvist");
    await page.goto(`${served.url}/people/${ada.id}`);
    await page.getByText(/Near Technical, software. Missing: at least 1 year in project management/).waitFor();
    await quiet(page);
    await walk.step(page, "own managing");
    await page.context().close();
  });
});

describe("a vacancy", () => {
  it("is written from the assessment, published, read by everybody, and closed", async () => {
    const page = await walk.open(served.url, DESK);
    await signIn(page, served.signIns().official);
    await page.goto(`${served.url}/projects/${projects[PLAN]}/staffing`);
    await page.getByRole("button", { name: "Write the vacancy" }).click();
    await page.getByRole("heading", { name: /Technical project manager for infrastructure/, level: 1 }).waitFor();
    await page.getByLabel("E-mail address for applications").fill("jobs@harbour-it.example");
    await page.getByLabel("Place", { exact: true }).fill("Hamburg");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved").waitFor();
    await quiet(page);
    await page.getByRole("button", { name: "Publish it" }).click();
    await page.getByRole("button", { name: "Close it" }).waitFor();
    await quiet(page);
    await walk.step(page, "vacancy published");
    const path = await page.getByRole("link", { name: "The page for everybody" }).getAttribute("href");

    const everybody = await walk.open(served.url + path, PHONE);
    await everybody.getByRole("heading", { name: "What happens with your application" }).waitFor();
    const posting = JSON.parse(await everybody.locator("script[type='application/ld+json']").textContent());
    for (const required of ["title", "description", "datePosted", "hiringOrganization", "jobLocation"]) assert.ok(posting[required], required);
    await walk.step(everybody, "job page");
    assert.ok(await fits(everybody), "the page scrolls sideways");

    await everybody.getByLabel("Your name").fill("Dewi Prasetya");
    await everybody.getByLabel("Your e-mail address").fill("dewi@home.example");
    await everybody.getByLabel(/Your CV/).setInputFiles({ name: "cv.txt", mimeType: "text/plain", buffer: Buffer.from("Dewi Prasetya\n\nLed three migrations of storage at Wharf Hosting.\nPMP, Project Management Institute") });
    await everybody.getByRole("button", { name: "Apply" }).click();
    await everybody.getByText("Your application has arrived.").waitFor();
    // The reader is a process of its own, which begins with the first file.
    await page.getByText("CV checked").waitFor({ timeout: 60_000 });
    await quiet(page);
    await walk.step(page, "applied");
    const job = page.url();
    await page.getByRole("link", { name: "Application 1" }).click();
    await page.getByRole("heading", { name: "What the CV says to each criterion" }).waitFor();
    assert.equal(await page.getByText("Dewi").count(), 0, "it is blank");
    await quiet(page);
    await walk.step(page, "review blind");
    await page.getByLabel("Because").fill("Invited to an interview.");
    await page.getByRole("button", { name: "Lift the blank" }).click();
    await page.getByRole("heading", { name: "Dewi Prasetya", level: 1 }).waitFor();
    await page.getByRole("link", { name: "Interview", exact: true }).click();
    await page.getByRole("heading", { name: "What to ask" }).waitFor();
    await page.getByRole("button", { name: /^Note the answer to: Name a date/ }).click();
    await page.getByLabel("What was said").fill("Named three releases, each on its day.");
    await page.getByRole("button", { name: "Keep" }).first().click();
    await page.getByText("Named three releases").waitFor();
    await quiet(page);
    await walk.step(page, "interview");
    await page.getByRole("link", { name: "Decision", exact: true }).click();
    await page.getByLabel("State").selectOption("accepted");
    await page.getByLabel(/^Reason/).fill("Has led three migrations.");
    await page.getByRole("button", { name: "Decide" }).click();
    await page.getByText("Accepted, by Friederike Olsen").waitFor();
    await quiet(page);
    await walk.step(page, "decided");
    await page.getByRole("button", { name: "Choose what is done about it" }).click();
    await page.getByRole("combobox", { name: "What is done about the weaker side" }).selectOption("training");
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    await page.getByRole("button", { name: "Choose anew" }).waitFor();
    await page.getByLabel("First day").fill("2027-03-01");
    await page.getByRole("button", { name: "Take on" }).click();
    await page.getByText("Manager of the project from 1 March").waitFor();
    await quiet(page);
    await walk.step(page, "taken on");
    await page.getByRole("link", { name: "Dewi Prasetya among the people" }).click();
    await page.getByText("1 March; until 12 April work has 50").waitFor();
    await quiet(page);
    await page.getByText("What is done about the weaker side: Training").waitFor();
    await walk.step(page, "person in the calendar");
    const held = (await ask("GET", `/api/projects/${projects[PLAN]}/accountable`)).items;
    assert.equal(held.find(({ name }) => name === "Dewi Prasetya").since, "2027-02-28T23:00:00Z");
    await page.goto(job);

    await page.getByRole("button", { name: "Close it" }).click();
    await page.getByRole("button", { name: "Publish it again" }).waitFor();
    assert.equal((await fetch(served.url + path)).status, 410);
    await everybody.context().close();
    await page.context().close();
  });
});

describe("a folder of CVs", () => {
  it("is dropped, worked off whatever is in it, searched, compared, and decided upon", async () => {
    const page = await walk.open(served.url, DESK);
    await signIn(page, served.signIns().official);
    const vacancies = (await ask("GET", "/api/vacancies")).items;
    const demo = vacancies.find(({ contact, author }) => contact === "jobs@harbour-it.example" && author.name !== "Friederike Olsen");
    await page.goto(`${served.url}/hiring/vacancies/${demo.id}`);
    const cv = (line) => Buffer.from(`Somebody New\n\nEXPERIENCE\n2015 - 2024 Infrastructure manager, Wharf Hosting\n${line}`);
    await page.getByLabel("Add CVs", { exact: true }).setInputFiles([
      { name: "one.txt", mimeType: "text/plain", buffer: cv("Servers; budget of $2,000,000.") },
      { name: "two.txt", mimeType: "text/plain", buffer: cv("\n\nCERTIFICATIONS\nCertified Associate in Project Management (CAPM), PMI") },
      { name: "bad.exe", mimeType: "application/octet-stream", buffer: Buffer.from([77, 90, 0]) },
    ]);
    await page.getByText("3 of 3 sent").waitFor();
    // The reader is a process of its own, which begins with the first file.
    await page.getByText("could not be read").first().waitFor({ timeout: 60_000 });
    await page.getByText("waits to be checked").first().waitFor({ state: "detached" });
    await quiet(page);
    await walk.step(page, "folder read");
    await page.getByRole("link", { name: /candidates, with filters/ }).click();
    await page.getByLabel("Certificate").fill("CAPM");
    await page.getByText("One candidate").waitFor();
    await page.getByLabel(/^Choose Application/).check();
    await page.getByLabel(/^Reason/).fill("No budget of this size.");
    await quiet(page);
    await walk.step(page, "candidates");
    await page.getByRole("button", { name: "Decide for all" }).click();
    await page.getByText("Decided for one.").waitFor();
    await page.goBack();
    await page.getByRole("link", { name: "Side by side" }).click();
    await page.getByRole("columnheader", { name: /Application 1/ }).waitFor();
    await quiet(page);
    await walk.step(page, "side by side");
    assert.ok(await fits(page), "the page scrolls sideways");
    await page.getByRole("link", { name: "Ask for an order" }).click();
    for (const at of [1, 0]) await page.getByRole("checkbox").nth(at).check();
    await page.getByRole("button", { name: "Show the order" }).click();
    await page.getByText(/^Asked for by Friederike Olsen/).first().waitFor();
    assert.equal(await page.getByText(/Somebody New/).count(), 0, "it stays blank");
    await quiet(page);
    await walk.step(page, "an order on request");
    assert.ok(await fits(page), "the page scrolls sideways");
    await page.context().close();
  });
});

describe("in German", () => {
  it("says everything in German", async () => {
    const page = await walk.open(served.url, { ...DESK, language: "de-DE" });
    const { account, password } = served.signIns().administrator;
    await page.request.post(`${served.url}/api/sessions`, { data: { login: account, password } });
    await page.request.patch(`${served.url}/api/account`, { data: { language: "de" } });
    for (const name of [PLAN, APP]) {
      await page.goto(`${served.url}/projects/${projects[name]}/staffing`);
      await page.getByRole("heading", { name: "Was das ändern würde" }).waitFor();
      await quiet(page);
      await walk.step(page, `desk light de ${name}`);
      assert.ok(await fits(page), `${name} scrolls sideways`);
    }
    await page.request.patch(`${served.url}/api/account`, { data: { language: "en" } });
    await page.context().close();
  });
});
