// Five at once: an official, a manager, two who work, and the client. What one does the others see without asking.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { events } from "./icalendar.js";
import { fits, quiet } from "./pages.js";
import { Served } from "./served.js";
import { DESK, PHONE, Walk } from "./walk.js";

const NEEDED = "Read access to the ward's message log";
const IN_THE_WAY = "The log of the messages can't be read";
const WISH = "Ward 7 would like to be in the pilot, too.";
const WHAT = "Ward 7 takes part in the pilot: its staff are trained, its patients' data are moved, and it is in use with all other wards.";
const PROMISED = "In use on all wards";

let walk;
let served;
let project;
/** By role: a page in a browser session of its own. */
const at = {};

before(async () => {
  walk = await Walk.start("together");
  walk.expected.push(/401 .*\/api\/session\b/);
  served = await Served.start();
  const looks = { official: { ...DESK, theme: "dark" }, manager: DESK, worker: PHONE, deputy: { ...DESK, theme: "dark" }, client: DESK };
  for (const [role, look] of Object.entries(looks)) {
    at[role] = await walk.open(served.url, look);
    const { account, password } = served.signIns()[role];
    await at[role].request.post(`${served.url}/api/sessions`, { data: { login: account, password } });
  }
  [project] = (await get("client", "/api/portal")).projects;
});

after(async () => {
  await walk?.end();
  await served?.end();
});

