import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { useWords } from "../words/words";
import { isLeaf, isReckoning, likely, people, promises, type Promised } from "./facts";
import type { Task } from "./plan";
import { useDesk, type Desk } from "./useSession";
import { lastMoment } from "../ui/dates";

type Order = "start" | "finish" | "likely" | "who" | "name" | "promised";
const ORDERS: Order[] = ["name", "who", "start", "finish", "likely", "promised"];
const ROW = 32;

/// All tasks in one table, in an order that can be chosen.
export function PlanList({ filter }: { filter: ((task: Task) => boolean) | undefined }) {
  const { t } = useWords();
  const { plan, state } = useDesk();
  const [order, setOrder] = useState<{ by: Order; down: boolean }>({ by: "start", down: false });
  const scroller = useRef<HTMLDivElement>(null);
  const promised = useMemo(() => new Map(promises(plan, state.forecast).map((each) => [each.task.id, each])), [plan, state.forecast]);
  const rows = useMemo(() => {
    const parents = new Set(plan.tasks.map((task) => task.parent));
    const key = (task: Task): string => {
      switch (order.by) {
        case "name": return task.name.toLocaleLowerCase();
        case "who": return people(task, plan).toLocaleLowerCase() || "\uffff";
        case "start": return task.start;
        case "finish": return task.finish;
        case "likely": return likely(task, state.forecast) ?? "\uffff";
        case "promised": return task.deadline?.by ?? "\uffff";
      }
    };
    const keyed = plan.tasks.filter((task) => isLeaf(task, parents) && (!filter || filter(task))).map((task) => ({ task, key: key(task) }));
    keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) * (order.down ? -1 : 1));
    return keyed.map(({ task }) => task);
  }, [plan, state.forecast, filter, order]);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 12 });
  return (
    <div className="list" ref={scroller} tabIndex={0} role="region" aria-label={t("planning.view.list")}>
      <div role="table" aria-label={t("planning.tasks")} aria-rowcount={rows.length + 1}>
        <div role="row" className="lr hd" aria-rowindex={1}>
          {ORDERS.map((by) => (
            <span key={by} role="columnheader" aria-sort={order.by === by ? (order.down ? "descending" : "ascending") : "none"}>
              <button type="button" onClick={() => setOrder({ by, down: order.by === by && !order.down })}>
                {t(`planning.list.${by}`)}
                {order.by === by && <span aria-hidden="true">{order.down ? " ↓" : " ↑"}</span>}
              </button>
            </span>
          ))}
        </div>
        <div style={{ height: virtual.getTotalSize(), position: "relative" }} role="rowgroup">
          {virtual.getVirtualItems().map(({ index, start }) => (
            <Line key={rows[index]!.id} task={rows[index]!} promised={promised.get(rows[index]!.id)} index={index} top={start} />
          ))}
        </div>
      </div>
      {rows.length === 0 && <p className="nb">{t("planning.list.none")}</p>}
    </div>
  );
}

function Line({ task, promised, index, top }: { task: Task; promised: Promised | undefined; index: number; top: number }) {
  const { t } = useWords();
  const { plan, state, dates, open, opened, byId } = useDesk();
  const done = Boolean(task.progress?.finished);
  const by = likely(task, state.forecast);
  return (
    <div role="row" aria-rowindex={index + 2} className={`lr ${opened === task.id ? "sel" : ""} ${done ? "done" : ""}`} style={{ transform: `translateY(${top}px)` }}>
      <span role="cell">
        {task.critical && !done && <i className="crit" title={t("planning.key.critical")} />}
        <button className="row-name" type="button" onClick={() => open(task.id)}>
          {task.name}
        </button>
        <span className="lab"> {pathOf(task, byId)}</span>
      </span>
      <span role="cell" className="i2">{people(task, plan)}</span>
      <span role="cell" className="n i2">{task.kind === "milestone" ? "" : dates.day(task.start)}</span>
      <span role="cell" className="n i2">{dates.day(lastMoment(task.finish))}</span>
      <span role="cell" className={isReckoning(plan, state.forecast) || done ? "n i3" : "n b"}>{by ? dates.day(lastMoment(by)) : ""}</span>
      <span role="cell" className="n">
        {promised && (
          <span className={promised.standing === "safe" ? "" : `c-${promised.standing}`}>
            {promised.standing === "late" ? `${t("planning.late")} ` : promised.standing === "risk" ? "▲ " : ""}
            {dates.day(lastMoment(promised.by))}
            {promised.chance !== undefined && ` · ${dates.percent(promised.chance)}`}
          </span>
        )}
      </span>
    </div>
  );
}

function pathOf(task: Task, byId: Desk["byId"]): string {
  const above = task.parent ? byId.get(task.parent) : undefined;
  return above ? above.name : "";
}
