// bin/bench load: what bench/load/mix.json says, at moments fixed beforehand, whether earlier answers have come or not.
import { readFileSync } from "node:fs";
import { Served } from "../../walks/served.js";
import { Caller } from "./caller.js";
import { atLeast, atMost, beside, Sample } from "./figures.js";
import { seconds as taken } from "./processes.js";
import { Random } from "./random.js";

const SERVERS_CORE = 0;
/** The server is warm when its compiler has caught up with what is asked for: it takes little of the core, twice in a row. */
const WARM_UP = { seconds: 10, least: 2, most: 24, compiler: 0.06 };
/** Late answers are waited for, and count as late. */
const LAST_MILLIS = 15_000;

export async function load({ rate, seconds, seed, say }) {
  const mix = JSON.parse(readFileSync(new URL("../load/mix.json", import.meta.url), "utf8"));
  const served = await Served.start({ command: ["taskset", "-c", String(SERVERS_CORE)] });
  try {
    const people = await signedIn(served, mix);
    const streams = await listening(people, mix.streams);
    say(`${people.size} roles signed in, ${streams.length} streams open`);
    const random = new Random(seed);
    const warmAfter = await warmUp(served, () => new Run(mix, people, random, rate, WARM_UP.seconds).carryOut());
    say(`warm after ${warmAfter} s`);
    const before = taken(served);
    const run = await new Run(mix, people, random, rate, seconds).carryOut();
    const after = taken(served);
    run.taken = (part) => ((after[part] - before[part]) * 1000) / run.answers.length;
    for (const [what, count] of run.wrong) say(`${count} times: ${what}`);
    for (const line of run.slowest()) say(line);
    streams.forEach((end) => end());
    people.forEach(({ caller }) => caller.end());
    return [...figures(run, streams.length), beside("warmed up before", warmAfter, "s")];
  } finally {
    await served.end();
  }
}

/** @returns seconds that it took */
async function warmUp(served, play) {
  for (let round = 1, calm = 0; ; round++) {
    const before = taken(served).compiler;
    await play();
    const busy = (taken(served).compiler - before) / WARM_UP.seconds;
    calm = busy <= WARM_UP.compiler ? calm + 1 : 0;
    if (calm === WARM_UP.least || round === WARM_UP.most) return round * WARM_UP.seconds;
  }
}

function figures(run, streams) {
  const all = new Sample(run.answers.map(({ millis }) => millis));
  const changes = new Sample(run.answers.filter(({ request }) => request.change).map(({ millis }) => millis));
  return [
    atLeast("answers a second", run.answers.length / run.lasted, "/s", 150),
    atMost("from the moment fixed until all is there, p99", all.quantile(0.99), "ms", 200),
    atMost("errors", [...run.wrong.values()].reduce((sum, count) => sum + count, 0), "", 0),
    beside("the same, median", all.median, "ms"),
    beside("the same, p95", all.quantile(0.95), "ms"),
    beside("of changes to a plan, p99", changes.quantile(0.99), "ms"),
    beside("a request takes of the server's core", run.taken("server"), "ms"),
    beside("of that its compiler", run.taken("compiler"), "ms"),
    beside("and its database", run.taken("postgres"), "ms"),
    beside("requests sent", run.answers.length, ""),
    beside("of them sent later than 5 ms after their moment", run.sentLate, ""),
    beside("streams of live events beside", streams, ""),
  ];
}

/** By role: who calls, and what may be put into paths. */
async function signedIn(served, mix) {
  const roles = new Set([...mix.requests.flatMap(({ roles }) => roles), ...Object.keys(mix.streams)]);
  const people = new Map();
  for (const role of roles) {
    const caller = await new Caller(served.url, served.signIns()[role]).signIn();
    people.set(role, { caller, projects: await projectsOf(caller), persons: await personsOf(caller) });
  }
  return people;
}

async function projectsOf(caller) {
  const listed = await caller.send("GET", "/api/projects");
  // Clients have a portal, and see no plans.
  const items = listed.status === 200 ? JSON.parse(listed.text).items : [];
  const projects = [];
  for (const { id } of items) {
    const plan = await caller.get(`/api/projects/${id}/plan`);
    const tasks = plan.tasks.filter(({ kind, progress }) => kind !== "summary" && !progress).map((task) => task.id);
    if (tasks.length > 0) projects.push({ id, tasks, version: plan.version, next: 0, edit: plan.can?.edit === true });
  }
  return projects;
}

