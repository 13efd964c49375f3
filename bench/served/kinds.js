// bin/bench kinds: registers, maintenance, money and boards of the sizes of a large company, through the API.
import { Served } from "../../walks/served.js";
import { boards } from "./boards.js";
import { Caller } from "./caller.js";
import { atLeast, atMost, beside, Sample } from "./figures.js";
import { Random } from "./random.js";

const SEARCHES = 200;
const IMPACTS = 50;
const CALENDARS = 5;
const AT_ONCE = 8;
/** A twentieth of the tasks are milestones, which are no cards. */
const TASKS_OF_A_BOARD = 2_106;
const RULES = ["FREQ=WEEKLY;BYDAY=TU", "FREQ=MONTHLY;BYDAY=2SU", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", "FREQ=DAILY", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY;BYMONTH=2,8;BYDAY=1SA", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"];
const PRODUCTS = ["PostgreSQL 16.3", "RHEL 9.4", "Ubuntu 22.04.4 LTS", "Windows Server 2022 Standard", "Debian 12", "Own program, version 3"];
const SITES = ["Hamburg", "Kiel", "Bonn", "Lisbon"];
/** An upload holds 64 MB at most. */
const LINES_A_FILE = 250_000;

/** @param only one of the parts: `register`, `money`, `board`; or all */
export async function kinds({ size, seed, only, say }) {
  const served = await Served.start();
  try {
    const official = await new Caller(served.url, served.signIns().official).signIn();
    const random = new Random(seed);
    const parts = {
      register: () => register(official, size, random, say),
      maintenance: () => maintenance(official, Math.ceil(size / 10), random, say),
      money: () => money(official, size * 10, random, say),
      board: () => boards(served, { cards: TASKS_OF_A_BOARD, seed, say }),
    };
    const figures = [];
    for (const [name, measure] of Object.entries(parts)) if (!only || name === only) figures.push(...(await measure()));
    return figures;
  } finally {
    await served.end();
  }
}

const HUBS = 100;
const called = (i) => (i < HUBS ? `hub-${String(i).padStart(2, "0")}` : `asset-${i}`);

/** Each hangs on one of the first hundred, so that there are as many relations as assets and a hub touches a hundredth. */
async function register(official, size, random, say) {
  const lines = ["name,kind,line,serial,site,owner,warranty,cost,currency,depends_on"];
  for (let i = 0; i < size; i++) {
    const on = i === 0 ? "" : called(i < HUBS ? 0 : 1 + random.below(HUBS - 1));
    lines.push(`${called(i)},server,"${PRODUCTS[random.below(PRODUCTS.length)]}",SN${i},${SITES[random.below(SITES.length)]},Team ${random.below(40)},20${27 + random.below(9)}-0${1 + random.below(9)}-15,${1000 + random.below(90_000)}.50,EUR,${on}`);
  }
  const taken = await seconds(async () => {
    const look = await upload(official, "/api/asset-imports", "assets.csv", lines);
    await answered(official.send("POST", `/api/asset-imports/${look.id}/acceptance`, { whole: true }), 200);
  });
  say(`${size} assets are there`);
  const searches = [];
  for (let i = 0; i < SEARCHES + 20; i++) {
    const words = [`asset-${random.below(size)}`, `sn${random.below(size)}`, `${SITES[random.below(4)]} team ${random.below(40)}`, "postgres kiel"][i % 4];
    const took = await seconds(() => official.get(`/api/assets?q=${encodeURIComponent(words)}`));
    if (i >= 20) searches.push(took * 1000);
  }
  say("searched");
  const { items: [seventh] } = await official.get("/api/assets?q=hub-07");
  const impacts = [];
  for (let i = 0; i < IMPACTS + 5; i++) {
    const took = await seconds(() => official.get(`/api/assets/${seventh.id}/impact`));
    if (i >= 5) impacts.push(took * 1000);
  }
  const touched = (await official.get(`/api/assets/${seventh.id}/impact`)).touched.length;
  const searched = new Sample(searches);
  return [
    atLeast("lines of a register read and taken", size / taken, "/s", 5_000),
    atMost("a search in the register, p95", searched.quantile(0.95), "ms", 100),
    beside("a search in the register, median", searched.median, "ms"),
    atMost("what goes away with an asset, median", new Sample(impacts).median, "ms", 50),
    beside("assets that go away with it", touched, ""),
  ];
}

/** Policies of all rhythms, a tenth as many as assets, and what they come to in five years. */
async function maintenance(official, count, random, say) {
  const { items } = await official.get("/api/assets?q=asset-");
  let next = 0;
  const write = async () => {
    for (let i = next++; i < count; i = next++)
      await answered(official.send("POST", "/api/maintenance-policies", {
        name: `Policy ${i}`, kind: "update", rule: RULES[i % RULES.length], first: `2026-0${1 + random.below(9)}-0${1 + random.below(9)}`, assets: [items[i % items.length].id],
        steps: [{ name: "Look through the advisories", minutes: 30 }, { name: "Install updates", minutes: 60, each: true }],
      }), 201);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, write));
  say(`${count} policies are there`);
  const calendars = [];
  let calendar;
  for (let i = 0; i < CALENDARS; i++) calendars.push(await seconds(async () => { calendar = await official.get("/api/maintenance-calendar?years=5"); }));
  const lists = [];
  for (let i = 0; i < CALENDARS; i++) lists.push(await seconds(() => official.get("/api/maintenance-policies")));
  return [
    atMost(`five years of ${count.toLocaleString("en")} policies, slowest`, Math.max(...calendars) * 1000, "ms", 2_000),
    beside("rounds in these five years", calendar.rounds, ""),
    beside("the first page of policies, the next first, median", new Sample(lists).median * 1000, "ms"),
  ];
}

