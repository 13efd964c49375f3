import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import { useWords } from "../words/words";
import { isReckoning, likely, people, promises } from "./facts";
import type { Task } from "./plan";
import { useDesk } from "./useSession";
import { lastMoment } from "../ui/dates";

/// The plan at the width of a phone: rows that carry their own small bar, all on one scale.
export function PhonePlan({ filter }: { filter: ((task: Task) => boolean) | undefined }) {
  const { t } = useWords();
  const { plan, state, session, canEdit } = useDesk();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => (filter ? plan.tasks.filter(filter) : plan.tasks), [plan.tasks, filter]);
  const scale = useMemo(() => {
    const from = Date.parse(plan.start);
    const ends = [plan.finish, state.forecast?.finish?.[5], ...plan.tasks.map((task) => task.deadline?.by)];
    const to = Math.max(...ends.map((at) => (at ? Date.parse(at) : 0)));
    return (at: string) => Math.min(100, Math.max(0, ((Date.parse(at) - from) / Math.max(1, to - from)) * 100));
  }, [plan, state.forecast]);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: (i) => (rows[i]!.kind === "summary" ? 48 : 64), overscan: 8 });
  const add = () =>
    session.edit([{ kind: "addTask", task: { id: crypto.randomUUID(), name: t("planning.newTask"), kind: "effort", minutes: 480 }, last: true }], t("planning.label.add"));
  return (
    <>
      <div className="phone-list" ref={scroller} tabIndex={0} role="region" aria-label={t("planning.tasks")}>
        <ul style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, size }) => (
            <PhoneRow key={rows[index]!.id} task={rows[index]!} top={start} height={size} scale={scale} />
          ))}
        </ul>
      </div>
      {canEdit && (
        <div className="thumb">
          <button className="btn go" type="button" onClick={add}>{t("planning.add")}</button>
          <button className="btn" type="button" disabled={!plan.undo && state.unsent.length === 0} onClick={() => void session.undo()}>{t("app.undo")}</button>
        </div>
      )}
    </>
  );
}

function PhoneRow({ task, top, height, scale }: { task: Task; top: number; height: number; scale: (at: string) => number }) {
  const { t } = useWords();
  const { plan, state, dates, open } = useDesk();
  const done = Boolean(task.progress?.finished);
  const summary = task.kind === "summary";
  const by = likely(task, state.forecast) ?? task.finish;
  const promised = task.deadline ? promises({ ...plan, tasks: [task] }, state.forecast)[0] : undefined;
  return (
    <li className={`${summary ? "sum" : ""} ${done ? "done" : ""}`} style={{ transform: `translateY(${top}px)`, height }}>
      <button type="button" onClick={() => open(task.id)}>
        <span className="nm">
          {task.critical && !done && !summary && <i className="crit" title={t("planning.key.critical")} />}
          {task.name}
          {promised && promised.standing !== "safe" && (
            <span className={`fl c-${promised.standing}`}>
              {promised.standing === "late" ? t("planning.late") : "▲"} {promised.chance !== undefined && dates.percent(promised.chance)}
            </span>
          )}
        </span>
        <span className={isReckoning(plan, state.forecast) && !done ? "lk old" : "lk"}>
          <span className="visually-hidden">{done ? t("planning.finished") : t("planning.likelyBy")} </span>
          {dates.day(lastMoment(by))}
        </span>
        {!summary && <span className="ppl">{people(task, plan)}</span>}
        {!summary && <SmallBar task={task} scale={scale} />}
      </button>
    </li>
  );
}

function SmallBar({ task, scale }: { task: Task; scale: (at: string) => number }) {
  const { plan, state } = useDesk();
  const q = task.progress?.finished ? undefined : state.forecast?.tasks[task.id];
  const from = scale(task.start);
  const solid = q ? Math.max(from, scale(q[0])) : scale(task.finish);
  const kind = task.progress?.finished ? "d" : task.critical ? "k" : "";
  const end = q ? scale(q[5]) : solid;
  return (
    <span className="mic" aria-hidden="true">
      <i className={kind} style={{ left: `${from}%`, width: `${Math.max(0.6, solid - from)}%` }} />
      {q && end > solid && <b className={kind} style={{ left: `${solid}%`, width: `${end - solid}%` }} />}
      {q && <u style={{ left: `${scale(q[3])}%` }} />}
      <em style={{ left: `${scale(plan.now)}%` }} />
    </span>
  );
}