async function personsOf(caller) {
  const { status, text } = await caller.send("GET", "/api/people");
  return status === 200 ? JSON.parse(text).items.map(({ id }) => id) : [];
}

async function listening(people, streams) {
  const open = [];
  for (const [role, count] of Object.entries(streams))
    for (let i = 0; i < count; i++) open.push(await people.get(role).caller.listen(() => undefined));
  return open;
}

class Run {
  answers = [];
  wrong = new Map();
  sentLate = 0;
  #open = new Set();

  constructor(mix, people, random, rate, seconds) {
    Object.assign(this, { people, random, seconds });
    this.requests = mix.requests;
    this.all = mix.requests.reduce((sum, { share }) => sum + share, 0);
    this.moments = [];
    // Independent people: gaps are exponential.
    for (let at = 0; (at += (-1000 / rate) * Math.log(1 - random.next())) < seconds * 1000; ) this.moments.push(at);
  }

  carryOut() {
    return new Promise((resolve) => {
      const begun = performance.now();
      let next = 0;
      const turn = () => {
        const now = performance.now() - begun;
        while (next < this.moments.length && this.moments[next] <= now) this.#send(begun + this.moments[next++]);
        if (next < this.moments.length) return void setTimeout(turn, Math.max(0, this.moments[next] - now));
        void this.#settled().then(() => {
          this.lasted = Math.max(this.seconds, (this.lastAnswer - begun) / 1000);
          resolve(this);
        });
      };
      turn();
    });
  }

  #settled() {
    return Promise.race([Promise.all(this.#open), new Promise((resolve) => setTimeout(resolve, LAST_MILLIS))]);
  }

  #send(moment) {
    if (performance.now() - moment > 5) this.sentLate++;
    const sent = this.#carry(this.#draw(), moment).finally(() => this.#open.delete(sent));
    this.#open.add(sent);
  }

  #draw() {
    let at = this.random.below(this.all);
    return this.requests.find(({ share }) => (at -= share) < 0);
  }

  async #carry(request, moment) {
    const role = this.#one(request.roles);
    const { caller, projects, persons } = this.people.get(role);
    const project = this.#one(request.change || request.path.endsWith("/previews") ? projects.filter(({ edit }) => edit) : projects);
    const values = { person: this.#one(persons), ...(project ? ofProject(project) : {}) };
    const path = filled(request.path, values);
    const number = 1 + this.random.below(900);
    const body = request.body && JSON.parse(filled(JSON.stringify(request.body).replace('"{number}"', number), values));
    try {
      const answer = await caller.send(request.method, path, body, request.change ? { "If-Match": `"${project.version}"` } : {});
      this.lastAnswer = performance.now();
      this.answers.push({ request, millis: this.lastAnswer - moment });
      if (answer.status >= 400) this.#wrong(`${role} ${request.method} ${request.path}: ${answer.status} ${answer.text.slice(0, 300)}`);
      else if (answer.headers.etag && (request.change || path.includes("/plan"))) project.version = Math.max(project.version, Number(answer.headers.etag.replaceAll(`"`, "")));
    } catch (failed) {
      this.#wrong(`${role} ${request.method} ${request.path}: ${failed.message}`);
    }
  }

  #one(of) {
    return of[this.random.below(of.length)];
  }

  #wrong(what) {
    this.wrong.set(what, (this.wrong.get(what) ?? 0) + 1);
  }

  /** The kinds of requests with the highest p95. */
  slowest() {
    const byRequest = grouped(this.answers);
    return [...byRequest]
      .map(([{ method, path }, answers]) => ({ method, path, count: answers.length, sample: new Sample(answers.map(({ millis }) => millis)) }))
      .sort((a, b) => b.sample.quantile(0.95) - a.sample.quantile(0.95))
      .slice(0, 5)
      .map(({ method, path, count, sample }) =>
        `slowest: ${method} ${path}: median ${sample.median.toFixed(1)}, p95 ${sample.quantile(0.95).toFixed(1)} ms, ${count} times`);
  }
}

function grouped(answers) {
  const byRequest = new Map();
  for (const answer of answers) byRequest.set(answer.request, [...(byRequest.get(answer.request) ?? []), answer]);
  return byRequest;
}

const ofProject = (project) => ({
  project: project.id,
  task: project.tasks[project.next++ % project.tasks.length],
  before: Math.max(1, project.version - 1),
});

const filled = (text, values) => text.replace(/\{(project|task|before|person)\}/g, (_, name) => values[name]);
