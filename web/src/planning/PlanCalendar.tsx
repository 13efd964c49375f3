import { useMemo, useState } from "react";
import { useWords } from "../words/words";
import { isLeaf } from "./facts";
import type { Id, Task } from "./plan";
import { useDesk } from "./useSession";

const LANES = 6;
type Piece = { task: Task; from: number; to: number; lane: number; begins: boolean; ends: boolean };

/// A month of the plan: a row a week, each task a line through its days.
export function PlanCalendar({ filter }: { filter: ((task: Task) => boolean) | undefined }) {
  const { t, locale } = useWords();
  const { plan, zone } = useDesk();
  const now = zone.calendar(zone.day(Date.parse(plan.now)));
  const [month, setMonth] = useState(now.year * 12 + now.month);
  const first = Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;
  const next = Date.UTC(Math.floor((month + 1) / 12), (month + 1) % 12, 1) / 86_400_000;
  const begin = first - zone.weekday(first);
  const weeks = Array.from({ length: Math.ceil((next - begin) / 7) }, (_, i) => begin + 7 * i);
  const tasks = useMemo(() => {
    const parents = new Set<Id | undefined>(plan.tasks.map((task) => task.parent));
    return plan.tasks
      .filter((task) => isLeaf(task, parents) && (!filter || filter(task)))
      .map((task) => ({ task, from: zone.day(Date.parse(task.start)), to: zone.lastDay(Math.max(Date.parse(task.finish), Date.parse(task.start) + 1)) }))
      .sort((a, b) => a.from - b.from || b.to - a.to);
  }, [plan.tasks, filter, zone]);
  const title = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(first * 86_400_000);
  return (
    <section className="month" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <button className="btn" type="button" onClick={() => setMonth(month - 1)}>{t("planning.month.before")}</button>
        <button className="btn" type="button" onClick={() => setMonth(now.year * 12 + now.month)}>{t("planning.today")}</button>
        <button className="btn" type="button" onClick={() => setMonth(month + 1)}>{t("planning.month.after")}</button>
      </header>
      <div className="days hd" aria-hidden="true">
        {Array.from({ length: 7 }, (_, i) => (
          <span key={i}>{zone.text(begin + i, "weekday")}</span>
        ))}
      </div>
      <div className="weeks">
        {weeks.map((week) => (
          <Week key={week} week={week} month={month} tasks={tasks} />
        ))}
      </div>
    </section>
  );
}

function Week({ week, month, tasks }: { week: number; month: number; tasks: { task: Task; from: number; to: number }[] }) {
  const { t } = useWords();
  const { plan, zone, open, opened } = useDesk();
  const { shown, more } = lanes(week, tasks);
  const today = zone.day(Date.parse(plan.now));
  return (
    <div className="week">
      <div className="days" role="presentation">
        {Array.from({ length: 7 }, (_, i) => {
          const day = week + i;
          const { month: of, year } = zone.calendar(day);
          const off = isOff(plan, zone.weekday(day), zone.iso(day));
          return (
            <span key={day} className={`day ${off ? "off" : ""} ${year * 12 + of === month ? "" : "other"}`}>
              <time dateTime={zone.iso(day)} className={day === today ? "now" : ""}>{zone.calendar(day).date}</time>
              {more[i]! > 0 && <span className="lab">{t("planning.month.more", { count: more[i]! })}</span>}
            </span>
          );
        })}
      </div>
      <ul aria-label={zone.spoken(week)}>
        {shown.map(({ task, from, to, lane, begins, ends }) => (
          <li key={task.id} style={{ gridColumn: `${from + 1} / ${to + 2}`, gridRow: lane + 1 }}>
            <button
              type="button"
              className={`bit ${task.critical && !task.progress?.finished ? "crit" : ""} ${task.progress?.finished ? "done" : ""} ${task.kind === "milestone" ? "mile" : ""} ${begins ? "begins" : ""} ${ends ? "ends" : ""} ${opened === task.id ? "sel" : ""}`}
              onClick={() => open(task.id)}
            >
              {task.kind === "milestone" && <span aria-hidden="true">◆ </span>}
              {task.critical && !task.progress?.finished && <span className="visually-hidden">{t("planning.key.critical")}: </span>}
              {task.name}
              {ends && task.deadline && <span aria-hidden="true"> ⚑</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function isOff(plan: { calendar: { week: Record<string, string[]>; exceptions?: Record<string, string[]> } }, weekday: number, iso: string): boolean {
  const day = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"][weekday]!;
  return (plan.calendar.exceptions?.[iso] ?? plan.calendar.week[day] ?? []).length === 0;
}

/// Each task gets the first lane that is free through its days of this week; what finds none is counted by day.
function lanes(week: number, tasks: { task: Task; from: number; to: number }[]): { shown: Piece[]; more: number[] } {
  const taken: number[] = [];
  const shown: Piece[] = [];
  const more = Array<number>(7).fill(0);
  for (const { task, from, to } of tasks) {
    if (to < week || from > week + 6) continue;
    const a = Math.max(0, from - week);
    const b = Math.min(6, to - week);
    let lane = 0;
    while (lane < LANES && (taken[lane] ?? -1) >= a) lane++;
    if (lane === LANES) {
      for (let day = a; day <= b; day++) more[day]!++;
      continue;
    }
    taken[lane] = b;
    shown.push({ task, from: a, to: b, lane, begins: from >= week, ends: to <= week + 6 });
  }
  return { shown, more };
}
