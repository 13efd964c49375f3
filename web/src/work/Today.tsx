import { useRef, type KeyboardEvent } from "react";
import type { MyWork, OwnTask } from "../api/types";
import { lastMoment, useDates } from "../ui/dates";
import { useWords } from "../words/words";
import { Met, partOf } from "./Met";
import { byKey, emptyOf, keyOf } from "./work";

/// Today in two halves. Up and down walk from task to task; what should be done by now comes first.
export function Today({ work, chosen, choose }: { work: MyWork; chosen?: string; choose: (key: string) => void }) {
  const { t } = useWords();
  const dates = useDates(work.zone);
  const list = useRef<HTMLElement>(null);
  const tasks = byKey(work);
  const day = work.days.find(({ date }) => date === work.today);
  const overdue = work.tasks.filter(({ state }) => state === "overdue");
  const walk = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const all = [...(list.current?.querySelectorAll("button") ?? [])];
    const next = all[all.indexOf(event.target as HTMLButtonElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const line = (task: OwnTask, note: string, key: string) => (
    <li key={key} className={`${task.state}${keyOf(task) === chosen ? " now" : ""}`}>
      <button type="button" aria-current={keyOf(task) === chosen || undefined} onClick={() => choose(keyOf(task))}>
        <b>{task.name}</b>
        <span>{note}</span>
      </button>
    </li>
  );
  return (
    <section className="day" ref={list} aria-label={t("work.today")} onKeyDown={walk}>
      {overdue.length > 0 && (
        <>
          <h3 className="c-risk">{t("work.overdue")}</h3>
          <ol>{overdue.map((task) => line(task, t("work.overdue.until", { day: dates.weekdayDay(lastMoment(task.finish)) }), `late ${keyOf(task)}`))}</ol>
        </>
      )}
      {(["morning", "afternoon"] as const).map((part) => {
        const slots = day?.slots.filter((slot) => slot.part === part) ?? [];
        const meetings = work.meetings.filter((each) => dates.weekdayDay(each.from) === dates.weekdayDay(work.today) && partOf(each, dates) === part);
        const empty = emptyOf(day, slots.length, meetings.length);
        return (
          <div key={part}>
            <h3>{t(`work.${part}`)}</h3>
            {meetings.map((each) => <Met key={each.meeting + each.from} meeting={each} dates={dates} />)}
            {empty && <p className="free">{t(empty)}</p>}
            <ol>
              {slots.map((slot) => {
                const task = tasks.get(keyOf(slot));
                if (!task) return null;
                const hours = slot.from && slot.to ? t("work.hours", { from: dates.time(slot.from), to: dates.time(slot.to) }) : undefined;
                return line(task, [hours, task.projectName, task.state === "done" ? t("work.isDone") : undefined].filter(Boolean).join(" · "), part + keyOf(slot));
              })}
            </ol>
          </div>
        );
      })}
    </section>
  );
}
