// An increment is planned, and worked through by pushes to a Git repository whose hook sends signed webhooks: the board moves
// in every browser, and the forecast with it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { fits, quiet } from "./pages.js";
import { Served } from "./served.js";
import { signIn } from "./signing-in.js";
import { DESK, PHONE, top, Walk } from "./walk.js";

const run = promisify(execFile);

let walk;
let served;
let manager;
let project;
let folder;

before(async () => {
  walk = await Walk.start("increment");
  walk.expected.push(/401 .*\/api\/session\b/, /409 .*\/column\b/);
  served = await Served.start();
  manager = await served.caller("manager");
  project = (await manager("GET", "/api/projects")).items.find(({ name }) => name === "Patient app").id;
  folder = mkdtempSync(join(tmpdir(), "chargehand-git-"));
});

after(async () => {
  await walk?.end();
  await served?.end();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const at = (path) => `/api/projects/${project}${path}`;
const increments = async () => (await manager("GET", at("/increments"))).items;
const signals = (key) => manager("GET", at("/board")).then(({ cards }) => cards.find((card) => card.key === key));

const WORK = () => join(folder, "work");
const git = (...words) =>
  run("git", words, {
    cwd: words[0] === "init" || words[0] === "clone" ? folder : WORK(),
    env: {
      ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", GIT_AUTHOR_NAME: "Tiago Nunes", GIT_AUTHOR_EMAIL: "tiago@harbour.example",
      GIT_COMMITTER_NAME: "Tiago Nunes", GIT_COMMITTER_EMAIL: "tiago@harbour.example",
    },
  });

async function commit(name, message) {
  writeFileSync(join(WORK(), name), `${message}\n`);
  await git("add", ".");
  await git("commit", "-qm", message);
}

/** A bare repository with the hook, and a working copy of it. */
async function repository(secret) {
  await git("init", "-q", "--bare", "-b", "main", "app.git");
  const bare = join(folder, "app.git");
  copyFileSync(join(top, "examples/git/post-receive"), join(bare, "hooks/post-receive"));
  chmodSync(join(bare, "hooks/post-receive"), 0o755);
  writeFileSync(join(folder, "secret"), secret, { mode: 0o600 });
  await git("clone", "-q", "app.git", "work");
  await run("git", ["config", "chargehand.url", `${served.url}/api/signals/${project}`], { cwd: bare });
  await run("git", ["config", "chargehand.secretFile", join(folder, "secret")], { cwd: bare });
  await git("checkout", "-q", "-b", "main");
  await commit("app", "Begin");
  await git("push", "-q", "origin", "main");
}

describe("an increment", () => {
  let page;
  let other;
  let four;
  let card;

  before(async () => {
    page = await walk.open(served.url, DESK);
    await signIn(page, served.signIns().manager);
    four = (await increments())[3];
  });

  after(async () => {
    await page?.context().close();
    await other?.context().close();
  });

  it("is planned from what fits, and committed to", async () => {
    await page.goto(`${served.url}/projects/${project}/increments`);
    await page.getByRole("heading", { name: "Backlog" }).waitFor();
    await page.getByText("is done by").waitFor();
    await quiet(page);
    await walk.step(page, "increments");
    await page.getByRole("link", { name: "Increment 4", exact: true }).click();
    await page.getByRole("button", { name: /^Take on what fits/ }).click();
    await page.getByText(/The increment takes on/).waitFor();
    await page.getByRole("button", { name: /^Commit to/ }).click();
    await page.getByText(/committed to it on/).waitFor();
    await quiet(page);
    await walk.step(page, "increment committed");
    const { commitment, tasks } = (await increments())[3];
    assert.ok(commitment.chance >= 0.8, `it fits with ${commitment.chance}`);
    assert.ok(tasks > 0);
  });

  it("gets a secret, and steps for the code host", async () => {
    await page.goto(`${served.url}/projects/${project}/code-host`);
    await page.getByRole("button", { name: "Make a secret" }).click();
    const secret = await page.locator("code.secret").textContent();
    await page.locator("code.secret").evaluate((element) => (element.textContent = "shown here once"));
    await walk.step(page, "code host");
    await repository(secret);
    await page.getByText(/Last heard on/).waitFor();
  });

  it("shows its board, where a card is moved by mouse and by keyboard", async () => {
    await page.goto(`${served.url}/projects/${project}/board?of=${four.id}`);
    const ready = page.getByRole("region", { name: /^Ready/ });
    await ready.getByRole("button").first().waitFor();
    await quiet(page);
    await walk.step(page, "board of an increment");
    card = (await manager("GET", at(`/board?increment=${four.id}`))).cards.find(({ begun, done }) => !begun && !done);
    const own = page.locator(`[data-task="${card.task}"]`);
    await own.dragTo(page.getByRole("region", { name: /^In work/ }));
    await page.getByRole("region", { name: /^In work/ }).locator(`[data-task="${card.task}"]`).waitFor();
    await begunIs(true);
    await own.focus();
    await page.keyboard.press("Alt+ArrowLeft");
    await ready.locator(`[data-task="${card.task}"]`).waitFor();
    await begunIs(false);
  });

  /// The board shows a move before the server has answered.
  async function begunIs(expected) {
    let begun = !expected;
    for (let tries = 0; tries < 50 && begun !== expected; tries++) {
      if (tries) await page.waitForTimeout(100);
      ({ begun } = await signals(card.key));
    }
    assert.equal(begun, expected);
  }

  it("moves in another browser when a branch is pushed", async () => {
    other = await walk.open(served.url, { ...DESK, theme: "dark" });
    await signIn(other, served.signIns().lead);
    await other.goto(`${served.url}/projects/${project}/board?of=${four.id}`);
    await other.locator(`[data-task="${card.task}"]`).waitFor();
    await git("checkout", "-q", "-b", `${card.key.toLowerCase()}-first`);
    await commit("first", "First try");
    const pushed = git("push", "-q", "origin", "HEAD");
    for (const each of [page, other])
      await each.getByRole("region", { name: /^In work/ }).locator(`[data-task="${card.task}"]`).waitFor();
    await pushed;
    await other.locator(`[data-task="${card.task}"]`).click();
    await other.getByText("Commit on").waitFor();
    await quiet(other);
    await walk.step(other, "a branch began it, dark");
  });

  it("moves its forecast when the branch is merged", async () => {
    const before = (await increments())[3].outlook;
    await git("checkout", "-q", "main");
    await git("merge", "-q", "--no-ff", "-m", `Merge branch '${card.key}-first'`, `${card.key.toLowerCase()}-first`);
    await git("push", "-q", "origin", "main");
    await page.getByRole("region", { name: /^Done/ }).locator(`[data-task="${card.task}"]`).waitFor();
    const after = (await increments())[3];
    assert.ok(after.done > 0);
    assert.ok(after.outlook.even >= before.even && after.outlook.all > before.all, `${JSON.stringify(before)} → ${JSON.stringify(after.outlook)}`);
    await page.getByText(`${after.done} of ${after.tasks} tasks are done`).first().waitFor();
    await quiet(page);
    await walk.step(page, "merged and done");
  });

  it("refuses what is forged", async () => {
    const answer = await fetch(`${served.url}/api/signals/${project}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Gitea-Event": "push", "X-Gitea-Delivery": "1", "X-Gitea-Signature": "0".repeat(64) },
      body: JSON.stringify({ ref: `refs/heads/${card.key}`, after: "1", commits: [] }),
    });
    assert.equal(answer.status, 401);
  });
});

for (const look of [{ ...DESK, theme: "dark" }, { ...PHONE, theme: "light" }, { ...DESK, language: "de-DE" }])
  describe(`on a ${look.name}, ${look.theme ?? "in German"}`, () => {
    it("fits", async () => {
      const page = await walk.open(served.url, look);
      const { account, password } = served.signIns().manager;
      await page.request.post(`${served.url}/api/sessions`, { data: { login: account, password } });
      await page.request.patch(`${served.url}/api/account`, { data: { language: look.language ? "de" : "en" } });
      const three = (await increments())[2].id;
      for (const path of ["board", "increments", `increments/${three}`, "code-host"]) {
        await page.goto(`${served.url}/projects/${project}/${path}`);
        await page.locator("#main h2:visible").first().waitFor();
        await quiet(page);
        await walk.step(page, `${look.name} ${look.theme ?? "de"} ${path.replace(three, "3")}`);
        assert.ok(await fits(page), `${path} scrolls sideways`);
      }
      await page.request.patch(`${served.url}/api/account`, { data: { language: "en" } });
      await page.context().close();
    });
  });