async function answered(answer) {
  assert.ok(answer.ok(), `${answer.url()}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}
/** What was signed is simulated in the background, and an update tells the forecast that there is. */
async function forecastAgain() {
  for (let tries = 0; tries < 300; tries++) {
    const [{ version }, forecast] = [await get("manager", `/api/projects/${project.id}`), await get("manager", `/api/projects/${project.id}/forecast`)];
    if (forecast.version >= version) return;
    await at.manager.waitForTimeout(100);
  }
  throw new Error("No forecast of the plan as it is now.");
}

const get = async (role, path) => answered(await at[role].request.get(served.url + path));
const send = async (role, path, data, headers = {}) => answered(await at[role].request.post(served.url + path, { data, headers }));

async function open(role, path) {
  await at[role].goto(served.url + path);
  await at[role].locator("#main h1").first().waitFor();
  await quiet(at[role]);
}

async function look(role, name) {
  await quiet(at[role]);
  await walk.step(at[role], name);
  assert.ok(await fits(at[role]), `${name} scrolls sideways`);
}

/** The calendar behind an address, by the summary of what is in it. */
class Feed {
  constructor(path) {
    this.path = path;
  }

  static async of(role, kind, about) {
    return new Feed((await send(role, "/api/feeds", { kind, ...(about && { project: about }) })).path);
  }

  async read() {
    this.text = await (await fetch(served.url + this.path)).text();
    return events(this.text);
  }

  /** By our own reader, and by khal where Debian's is installed. */
  async event(summary) {
    const found = (await this.read()).find((each) => each.SUMMARY.includes(summary));
    assert.ok(found, `${summary} is not in the feed`);
    return { ...found, khal: khal(this.text, summary) };
  }
}

function khal(text, summary) {
  const folder = mkdtempSync(join(tmpdir(), "chargehand-khal-"));
  try {
    const file = join(folder, "feed.ics");
    writeFileSync(file, text);
    const printed = spawnSync("khal", ["printics", file], { encoding: "utf8", env: { ...process.env, HOME: folder, LC_ALL: "C.UTF-8" } });
    if (printed.error) return undefined; // It is not installed.
    return printed.stdout.split("\n").find((line) => line.includes(summary));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("together", () => {
  let milestones;
  let work;
  let before;
  let workBefore;
  let told;

  it("each begins where their day does", async () => {
    await Promise.all([open("official", "/projects"), open("manager", "/desk"), open("worker", "/work"), open("deputy", "/work"), open("client", "/portal")]);
    milestones = await Feed.of("manager", "milestones", project.id);
    work = await Feed.of("worker", "person");
    before = await milestones.event(PROMISED);
    workBefore = await work.read();
    told = project.update;
    assert.ok(told, "the client was told something before");
  });

  it("a task waits for an access, and whoever sees to it hears at once", async () => {
    const femi = at.worker;
    const yusuf = (await get("deputy", "/api/session")).account.name;
    await femi.getByRole("button", { name: "Say what is needed" }).click();
    await femi.getByLabel("What is needed?").fill(NEEDED);
    await femi.getByLabel("Who sees to it?").selectOption({ label: yusuf });
    await femi.getByLabel("By when?").fill("3 Feb");
    await femi.getByRole("button", { name: "Ask for it" }).click();
    await femi.getByRole("button", { name: `I wait for it: ${NEEDED}` }).click();
    await femi.getByText(/stands still since/).first().waitFor();
    await at.deputy.getByText(NEEDED).first().waitFor();
    await look("worker", "a task waits");
    await look("deputy", "it is mine to see to");
  });

  it("a complication is raised with its effect beside it, and arrives at the desk", async () => {
    const femi = at.worker;
    await femi.getByRole("button", { name: "Something in the way" }).first().click();
    await femi.getByLabel("Say it in a line").fill(IN_THE_WAY);
    await femi.getByRole("group", { name: "It costs me" }).getByRole("button").nth(1).click();
    await femi.getByText("What it does if nobody does anything:").waitFor();
    await look("worker", "its effect before it is sent");
    await femi.getByRole("button", { name: "Send it" }).click();
    const take = at.manager.getByRole("button", { name: `Take it into the plan: ${IN_THE_WAY}` });
    // It is to be decided, and what comes after its task is a reason to clear it first.
    await at.manager.getByRole("listitem").filter({ has: take }).filter({ hasText: IN_THE_WAY }).waitFor();
    await at.manager.getByText(`Clear “${IN_THE_WAY}” first`).waitFor();
    await look("manager", "the complication at the desk");
    await take.click();
    await take.waitFor({ state: "detached" });
  });

  it("the need is met, and the task goes on", async () => {
    await at.deputy.getByRole("button", { name: `It is here: ${NEEDED}` }).first().click();
    await at.worker.getByRole("button", { name: `I wait for it: ${NEEDED}` }).or(at.worker.getByRole("button", { name: "It goes on" })).waitFor({ state: "detached" });
    await look("worker", "it is here");
  });

  it("the client wishes for something else, and it lies on the manager's desk", async () => {
    await at.client.getByLabel("What else do you wish for?").fill(WISH);
    await at.client.getByRole("button", { name: "Wish for it", exact: true }).click();
    const line = at.manager.getByRole("listitem").filter({ hasText: WISH });
    await line.waitFor();
    await look("client", "a wish");
    await look("manager", "the wish at the desk");
    await line.getByRole("link", { name: /^Work it out/ }).click();
    await at.manager.getByRole("heading", { name: "Work it out" }).waitFor();
  });

  it("the manager works it out in a draft and sees what it does to each date", async () => {
    const greta = at.manager;
    await greta.getByRole("button", { name: "Begin a draft" }).click();
    await greta.getByRole("link", { name: "Open the draft" }).waitFor();
    const draft = (await greta.getByRole("link", { name: "Open the draft" }).getAttribute("href")).split("/").at(-1);
    const { version } = await get("manager", `/api/projects/${draft}`);
    const task = { id: "ward-7", name: "Prepare ward 7", kind: "duration", minutes: 4800 };
    await send("manager", `/api/projects/${draft}/changes`, {
      changes: [
        { kind: "addTask", task, parent: "live", last: true },
        { kind: "addLink", predecessor: "data", successor: "ward-7" },
        { kind: "addLink", predecessor: "ward-7", successor: "live-now" },
      ],
    }, { "If-Match": `"${version}"` });
    await greta.getByRole("row", { name: new RegExp(PROMISED) }).getByText(/days? later\./).waitFor();
    await greta.getByLabel("Name", { exact: true }).fill("Ward 7 in the pilot");
    await greta.getByLabel("What the client gets").fill(WHAT);
    await greta.getByText("By hours", { exact: true }).click();
    await greta.getByLabel("Hours", { exact: true }).fill("80");
    await greta.getByLabel("For an hour").fill("115");
    await look("manager", "worked out");
    await greta.getByRole("button", { name: "Offer it to the client" }).click();
    await greta.getByRole("heading", { name: "with the client" }).waitFor();
    await look("manager", "offered");
  });

  it("the client reads the offer, and signs it word by word", async () => {
    const moira = at.client;
    const offer = moira.getByRole("article", { name: "Ward 7 in the pilot" });
    await offer.waitFor();
    await offer.scrollIntoViewIfNeeded();
    await look("client", "an offer");
    await offer.getByRole("button", { name: /^Read and sign/ }).click();
    const text = await offer.locator(".signed-text").textContent();
    assert.match(text, /Price: 9,200\.00/);
    const { offer: offered } = (await get("client", "/api/portal")).projects.find(({ id }) => id === project.id).changes[0];
    assert.equal(createHash("sha256").update(offered.text).digest("hex"), offered.hash);
    assert.equal(offered.text.trimEnd(), text);
    await offer.getByLabel("Your name, typed, is your signature").fill("Moira Byrne");
    await offer.scrollIntoViewIfNeeded();
    await look("client", "about to sign");
    await offer.getByRole("button", { name: "Sign it" }).click();
    await moira.getByText(/^Signed by Moira Byrne/).first().waitFor();
    await at.manager.getByText(/^Signed by Moira Byrne/).first().waitFor();
    await look("manager", "signed");
  });

  it("the plan is what was signed, with a new baseline, and the feeds have moved", async () => {
    const plan = await get("manager", `/api/projects/${project.id}/plan`);
    const ward = plan.tasks.find(({ id }) => id === "ward-7");
    const done = plan.tasks.find(({ id }) => id === "live-now");
    assert.ok(ward && ward.finish <= done.finish);
    assert.ok((await get("manager", `/api/projects/${project.id}/baselines`)).items.some(({ name }) => name === "Signed: Ward 7 in the pilot"));
    const now = await milestones.event(PROMISED);
    assert.equal(now.UID, before.UID);
    assert.ok(now.DTSTART > before.DTSTART, `${before.DTSTART} → ${now.DTSTART}`);
    assert.ok(Number(now.SEQUENCE) > Number(before.SEQUENCE ?? 0));
    if (before.khal) assert.notEqual(now.khal, before.khal);
    const moved = (await work.read()).filter((each) => workBefore.some((was) => was.UID === each.UID && was.DTSTART !== each.DTSTART));
    assert.ok(moved.length > 0, "the worker's own calendar has moved");
  });

  it("whose work moved was told what of it is theirs, and the official sees the new date", async () => {
    await open("worker", "/notices");
    await at.worker.getByText(/“Ward 7 in the pilot” is signed/).first().waitFor();
    await look("worker", "told what is theirs");
    await at.official.getByText(project.name).first().waitFor();
    await look("official", "the portfolio");
  });

  it("the next update tells it in plain words", async () => {
    const greta = at.manager;
    await forecastAgain();
    await open("manager", `/projects/${project.id}/updates`);
    const redraft = greta.getByRole("button", { name: "Take the facts of now" }).or(greta.getByRole("button", { name: "Draft an update" }));
    await redraft.first().click();
    await greta.getByRole("heading", { name: "Changes that were signed" }).first().waitFor();
    await greta.getByLabel("How it goes").fill("Ward 7 is in the pilot, as you have signed.");
    await greta.getByLabel("Why dates moved").fill("Its staff are trained and its patients' data moved before all wards begin.");
    await look("manager", "the next update");
    await greta.getByRole("button", { name: "Release it" }).click();
    await at.client.getByText("Ward 7 is in the pilot, as you have signed.").waitFor();
    await at.client.getByRole("heading", { name: "Changes that were signed" }).waitFor();
    await at.client.evaluate(() => scrollTo(0, 0));
    await look("client", "the update");
    const { update } = (await get("client", "/api/portal")).projects.find(({ id }) => id === project.id);
    assert.notEqual(update.id, told.id);
    assert.ok(update.facts.finish.likely > update.facts.finish.likelyWas, "the likely date is later, and says so");
  });
});

describe("what a client says and sends", () => {
  it("how satisfied they are lies on the manager's desk", async () => {
    const moira = at.client;
    await open("client", "/portal");
    await moira.getByRole("group", { name: "How satisfied are you with what was done?" }).getByText("5", { exact: true }).click();
    await moira.getByRole("group", { name: "How well were you kept informed?" }).getByText("2", { exact: true }).click();
    await moira.getByLabel("What should we do otherwise").fill("Tell us a day earlier.");
    await moira.getByRole("button", { name: "Tell us" }).scrollIntoViewIfNeeded();
    await look("client", "two questions at a milestone");
    await moira.getByRole("button", { name: "Tell us" }).click();
    await moira.getByRole("heading", { name: "How was it? Increment 1 in the test hospital" }).waitFor({ state: "detached" });
    await open("manager", "/desk");
    await at.manager.getByText("“Tell us a day earlier.”").scrollIntoViewIfNeeded();
    await look("manager", "what clients say");
  });

  it("what looks like real people is asked about, and a document arrives once it was said to be made up", async () => {
    const moira = at.client;
    walk.expected.push(/409 .*handed-documents/);
    const people = "name;mail\nAda;ada@ward.test\nBram;bram@ward.test\nChidi;chidi@ward.test\n";
    await moira.getByLabel("Send us a file").setInputFiles({ name: "patients.csv", mimeType: "text/csv", buffer: Buffer.from(people) });
    await moira.getByRole("button", { name: "Send it", exact: true }).click();
    await moira.getByText("Are these real people?").waitFor();
    await moira.getByRole("button", { name: "It is made up, send it" }).scrollIntoViewIfNeeded();
    await look("client", "are these real people");
    await moira.getByRole("button", { name: "It is made up, send it" }).click();
    await moira.getByRole("link", { name: "patients.csv" }).waitFor();
    await look("client", "documents in the portal");
    await open("manager", `/projects/${project.id}/documents`);
    await at.manager.getByText("Handed in by the client.").waitFor();
    await look("manager", "documents");
    const show = at.manager.getByRole("button", { name: /^Show it to the client/ });
    const name = (await show.textContent()).replace("Show it to the client", "").trim();
    assert.equal(await moira.getByRole("link", { name }).count(), 0);
    await show.click();
    await moira.getByRole("link", { name }).waitFor();
  });
});

describe("somebody without an account", () => {
  const PASSWORD = "nine grey herons";

  it("reads by a link what was released, and nothing once it is taken back", async () => {
    const greta = at.manager;
    await open("manager", `/projects/${project.id}/links`);
    await greta.getByLabel("For whom").fill("The auditor");
    await greta.getByLabel("Password").fill(PASSWORD);
    await greta.getByRole("button", { name: "Make the link" }).click();
    const address = await greta.locator("code.secret").textContent();
    await look("manager", "a link into the portal");
    walk.expected.push(/401 .*portal-links/, /404 .*portal-links/);
    const auditor = await walk.open(address, { ...PHONE, theme: "dark" });
    await auditor.getByLabel("Password").fill(PASSWORD);
    await walk.step(auditor, "the link asks for its password");
    await auditor.getByRole("button", { name: "Read it" }).click();
    await auditor.getByText("Ward 7 is in the pilot, as you have signed.").waitFor();
    await quiet(auditor);
    await walk.step(auditor, "what the link opens");
    assert.ok(await fits(auditor), "what a link opens scrolls sideways");
    await auditor.setViewportSize(DESK);
    await quiet(auditor);
    await walk.step(auditor, "what the link opens, wide");
    await auditor.getByRole("button", { name: "Put these dates into your calendar" }).click();
    const feed = await auditor.locator("code.secret").textContent();
    assert.match(await (await fetch(feed)).text(), /BEGIN:VEVENT/);
    await greta.getByRole("button", { name: "Take it back The auditor" }).click();
    await auditor.getByText("This link opens nothing any more").waitFor({ timeout: 60_000 });
    await walk.step(auditor, "the link was taken back");
    assert.equal((await fetch(feed)).status, 404);
    await auditor.context().close();
  });
});

for (const view of [{ ...PHONE, theme: "light" }, { ...PHONE, theme: "dark" }, { ...DESK, theme: "dark" }, { ...DESK, language: "de-DE" }])
  describe(`the signed change on a ${view.name}, ${view.theme ?? "in German"}`, () => {
    it("fits", async () => {
      const list = ["manager", `projects/${project.id}/changes`];
      for (const [role, path] of [["client", "portal"], ["manager", "change"], ...(view.theme === "dark" ? [] : [list])]) {
        const { account, password } = served.signIns()[role];
        const page = await walk.open(served.url, view);
        await page.request.post(`${served.url}/api/sessions`, { data: { login: account, password } });
        await page.request.patch(`${served.url}/api/account`, { data: { language: view.language ? "de" : "en" } });
        const { items } = await get("manager", `/api/projects/${project.id}/change-requests`);
        await page.goto(`${served.url}/${path === "change" ? `projects/${project.id}/changes/${items[0].id}` : path}`);
        await page.locator("#main h2").first().waitFor();
        if (path === "portal") await page.locator("#client-changes").scrollIntoViewIfNeeded();
        await quiet(page);
        await walk.step(page, `${view.name} ${view.theme ?? "de"} ${role} ${path.split("/").at(-1)}`);
        assert.ok(await fits(page), `${path} scrolls sideways`);
        await page.context().close();
      }
    });
  });
