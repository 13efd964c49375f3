import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { flowQuery } from "../api/queries";
import type { Flow } from "../api/types";
import { Figure } from "../ui/Figure";
import { startOfDay, type Dates } from "../ui/dates";
import { scaleOf, useWidth } from "../ui/scale";
import { Asked } from "../ui/states";
import { ticksOf } from "../ui/ticks";
import { useWords } from "../words/words";

const HEIGHT = 220;
const TOP = 14;
const GROUND = 184;
const LEFT = 34;
const RIGHT = 12;
const STAGES = ["done", "review", "work", "ready"] as const;

/// What stood where day by day, and how long tasks took.
export function FlowCharts({ project, dates }: { project: string; dates: Dates }) {
  const { t } = useWords();
  return (
    <section className="inc-part" aria-labelledby="flow">
      <h2 id="flow">{t("flow.title")}</h2>
      <Asked of={useQuery(flowQuery(project))}>
        {(flow) => (
          <div className="inc-part two" style={{ padding: 0, border: 0 }}>
            <Cumulative flow={flow} dates={dates} />
            <Cycles flow={flow} dates={dates} />
          </div>
        )}
      </Asked>
    </section>
  );
}

function Cumulative({ flow, dates }: { flow: Flow; dates: Dates }) {
  const { t } = useWords();
  const measured = useRef<HTMLDivElement>(null);
  const width = useWidth(measured, 560);
  const { days } = flow;
  const last = days.at(-1)!;
  const first = days[0]!;
  const most = Math.max(1, ...days.map(({ total }) => total));
  const x = (i: number) => r(LEFT + (days.length === 1 ? 0 : (i / (days.length - 1)) * (width - LEFT - RIGHT)));
  const y = (count: number) => r(GROUND - (count / most) * (GROUND - TOP));
  const says = t("flow.says", { done: last.done, total: last.total, under: last.work + last.review, came: last.total - first.total, from: dates.day(first.day) });
  const areas = STAGES.map((stage, s) => {
    const below = (i: number) => STAGES.slice(0, s).reduce((sum, each) => sum + days[i]![each], 0);
    const up = days.map((day, i) => `${x(i)} ${y(below(i) + day[stage])}`);
    const down = days.map((_, i) => `${x(i)} ${y(below(i))}`).toReversed();
    return <path key={stage} className={`f-${stage}`} d={`M${up.join("L")}L${down.join("L")}Z`} />;
  });
  return (
    <Figure
      level={3}
      title={t("flow.cumulative")}
      sub={t("flow.cumulative.read")}
      says={says}
      file="flow"
      table={{
        head: [t("burnUp.day"), ...STAGES.map((stage) => t(`board.stage.${stage}`)), t("flow.total")],
        rows: days.map((day) => [day.day, ...STAGES.map((stage) => day[stage]), day.total]),
      }}
    >
      <div ref={measured}>
        <svg className="fin flow" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={says}>
          {areas}
          <path className="total" d={`M${days.map((day, i) => `${x(i)} ${y(day.total)}`).join("L")}`} />
          <Ground width={width} most={most} y={y} />
          <Days days={days} width={width} dates={dates} />
        </svg>
      </div>
    </Figure>
  );
}

function Cycles({ flow, dates }: { flow: Flow; dates: Dates }) {
  const { t } = useWords();
  const measured = useRef<HTMLDivElement>(null);
  const width = useWidth(measured, 560);
  const { cycles, days } = flow;
  const most = Math.max(1, Math.ceil(Math.max(0, ...cycles.map((each) => each.days))));
  const span = Math.max(1, days.length - 1);
  const x = (i: number) => r(LEFT + (i / span) * (width - LEFT - RIGHT));
  const at = (day: string) => x((Date.parse(day) - Date.parse(days[0]!.day)) / 86_400_000);
  const y = (length: number) => r(GROUND - (length / most) * (GROUND - TOP));
  const says = flow.even === undefined || flow.most === undefined
    ? t("flow.cycles.none")
    : t("flow.cycles.says", { count: cycles.length, even: flow.even, most: flow.most });
  return (
    <Figure
      level={3}
      title={t("flow.cycles")}
      sub={t("flow.cycles.read")}
      says={says}
      file="cycle-times"
      table={{ head: [t("flow.task"), t("flow.finished"), t("flow.days")], rows: cycles.map(({ key, name, finished, days: took }) => [`${key} ${name}`, finished, took]) }}
    >
      <div ref={measured}>
        <svg className="fin flow" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={says}>
          <Ground width={width} most={most} y={y} />
          {flow.most !== undefined && <path className="likely" d={`M${LEFT} ${y(flow.most)}H${width - RIGHT}`} />}
          {cycles.map(({ key, name, finished, days: took }) => (
            <circle key={key} className="dot" cx={at(finished)} cy={y(took)} r="3.5"><title>{`${key} ${name}`}</title></circle>
          ))}
          <Days days={days} width={width} dates={dates} />
        </svg>
      </div>
    </Figure>
  );
}

function Ground({ width, most, y }: { width: number; most: number; y: (count: number) => number }) {
  return [...new Set([0, Math.round(most / 2), most])].map((count) => (
    <g key={count}>
      <path className={count === 0 ? "rule" : "grid"} d={`M${LEFT} ${y(count)}H${width - RIGHT}`} />
      <text className="ax" textAnchor="end" x={LEFT - 8} y={y(count) + 4}>{count}</text>
    </g>
  ));
}

function Days({ days, width, dates }: { days: Flow["days"]; width: number; dates: Dates }) {
  const at = (day: string) => Date.parse(startOfDay(day, dates.zone));
  const first = at(days[0]!.day);
  const scale = scaleOf(first, Math.max(at(days.at(-1)!.day), first + 1), width - LEFT - RIGHT);
  return ticksOf(scale, dates).map(({ day, x, label }) => <text key={day} className="ax" x={LEFT + x} y={GROUND + 18}>{label}</text>);
}

const r = (value: number) => Math.round(value * 10) / 10;
