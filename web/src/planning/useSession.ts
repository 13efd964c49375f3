import { createContext, useContext, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { Zone } from "../gantt/model/zone";
import { datesIn, type Dates } from "../ui/dates";
import { useWords } from "../words/words";
import type { Id, Plan, Task } from "./plan";
import type { PlanApi } from "./planApi";
import { PlanSession, type PlanState } from "./session";

/// Opens the plan while the page is shown.
export function usePlan(api: PlanApi, project: Id): { session: PlanSession; state: PlanState } {
  const session = useMemo(() => new PlanSession(api, project), [api, project]);
  const state = useSyncExternalStore(session.watch, () => session.state);
  useEffect(() => {
    void session.open();
    return () => session.close();
  }, [session]);
  return { session, state };
}

/// What every part of the page needs.
export type Desk = {
  session: PlanSession;
  api: PlanApi;
  state: PlanState;
  plan: Plan;
  byId: { get: (id: Id) => Task | undefined };
  numbers: Map<Id, string>;
  dates: Dates;
  zone: Zone;
  canEdit: boolean;
  /// The task in the side panel.
  opened: Id | undefined;
  open: (task: Id | undefined) => void;
};

export const DeskContext = createContext<Desk | undefined>(undefined);
export const useDesk = (): Desk => useContext(DeskContext)!;

export function usePlanDates(plan: Plan | undefined): { dates: Dates; zone: Zone } {
  const { locale } = useWords();
  const name = plan?.zone ?? "UTC";
  const now = plan?.now ?? "2027-01-01T00:00:00Z";
  return useMemo(() => ({ dates: datesIn(locale, name, now), zone: Zone.of(name, locale) }), [locale, name, now]);
}

/// Tasks by their ids: the map is made when the first one is asked for, since most plans that are shown are never asked.
export function byId(tasks: readonly Task[]): Desk["byId"] {
  let map: Map<Id, Task> | undefined;
  return { get: (id) => (map ??= new Map(tasks.map((task) => [task.id, task]))).get(id) };
}

/// The numbers of tasks, the same as before while the same tasks stand in the same order.
export function useNumbers(tasks: readonly Task[]): Map<Id, string> {
  const last = useRef<{ tasks: readonly Task[]; numbers: Map<Id, string> }>(undefined);
  return useMemo(() => {
    const was = last.current;
    const numbers = was && isSameOutline(was.tasks, tasks) ? was.numbers : numbersOf(tasks);
    last.current = { tasks, numbers };
    return numbers;
  }, [tasks]);
}

const isSameOutline = (one: readonly Task[], other: readonly Task[]) =>
  one.length === other.length && one.every((task, i) => task === other[i] || (task.id === other[i]!.id && task.parent === other[i]!.parent));

/// Numbers of the work breakdown, as the chart writes them.
export function numbersOf(tasks: readonly Task[]): Map<Id, string> {
  const numbers = new Map<Id, string>();
  const counts = new Map<Id | undefined, number>();
  for (const { id, parent } of tasks) {
    const count = (counts.get(parent) ?? 0) + 1;
    counts.set(parent, count);
    numbers.set(id, parent === undefined ? String(count) : `${numbers.get(parent) ?? ""}.${count}`);
  }
  return numbers;
}
