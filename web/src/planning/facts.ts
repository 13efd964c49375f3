import type { Forecast, Id, Plan, Task } from "./plan";

export type Standing = "safe" | "risk" | "late";
export type Promised = { task: Task; by: string; promisedTo?: string; chance?: number; standing: Standing };

/// Safe from 75 %, late below 20 % or when its day is past; without a chance the planned finish speaks.
export function standing(task: Task, by: string, chance: number | undefined, now: string): Standing {
  if (task.progress?.finished) return "safe";
  if (now > by || (chance === undefined && task.finish > by)) return "late";
  if (chance === undefined) return "safe";
  return chance >= 0.75 ? "safe" : chance >= 0.2 ? "risk" : "late";
}

export function promises(plan: Plan, forecast: Forecast | undefined): Promised[] {
  const chances = new Map(forecast?.promises.map((promise) => [promise.task, promise.chance]));
  return plan.tasks
    .filter((task) => task.deadline && !task.progress?.finished)
    .map((task) => {
      const { by, promisedTo } = task.deadline!;
      const chance = chances.get(task.id);
      return { task, by, promisedTo, chance, standing: standing(task, by, chance, plan.now) };
    });
}

/// What the project as a whole is measured by: its last promise.
export const projectPromise = (all: readonly Promised[]): Promised | undefined =>
  all.reduce<Promised | undefined>((last, each) => (!last || each.by > last.by ? each : last), undefined);

export const isReckoning = (plan: Plan, forecast: Forecast | undefined) => !forecast || forecast.version < plan.version;

/// The day by which it is done with 80 %; what is finished is done when it was.
export function likely(task: Task, forecast: Forecast | undefined): string | undefined {
  return task.progress?.finished ?? forecast?.tasks[task.id]?.[3];
}

/// Whole working days, at least one if it is not nothing, by the project's commonest day.
export const inDays = (minutes: number, minutesOfADay: number) => Math.max(0.5, Math.round((minutes / minutesOfADay) * 2) / 2);

/// How much later than in the baseline the last task ends, in days of the calendar; undefined without a baseline.
export function sinceBaseline(plan: Plan): number | undefined {
  if (!plan.baseline) return undefined;
  const was = plan.tasks.reduce((last, task) => (task.was && task.was.finish > last ? task.was.finish : last), "");
  if (!was) return undefined;
  return Math.round((Date.parse(plan.finish) - Date.parse(was)) / 86_400_000);
}

export const isLeaf = (task: Task, parents: ReadonlySet<Id | undefined>) => !parents.has(task.id) && task.kind !== "summary";

export function people(task: Task, plan: Plan): string {
  const name = (id: Id) => plan.people.find((person) => person.id === id)?.name ?? "";
  const those = task.who?.length ? task.who.map((each) => name(each.person)) : (task.assignments ?? []).map((each) => (each.person ? name(each.person) : each.skill ? `(${each.skill})` : ""));
  return [...new Set(those.filter(Boolean))].join(", ");
}

/// The summaries of which everything is finished, which stand closed when a plan opens; none where all of it is.
export function behind(tasks: readonly Task[]): Set<Id> {
  const parents = new Set(tasks.map(({ parent }) => parent));
  const under = new Map(tasks.map(({ id, parent }) => [id, parent]));
  const closed = new Set([...parents].filter((id) => id !== undefined));
  const leaves = tasks.filter(({ id }) => !parents.has(id));
  if (leaves.every(({ progress }) => progress?.finished)) return new Set();
  for (const leaf of leaves)
    if (!leaf.progress?.finished) for (let up = leaf.parent; up !== undefined; up = under.get(up)) closed.delete(up);
  return closed;
}
