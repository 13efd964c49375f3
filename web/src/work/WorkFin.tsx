import { useRef } from "react";
import type { MyWork, OwnTask } from "../api/types";
import { lastMoment, startOfDay, useDates } from "../ui/dates";
import { Fin, Pennant } from "../ui/Fin";
import { quantiles, type Quantiles } from "../ui/fin";
import { scaleOf, useWidth } from "../ui/scale";
import { ticksOf } from "../ui/ticks";
import { useWords } from "../words/words";

const BASE = 28;
const TOP = 10;
const DAY = 86_400_000;

/// A task on its days: what is done dark, what remains with the chance that it still goes on, and its promise.
export function WorkFin({ work, task }: { work: MyWork; task: OwnTask }) {
  const { t } = useWords();
  const dates = useDates(work.zone);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 600);
  const now = Date.parse(work.now);
  const start = Date.parse(task.started ?? task.start);
  const end = Date.parse(task.finish);
  const likely = task.likely && quantiles(task.likely);
  const by = task.promise && Date.parse(task.promise.by);
  const furthest = Math.max(end, likely?.[5] ?? 0, now) + DAY;
  const near = by !== undefined && by < furthest + (furthest - start);
  const from = Date.parse(startOfDay(dates.dayOf(new Date(Math.max(Math.min(start, now), now - 10 * DAY)).toISOString()), work.zone));
  const scale = scaleOf(from, Math.max(near ? by + DAY : 0, furthest, from + 4 * DAY), width);
  const sayDay = (day: string, first: boolean) => `${dates.weekday(day)}\u00a0${first ? dates.dayMonth(day) : dates.dayMonth(day).replace(/\u00a0\D+$/, "")}`;
  const clip = (at: number) => Math.max(0, Math.min(width, scale.x(at)));
  const left = clip(start);
  const q = likely?.map((at) => clip(Math.max(at, start))) as unknown as Quantiles | undefined;
  const p80 = likely && clip(likely[3]);
  return (
    <div className="fin-frame" ref={frame}>
      <svg className="fin" width={width} height="62" viewBox={`0 0 ${width} 62`} role="img" aria-label={t("work.drawing", {
        name: task.name,
        planned: dates.weekdayDay(lastMoment(task.finish)),
        likely: task.likely ? dates.weekdayDay(lastMoment(task.likely[3]!)) : "–",
        promised: task.promise ? dates.weekdayDay(lastMoment(task.promise.by)) : "–",
      })}>
        {ticksOf({ ...scale, width: width - 4 }, dates, sayDay).map(({ day, x, label }) => (
          <g key={day}>
            <path className="rule" d={`M${x + 0.5} ${BASE}V${BASE + 12}`} />
            <text className={day === work.today ? "ax k" : "ax"} x={x + 4} y="42">{label}</text>
          </g>
        ))}
        {q ? <Fin left={left} q={q} top={TOP} base={BASE} tick={false} /> : <rect className="w" x={left} y={TOP} width={Math.max(2, clip(end) - left)} height={BASE - TOP} />}
        {task.started && <rect className="done" x={left} y={BASE - 6} width={Math.max(0, clip(now) - left)} height="6" />}
        <path className="today" d={`M${clip(now)} 4V${BASE + 4}`} />
        {p80 !== undefined && (
          <>
            <path className="tick ink" d={`M${p80} ${TOP - 4}V${BASE + 4}`} />
            <text className="ax" x={Math.min(width - 70, Math.max(60, p80))} y="57" textAnchor="middle">
              {t("work.likelyBy", { day: dates.weekdayDay(lastMoment(task.likely![3]!)) })}
            </text>
          </>
        )}
        {near && <Pennant at={clip(by)} top={4} base={BASE} chance={task.promise?.chance} />}
        <path className="rule" d={`M0 ${BASE + 0.5}H${width}`} />
      </svg>
    </div>
  );
}
