import type { MyWork, OwnTask, WorkDay, WorkSlot } from "../api/types";

/// What names a task among those of all projects; also in the page's address.
export const keyOf = ({ project, task }: { project: string; task: string }): string => `${project}/${task}`;

export function byKey(work: MyWork): Map<string, OwnTask> {
  return new Map(work.tasks.map((task) => [keyOf(task), task]));
}

/// The task in the middle of the page: the one that was asked for, else what this half of the day is for, else what
/// nobody has told of yet, else the next.
export function chosenOf(work: MyWork, wanted: string | undefined): OwnTask | undefined {
  const tasks = byKey(work);
  const asked = wanted === undefined ? undefined : tasks.get(wanted);
  if (asked) return asked;
  const open = work.tasks.filter(({ state }) => state !== "done");
  const now = slotsOf(work, partNow(work)).map((slot) => tasks.get(keyOf(slot)));
  return now.find((task) => task?.state === "begun") ?? now.find((task) => task && task.state !== "done") ?? open.find(({ state }) => state === "overdue") ?? open[0];
}

function partNow(work: MyWork): WorkSlot["part"] {
  const hour = Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: work.zone }).format(new Date(work.now)));
  return hour < 13 ? "morning" : "afternoon";
}

function slotsOf(work: MyWork, part: WorkSlot["part"]): WorkSlot[] {
  return work.days.find(({ date }) => date === work.today)?.slots.filter((slot) => slot.part === part) ?? [];
}

/// Of one task on one day: its halves put together.
export type DayPart = { key: string; part: "morning" | "afternoon" | "day"; minutes: number; from?: string; to?: string };

/// What a day holds, each task once, in order.
export function partsOf(day: WorkDay): DayPart[] {
  const parts = new Map<string, DayPart>();
  for (const { part, minutes, from, to, ...slot } of day.slots) {
    const key = keyOf(slot);
    const known = parts.get(key);
    if (known) parts.set(key, { ...known, part: known.part === part ? part : "day", minutes: known.minutes + minutes });
    else parts.set(key, { key, part, minutes, from, to });
  }
  return [...parts.values()];
}

/// On which of these days each task comes first: what is said of a task is said there, and not on each of its days.
export function firstDays(days: readonly WorkDay[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const day of days) for (const { key } of partsOf(day)) if (!first.has(key)) first.set(key, day.date);
  return first;
}

/// What stands in a day or a half that holds no task and no meeting; undefined where it holds something. Whoever is at
/// a meeting is neither free nor away.
export function emptyOf(day: WorkDay | undefined, tasks: number, meetings: number): "work.away" | "work.free" | undefined {
  if (tasks + meetings > 0) return undefined;
  return day?.away ? "work.away" : "work.free";
}

/// What may be said to remain: stretches of one's own working days, shorter than the task is long.
export function leftChoices(task: OwnTask, dayMinutes: number): number[] {
  const most = Math.max(dayMinutes, task.remainingMinutes ?? task.minutes ?? 0);
  return [60, dayMinutes / 2, dayMinutes, 2 * dayMinutes, 3 * dayMinutes, 5 * dayMinutes].map(Math.round).filter((minutes) => minutes <= most).slice(-5);
}

/// Work that is only about so long: to quarters of an hour, to hours, or from two days on to halves of a day.
export function rounded(minutes: number, dayMinutes: number): number {
  const step = minutes < 240 ? 15 : minutes < 2 * dayMinutes ? 60 : dayMinutes / 2;
  return Math.round(Math.round(minutes / step) * step);
}

/// How long a day of this person is, in minutes of working time.
export const dayOf = (work: MyWork): number => Math.max(0, ...work.days.map(({ minutes }) => minutes)) || 480;
