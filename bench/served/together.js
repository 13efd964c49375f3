// bin/bench together: many pages hear a change, My work among many tasks, and an update of a large project.
import { fork } from "node:child_process";
import { Served } from "../../walks/served.js";
import { Caller } from "./caller.js";
import { atMost, beside, Sample } from "./figures.js";
import { bringIn, madeUpPlan } from "./plan.js";
import { seconds as taken } from "./processes.js";

const PROCESSES = 4;
/** Whoever sees the plan that is changed. */
const ROLES = ["administrator", "official", "manager", "deputy", "lead", "worker"];
const CHANGES = 30;
const WARM_UPS = 5;
const PAUSE_MILLIS = 1_000;
const LONGEST_MILLIS = 10_000;
const READS = 200;
const DRAFTS = 10;
const DEADLINE = "2029-12-28";

export async function together({ pages, tasks, size, seed, say }) {
  const served = await Served.start();
  try {
    const heard = await hearing(served, pages, say);
    const plans = await filled(served, { tasks, size, seed, say });
    await settled(served, say);
    const read = await reading(served);
    const drafted = await drafting(served, plans[0]);
    return [
      atMost("a change until every open page has heard it, p99", heard.all.quantile(0.99), "ms", 500),
      atMost("My work, p95", read.quantile(0.95), "ms", 100),
      atMost("an update of a large project drafted, slowest", drafted.quantile(1), "ms", 2_000),
      atMost("changes that a page did not hear", heard.missed, "", 0),
      beside("a change until a page has heard it, median", heard.all.median, "ms"),
      beside("a change until the last page has heard it, slowest", heard.all.quantile(1), "ms"),
      beside("My work, median", read.median, "ms"),
      beside("an update drafted, median", drafted.median, "ms"),
      beside("open pages", pages, ""),
      beside("tasks in the database, beside the demo's", plans.length * size, ""),
      beside("tasks of the large project", size, ""),
    ];
  } finally {
    await served.end();
  }
}

/** Pages are streams of live events, held open by processes beside; a change counts from the moment it is sent. */
async function hearing(served, pages, say) {
  const people = await Promise.all(ROLES.map((role) => new Caller(served.url, served.signIns()[role]).signIn()));
  const editor = people[ROLES.indexOf("manager")];
  const project = await inAll(people);
  const processes = await opened(people, project, pages, served.url);
  say(`${pages} pages are open`);
  try {
    const all = [];
    let missed = 0;
    for (let i = 0; i < WARM_UPS + CHANGES; i++) {
      const { begun, version } = await change(editor, project, i);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
      const moments = await reported(processes, version, pages);
      if (i < WARM_UPS) continue;
      missed += pages - moments.length;
      all.push(...moments.map((at) => at - begun));
    }
    return { all: new Sample(all), missed };
  } finally {
    processes.forEach((each) => each.send({ end: true }));
    people.forEach((each) => each.end());
  }
}

/** A project that all of them see, with something that is still to be begun. */
async function inAll(people) {
  const lists = await Promise.all(people.map((each) => each.get("/api/projects")));
  for (const { id } of lists[0].items) {
    if (!lists.every(({ items }) => items.some((each) => each.id === id))) continue;
    const { tasks } = await people[0].get(`/api/projects/${id}/plan`);
    if (tasks.some(isAhead)) return id;
  }
  throw new Error("There is no project that everybody sees.");
}

const isAhead = ({ kind, progress }) => kind !== "summary" && !progress;

async function opened(people, project, pages, url) {
  const open = Array.from({ length: pages }, (_, i) => ({ url, project, cookie: people[i % people.length].cookie }));
  const share = Math.ceil(pages / PROCESSES);
  const processes = [];
  for (let from = 0; from < pages; from += share) {
    const child = fork(new URL("listener.js", import.meta.url));
    processes.push(child);
    await answer(child, { open: open.slice(from, from + share) });
  }
  return processes;
}

const answer = (child, asked) =>
  new Promise((resolve) => {
    child.once("message", resolve);
    child.send(asked);
  });

async function change(editor, project, place) {
  const { version, tasks } = await editor.get(`/api/projects/${project}/plan`);
  const task = tasks.findLast(isAhead);
  const body = { changes: [{ kind: "setTask", task: task.id, set: { priority: 400 + place } }] };
  const begun = performance.timeOrigin + performance.now();
  const { status, text } = await editor.send("POST", `/api/projects/${project}/changes`, body, { "If-Match": `"${version}"` });
  if (status !== 200) throw new Error(`A change was answered with ${status}: ${text}`);
  return { begun, version: JSON.parse(text).version };
}

/** Those that are late are waited for, and count as late. */
async function reported(processes, version, pages) {
  const patience = performance.now() + LONGEST_MILLIS;
  for (;;) {
    const reports = await Promise.all(processes.map((each) => answer(each, { report: version })));
    const moments = reports.flatMap(({ report }) => report);
    if (moments.length >= pages || performance.now() > patience) return moments;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Plans of this size until there are so many tasks; in each the demo's worker has what somebody of it has. */
async function filled(served, { tasks, size, seed, say }) {
  const administrator = await new Caller(served.url, served.signIns().administrator).signIn();
  const worker = await new Caller(served.url, served.signIns().worker).signIn();
  const { person } = (await worker.get("/api/session")).account;
  const plans = [];
  for (let i = 0; i < Math.max(1, Math.round(tasks / size)); i++) {
    const plan = madeUpPlan(size, seed + i);
    plan.name = `${plan.name}, ${i + 1}`;
    promise(plan);
    plans.push(await bringIn(served.url, administrator.cookie, plan, { "Person 1": person }));
    say(`${(i + 1) * size} tasks are there`);
  }
  administrator.end();
  worker.end();
  return plans;
}

/** The end of each phase is promised to somebody: an update tells of ten. */
function promise(plan) {
  for (const phase of plan.tasks) phase.tasks.at(-1).tasks.at(-1).deadline = { by: DEADLINE, promisedTo: "Client" };
}

/** Forecasts are made in the background, and are not what is measured. */
async function settled(served, say) {
  const patience = performance.now() + 90_000;
  let calm = 0;
  for (let last = busy(served); calm < 3 && performance.now() < patience; ) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const now = busy(served);
    calm = now - last < 0.15 ? calm + 1 : 0;
    last = now;
  }
  say(calm < 3 ? "the server is still at work in the background" : "the server is at rest");
}

const busy = (served) => {
  const { server, postgres } = taken(served);
  return server + postgres;
};

async function reading(served) {
  const worker = await new Caller(served.url, served.signIns().worker).signIn();
  const millis = [];
  for (let i = 0; i < READS / 4 + READS; i++) {
    const begun = performance.now();
    await worker.get("/api/work");
    if (i >= READS / 4) millis.push(performance.now() - begun);
  }
  worker.end();
  return new Sample(millis);
}

async function drafting(served, project) {
  const administrator = await new Caller(served.url, served.signIns().administrator).signIn();
  const millis = [];
  for (let i = 0; i < DRAFTS; i++) {
    const begun = performance.now();
    const { status, text } = await administrator.send("POST", `/api/projects/${project}/updates`, { audience: "client" });
    millis.push(performance.now() - begun);
    if (status !== 201) throw new Error(`An update was answered with ${status}: ${text}`);
  }
  administrator.end();
  return new Sample(millis);
}
