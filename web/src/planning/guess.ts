import { Working } from "../gantt/model/working";
import { Zone } from "../gantt/model/zone";
import type { Change, Id, Plan, Task, Written } from "./plan";

const MINUTE = 60_000;

/// The plan as the page shows it until the server has answered: what was written is written, the task itself stands
/// where it was put, and all else stays.
export function guessed(plan: Plan, changes: Change[]): Plan {
  let result = plan;
  for (const change of changes) result = withChange(result, change);
  return result;
}

function withChange(plan: Plan, change: Change): Plan {
  switch (change.kind) {
    case "addTask":
      return withTask(plan, change);
    case "setTask":
      return { ...plan, tasks: plan.tasks.map((task) => (task.id === change.task ? written(plan, task, change.set) : task)) };
    case "moveTask": {
      const at = plan.tasks.findIndex((task) => task.id === change.task);
      if (at < 0) return plan;
      const tasks = [...plan.tasks];
      const block = tasks.splice(at, endOf(tasks, at) - at);
      block[0] = { ...block[0]!, parent: change.parent };
      tasks.splice(placeFor(tasks, change), 0, ...block);
      return { ...plan, tasks: asSummaries(tasks, change.parent) };
    }
    case "removeTask": {
      const at = plan.tasks.findIndex((task) => task.id === change.task);
      if (at < 0) return plan;
      const tasks = [...plan.tasks];
      const gone = new Set(tasks.splice(at, endOf(tasks, at) - at).map((task) => task.id));
      const links = plan.links.filter((link) => !gone.has(link.predecessor) && !gone.has(link.successor));
      return { ...plan, tasks, links };
    }
    case "addLink":
    case "setLink": {
      const { predecessor, successor, type, lag } = change;
      const rest = plan.links.filter((link) => link.predecessor !== predecessor || link.successor !== successor);
      return { ...plan, links: [...rest, { predecessor, successor, type: type ?? "FS", lag }] };
    }
    case "removeLink": {
      const { predecessor, successor } = change;
      return { ...plan, links: plan.links.filter((link) => link.predecessor !== predecessor || link.successor !== successor) };
    }
    case "setPlan":
    case "takeFacts":
    case "takeProposal":
      return plan;
  }
}

function withTask(plan: Plan, change: Extract<Change, { kind: "addTask" }>): Plan {
  const near = plan.tasks.find((task) => task.id === (change.after ?? change.parent));
  const start = near?.start ?? plan.now;
  const blank: Task = { id: change.task.id, name: change.task.name, kind: "effort", parent: change.parent, start, finish: start };
  const tasks = [...plan.tasks];
  tasks.splice(placeFor(tasks, change), 0, written(plan, blank, change.task));
  return { ...plan, tasks: asSummaries(tasks, change.parent) };
}

function written(plan: Plan, task: Task, set: Written): Task {
  const next: Record<string, unknown> = { ...task, ...set };
  for (const key of Object.keys(next)) if (next[key] === null) delete next[key];
  return dated(plan, next as Task, task);
}

/// A task that was moved or stretched ends by the project's own hours; people's hours only the server knows.
function dated(plan: Plan, task: Task, was: Task): Task {
  if (task.kind === "summary") return task;
  if (task.progress?.finished) return { ...task, start: task.progress.started, finish: task.progress.finished };
  const wished = task.pinned !== was.pinned ? task.pinned : task.notBefore !== was.notBefore ? task.notBefore : undefined;
  const sameExtent = task.minutes === was.minutes && task.kind === was.kind;
  if (!wished && sameExtent) return task;
  const start = wished ?? task.start;
  if (task.kind === "milestone") return { ...task, start, finish: start };
  const zone = Zone.of(plan.zone, "en");
  const working = new Working(zone, plan.calendar);
  const from = Date.parse(start);
  if (task.kind === "elapsed") return { ...task, start, finish: iso(from + (task.minutes ?? 0) * MINUTE) };
  const covered = working.between(Date.parse(was.start), Date.parse(was.finish));
  const share = !was.minutes || !task.minutes || !covered ? 1 : task.minutes / was.minutes;
  const minutes = covered ? covered * share : (task.minutes ?? 0);
  return { ...task, start, finish: iso(after(working, zone, from, minutes)) };
}

/// The moment at which that many working minutes are over.
function after(working: Working, zone: Zone, from: number, minutes: number): number {
  let left = minutes;
  let day = zone.day(from);
  for (let i = 0; left > 0 && i < 4000; i++, day++)
    for (const [begin, end] of working.on(day)) {
      const a = Math.max(from, zone.at(day, begin));
      const b = zone.at(day, end);
      if (b <= a) continue;
      if ((b - a) / MINUTE >= left) return a + left * MINUTE;
      left -= (b - a) / MINUTE;
    }
  return from;
}

export const iso = (at: number) => `${new Date(Math.round(at / MINUTE) * MINUTE).toISOString().slice(0, 16)}:00Z`;

function asSummaries(tasks: Task[], parent: Id | undefined): Task[] {
  if (parent === undefined) return tasks;
  return tasks.map((task) => (task.id === parent && task.kind !== "summary" ? { ...task, kind: "summary" } : task));
}

function endOf(tasks: readonly Task[], at: number): number {
  const inside = new Set<Id>([tasks[at]!.id]);
  let end = at + 1;
  for (; end < tasks.length && tasks[end]!.parent !== undefined && inside.has(tasks[end]!.parent!); end++)
    inside.add(tasks[end]!.id);
  return end;
}

function placeFor(tasks: readonly Task[], to: { parent?: Id; after?: Id; last?: boolean }): number {
  const after = to.after === undefined ? -1 : tasks.findIndex((task) => task.id === to.after);
  if (after >= 0) return endOf(tasks, after);
  const above = to.parent === undefined ? -1 : tasks.findIndex((task) => task.id === to.parent);
  if (to.last) return above < 0 ? tasks.length : endOf(tasks, above);
  return above + 1;
}
