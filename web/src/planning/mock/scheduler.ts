import { Working } from "../../gantt/model/working";
import { Zone } from "../../gantt/model/zone";
import type { Finding, Plan, Quantiles, Task } from "../plan";
import { iso } from "../guess";

const MINUTE = 60_000;
const DAY = 1440;
const isoOf = (minutes: number) => iso(minutes * MINUTE);
const minutesOf = (at: string) => Date.parse(at) / MINUTE;

/// A small scheduler for tests and for working on the page: links, dates and one task at a time per person, in the
/// order of the plan. The real one is the server's.
export function schedule(plan: Plan): Map<string, string> {
  const working = new Hours(plan);
  const byId = new Map(plan.tasks.map((task) => [task.id, task]));
  const parents = new Set(plan.tasks.map((task) => task.parent));
  const leaves = plan.tasks.filter((task) => !parents.has(task.id));
  const before = new Map<string, { task: string; lag: number }[]>();
  const after = new Map<string, string[]>();
  for (const { predecessor, successor, lag } of plan.links) {
    push(before, successor, { task: predecessor, lag: lag?.value ?? 0 });
    push(after, predecessor, successor);
  }
  const held = new Map<string, string>();
  const free = new Map<string, { at: number; task: string }>();
  const now = minutesOf(plan.now);
  for (const task of ordered(leaves, before, byId)) place(task);
  summaries(plan, byId);
  floats(plan, leaves, after);
  return held;

  function place(task: Task) {
    task.kind = task.kind === "summary" ? "duration" : task.kind;
    if (task.progress?.finished) {
      task.start = task.progress.started;
      task.finish = task.progress.finished;
      return;
    }
    let at = minutesOf(plan.start);
    const wait = (until: number, by: string) => { if (until > at) { at = until; held.set(task.id, by); } };
    if (!task.progress) wait(now, "now");
    if (task.notBefore) wait(minutesOf(task.notBefore), "notBefore");
    for (const { task: id, lag } of before.get(task.id) ?? []) {
      const other = byId.get(id)!;
      if (other.finish) wait(lag ? working.after(minutesOf(other.finish), lag) : minutesOf(other.finish), `link:${id}`);
    }
    const people = (task.assignments ?? []).flatMap((a) => (a.person ? [a.person] : []));
    for (const person of people) {
      const busy = free.get(person);
      if (busy) wait(busy.at, `person:${person}:${busy.task}`);
    }
    if (task.pinned) at = minutesOf(task.pinned);
    if (task.progress?.started) at = minutesOf(task.progress.started);
    const units = (task.assignments ?? []).reduce((sum, a) => sum + a.units, 0) || 100;
    const minutes = task.kind === "milestone" ? 0 : Math.round(task.kind === "effort" ? ((task.minutes ?? 0) * 100) / units : (task.minutes ?? 0));
    const start = task.kind === "milestone" || task.kind === "elapsed" ? at : working.from(at);
    const finish = task.kind === "elapsed" ? start + minutes : working.after(start, minutes);
    task.start = isoOf(start);
    task.finish = isoOf(finish);
    task.who = people.map((person) => ({ person, units: 100 }));
    for (const person of people) free.set(person, { at: finish, task: task.id });
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function ordered(leaves: Task[], before: Map<string, { task: string }[]>, byId: Map<string, Task>): Task[] {
  const state = new Map<string, 1 | 2>();
  const order: Task[] = [];
  const visit = (task: Task) => {
    if (state.has(task.id)) return;
    state.set(task.id, 1);
    for (const { task: id } of before.get(task.id) ?? []) {
      const other = byId.get(id);
      if (other && state.get(id) !== 1) visit(other);
    }
    state.set(task.id, 2);
    order.push(task);
  };
  leaves.forEach(visit);
  const set = new Set(leaves);
  return order.filter((task) => set.has(task));
}

function summaries(plan: Plan, byId: Map<string, Task>) {
  const parents = new Map<string, { start: string; finish: string; done: boolean }>();
  for (const task of [...plan.tasks].reverse()) {
    const own = parents.get(task.id);
    if (own) {
      task.kind = "summary";
      task.start = own.start;
      task.finish = own.finish;
      task.progress = own.done ? { started: own.start, finished: own.finish } : undefined;
      task.who = undefined;
    }
    if (!task.parent || !byId.has(task.parent)) continue;
    const above = parents.get(task.parent);
    const done = Boolean(task.progress?.finished);
    if (!above) parents.set(task.parent, { start: task.start, finish: task.finish, done });
    else {
      if (task.start < above.start) above.start = task.start;
      if (task.finish > above.finish) above.finish = task.finish;
      above.done &&= done;
    }
  }
  plan.finish = plan.tasks.reduce((last, task) => (task.finish > last ? task.finish : last), plan.start);
}

function floats(plan: Plan, leaves: Task[], after: Map<string, string[]>) {
  const byId = new Map(leaves.map((task) => [task.id, task]));
  const latest = new Map<string, number>();
  const end = minutesOf(plan.finish);
  for (const task of [...leaves].sort((a, b) => (a.finish < b.finish ? 1 : -1))) {
    let last = end;
    for (const id of after.get(task.id) ?? []) {
      const next = byId.get(id);
      if (next) last = Math.min(last, (latest.get(id) ?? end) - (minutesOf(next.finish) - minutesOf(next.start)));
    }
    latest.set(task.id, last);
    const float = Math.round((last - minutesOf(task.finish)) / DAY) * 480 * 0.7;
    task.floatMinutes = task.progress?.finished ? undefined : Math.max(0, Math.round(float)) || undefined;
    task.critical = !task.progress?.finished && float <= 0 ? true : undefined;
  }
}

export function findings(plan: Plan): Finding[] {
  const found: Finding[] = [];
  for (const task of plan.tasks)
    if (task.deadline && task.finish > task.deadline.by && !task.progress?.finished)
      found.push({
        code: "deadline-missed", severity: "error", tasks: [task.id],
        values: { by: task.deadline.by, finish: task.finish },
        message: `${task.name} is planned to finish after its promise.`,
        hint: "Maybe somebody else can take a part of it, or the promise can move.",
      });
  return found;
}

/// Wider the further off and the longer: enough to look like a forecast.
export function quantiles(task: Task, now: string): Quantiles {
  const finish = minutesOf(task.finish);
  if (task.progress?.finished) return Array(6).fill(task.finish) as unknown as Quantiles;
  const length = Math.max(0, finish - minutesOf(task.start));
  const off = Math.max(0, finish - minutesOf(now));
  const spread = 0.4 * length + 0.12 * off + DAY;
  return [-0.35, -0.2, 0, 0.5, 0.85, 1.7].map((share) => isoOf(Math.round(finish + share * spread))) as unknown as Quantiles;
}

/// Working time in minutes since 1970, with each day's hours worked out once.
class Hours {
  private readonly zone: Zone;
  private readonly working: Working;
  private readonly days = new Map<number, [number, number][]>();

  constructor(plan: Plan) {
    this.zone = new Zone(plan.zone, "en");
    this.working = new Working(this.zone, plan.calendar);
  }

  from(at: number): number {
    return this.walk(at, (from) => from);
  }

  after(at: number, minutes: number): number {
    let left = minutes;
    if (left <= 0) return at;
    return this.walk(at, (from, to) => {
      if (to - from >= left) return from + left;
      left -= to - from;
      return undefined;
    });
  }

  private walk(at: number, visit: (from: number, to: number) => number | undefined): number {
    for (let day = this.zone.day(at * MINUTE), i = 0; i < 4000; day++, i++)
      for (const [begin, end] of this.on(day)) {
        if (end <= at) continue;
        const found = visit(Math.max(at, begin), end);
        if (found !== undefined) return found;
      }
    return at;
  }

  private on(day: number): [number, number][] {
    let hours = this.days.get(day);
    if (!hours) {
      hours = this.working.on(day).map(([a, b]) => [this.zone.at(day, a) / MINUTE, this.zone.at(day, b) / MINUTE]);
      this.days.set(day, hours);
    }
    return hours;
  }
}