/** Amounts whose sum is known in whole cents. */
async function money(official, count, random, say) {
  const { projects } = await official.get("/api/money");
  const [project] = projects;
  const before = (await official.get(`/api/projects/${project.project}/money`)).total.spent;
  let sum = 0n;
  let taken = 0;
  for (let from = 0; from < count; from += LINES_A_FILE) {
    const lines = ["project,date,amount,currency,number"];
    for (let i = from; i < Math.min(count, from + LINES_A_FILE); i++) {
      const cents = random.below(10_000_000);
      sum += BigInt(cents);
      lines.push(`${project.project},2027-0${1 + (i % 9)}-01,${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")},EUR,N${i}`);
    }
    taken += await seconds(async () => {
      const look = await upload(official, "/api/money-imports", "money.csv", lines);
      await answered(official.send("POST", `/api/money-imports/${look.id}/acceptance`, { whole: true }), 200);
    });
    say(`${Math.min(count, from + LINES_A_FILE)} amounts are there`);
  }
  let total;
  const read = await seconds(async () => {
    total = (await official.get(`/api/projects/${project.project}/money`)).total.spent;
  });
  const wrong = BigInt(total) - BigInt(before) - sum;
  return [
    atMost(`cents by which the sum of ${count.toLocaleString("en")} amounts is wrong`, Number(wrong < 0n ? -wrong : wrong), "", 0),
    beside("amounts read and taken", count / taken, "/s"),
    beside("a project's money with all of them", read * 1000, "ms"),
  ];
}

async function seconds(run) {
  const begun = performance.now();
  await run();
  return (performance.now() - begun) / 1000;
}

async function upload(caller, path, name, lines) {
  const form = new FormData();
  form.append("file", new Blob([lines.join("\n") + "\n"], { type: "text/csv" }), name);
  const answer = await fetch(new URL(path, caller.url), { method: "POST", headers: { Cookie: caller.cookie }, body: form });
  const text = await answer.text();
  if (answer.status !== 201) throw new Error(`POST ${path}: ${answer.status} ${text}`);
  const look = JSON.parse(text);
  if (look.refused > 0) throw new Error(`Lines were refused: ${JSON.stringify(look.refusals[0])}`);
  return look;
}

async function answered(sent, status) {
  const answer = await sent;
  if (answer.status !== status) throw new Error(`${answer.status} ${answer.text}`);
}
