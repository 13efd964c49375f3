import type { Dates, Delta, Floats, Id, Link, Moves, Plan, Task } from "./plan";

/// The plan with what became different laid over it. Rows that stay are the same objects as before.
export function withDelta(plan: Plan, delta: Delta): Plan {
  const { since: _since, by: _by, tasks: rows, order, removed, links, moves, floats, ...head } = delta;
  const tasks = withNumbers(ordered(plan.tasks, rows, order, removed ?? []), moves, floats);
  const gone = removed?.length ? new Set(removed) : undefined;
  return {
    ...plan,
    ...known(head),
    undo: delta.undo,
    redo: delta.redo,
    facts: delta.facts,
    tasks,
    links: links ?? (gone ? without(plan.links, gone) : plan.links),
  };
}

/// Which tasks are planned otherwise than before, and how they were.
export function movedBetween(before: Plan, after: Plan): Map<Id, Dates> {
  const moved = new Map<Id, Dates>();
  if (before.tasks === after.tasks) return moved;
  let old: Map<Id, Task> | undefined;
  const known = (id: Id) => (old ??= new Map(before.tasks.map((task) => [task.id, task]))).get(id);
  for (const [place, task] of after.tasks.entries()) {
    const there = before.tasks[place];
    const was = there?.id === task.id ? there : known(task.id);
    if (was && was !== task && (was.start !== task.start || was.finish !== task.finish))
      moved.set(task.id, { start: was.start, finish: was.finish });
  }
  return moved;
}

function ordered(tasks: Task[], rows: (Task & { after?: Id })[], order: Id[] | undefined, removed: Id[]): Task[] {
  if (rows.length === 0 && !order && removed.length === 0) return tasks;
  const fresh = new Map(rows.map(({ after: _after, ...task }) => [task.id, task as Task]));
  const gone = new Set(removed);
  if (order) {
    const all = new Map(tasks.map((task) => [task.id, task]));
    return order.map((id) => fresh.get(id) ?? all.get(id)).filter((task) => task !== undefined);
  }
  const result: Task[] = [];
  for (const task of tasks) {
    if (gone.has(task.id)) continue;
    result.push(fresh.get(task.id) ?? task);
    fresh.delete(task.id);
  }
  for (const { id, after } of rows) {
    const task = fresh.get(id);
    if (!task) continue;
    const at = after === undefined ? -1 : result.findIndex((other) => other.id === after);
    result.splice(after !== undefined && at < 0 ? result.length : at + 1, 0, task);
  }
  return result;
}

/// Dates and floats that came as numbers.
function withNumbers(tasks: Task[], moves: Moves | undefined, floats: Floats | undefined): Task[] {
  if (!moves && !floats) return tasks;
  const result = [...tasks];
  if (moves) move(result, moves);
  if (floats) refloat(result, tasks, floats);
  return result;
}

function move(result: Task[], { places, starts, lengths }: Moves): void {
  let place = 0;
  let start = 0;
  for (let i = 0; i < places.length; i++) {
    place += places[i]!;
    start += starts[i]!;
    const task = result[place];
    if (task) result[place] = { ...task, start: instant(start), finish: instant(start + lengths[i]!) };
  }
}

/// What moved already is a row of this plan's own.
function refloat(result: Task[], before: Task[], { places, minutes }: Floats): void {
  let place = 0;
  for (let i = 0; i < places.length; i++) {
    place += places[i]!;
    const task = result[place];
    if (!task) continue;
    const critical = minutes[i]! < 0;
    const floatMinutes = critical ? -1 - minutes[i]! : minutes[i]!;
    if (Boolean(task.critical) === critical && (task.floatMinutes ?? 0) === floatMinutes) continue;
    if (task === before[place]) result[place] = { ...task, floatMinutes, critical };
    else Object.assign(task, { floatMinutes, critical });
  }
}

const DAY = 1_440;
const days = new Map<number, string>();

/// As the server writes it. Thousands are written at once, on some hundred days.
function instant(minute: number): string {
  const day = Math.floor(minute / DAY);
  let date = days.get(day);
  if (date === undefined) days.set(day, (date = new Date(day * DAY * 60_000).toISOString().slice(0, 11)));
  const at = minute - day * DAY;
  return `${date}${two(Math.floor(at / 60))}:${two(at % 60)}:00Z`;
}

const two = (number: number) => (number < 10 ? `0${number}` : String(number));

const without = (links: Link[], gone: ReadonlySet<Id>) =>
  links.filter((link) => !gone.has(link.predecessor) && !gone.has(link.successor));

function known<T extends object>(of: T): Partial<T> {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as Partial<T>;
}
