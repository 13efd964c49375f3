// bin/bench api: one edit after another through the API, until it is stored and seen on a stream of events.
import { Served } from "../../walks/served.js";
import { Caller } from "./caller.js";
import { atMost, beside, Sample } from "./figures.js";
import { bringIn, madeUpPlan } from "./plan.js";
import { Random } from "./random.js";

const WARM_UPS = 60;
const EDITS = 300;
/** As somebody does who drags a bar every now and then, but quicker. */
const PAUSE_MILLIS = 100;
const LONGEST_MILLIS = 10_000;
const MINUTE = 60_000;
const DAY = 86_400_000;

export async function api({ size, seed, say }) {
  const served = await Served.start();
  try {
    const editor = await new Caller(served.url, served.signIns().administrator).signIn();
    const project = await bringIn(served.url, editor.cookie, madeUpPlan(size, seed));
    say(`a plan of ${size} tasks is there`);
    const bench = await Edits.on(editor, project, new Random(seed));
    for (let i = 0; i < WARM_UPS; i++) await bench.one();
    say("warm");
    const taken = [];
    for (let i = 0; i < EDITS; i++) taken.push(await bench.one());
    bench.end();
    editor.end();
    const both = new Sample(taken.map(({ both }) => both));
    const answered = new Sample(taken.map(({ answered }) => answered));
    const moved = new Sample(taken.map(({ moved }) => moved));
    return [
      atMost("an edit stored and broadcast, median", both.median, "ms", 40),
      atMost("an edit stored and broadcast, p99", both.quantile(0.99), "ms", 150),
      beside("its answer alone, median", answered.median, "ms"),
      beside("its answer alone, p99", answered.quantile(0.99), "ms"),
      beside("tasks in the answer, median", moved.median, ""),
      beside("tasks in the answer, p99", moved.quantile(0.99), ""),
    ];
  } finally {
    await served.end();
  }
}

class Edits {
  #waiting = new Map();
  #made = 0;

  static async on(caller, project, random) {
    const edits = new Edits();
    Object.assign(edits, { caller, project, random });
    const plan = await caller.get(`/api/projects/${project}/plan`);
    edits.version = plan.version;
    edits.tasks = plan.tasks.filter(({ kind }) => kind !== "summary");
    edits.end = await caller.listen((event) => edits.#heard(event));
    return edits;
  }

  /** The same edit as a drag by one to ten days makes, never to the same minute twice: that would change nothing. */
  async one() {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
    const task = this.tasks[this.random.below(this.tasks.length)];
    const notBefore = new Date(Date.parse(task.start) + (1 + this.random.below(10)) * DAY + ++this.#made * MINUTE).toISOString().slice(0, 16) + ":00Z";
    const body = { changes: [{ kind: "setTask", task: task.id, set: { notBefore } }] };
    const begun = performance.now();
    const answer = await this.caller.send("POST", `/api/projects/${this.project}/changes`, body, { "If-Match": `"${this.version}"` });
    const answered = performance.now() - begun;
    if (answer.status !== 200) throw new Error(`An edit was answered with ${answer.status}: ${answer.text}`);
    const delta = JSON.parse(answer.text);
    this.version = delta.version;
    const broadcast = (await this.#seen(this.version)) - begun;
    return { answered, both: Math.max(answered, broadcast), moved: delta.tasks.length };
  }

  #heard({ noun, id, version }) {
    if (noun !== "plan" || id !== this.project) return;
    const at = performance.now();
    this.#waiting.get(version)?.(at);
    this.#waiting.set(version, (resolve) => resolve(at));
  }

  /** When a version was heard of. */
  #seen(version) {
    const already = this.#waiting.get(version);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Version ${version} was not broadcast.`)), LONGEST_MILLIS);
      const done = (at) => {
        clearTimeout(timer);
        this.#waiting.delete(version);
        resolve(at);
      };
      if (already) already(done);
      else this.#waiting.set(version, done);
    });
  }
}
