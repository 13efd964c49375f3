import { useRef } from "react";
import type { MyWork, OwnTask } from "../api/types";
import { lastMoment, addDays, startOfDay, useDates } from "../ui/dates";
import { Fin, Pennant } from "../ui/Fin";
import { quantiles, type Quantiles } from "../ui/fin";
import { scaleOf, useWidth } from "../ui/scale";
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
        {ticks(scale.from, scale.to, width, work.zone, dates.dayOf).map(({ at, day, first }) => (
          <g key={day}>
            <path className="rule" d={`M${scale.x(at) + 0.5} ${BASE}V${BASE + 12}`} />
            <text className={day === work.today ? "ax k" : "ax"} x={scale.x(at) + 4} y="42">
              {first ? dates.weekdayDay(day) : dates.weekdayDay(day).replace(/\u00a0\D+$/, "")}
            </text>
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

/// Days, or as many of them as there is room for.
function ticks(from: number, to: number, width: number, zone: string, dayOf: (at: string) => string) {
  const days = Math.ceil((to - from) / DAY);
  const least = Math.ceil((66 * days) / width);
  const step = least <= 3 ? least : 7 * Math.ceil(least / 7);
  const marks = [];
  let month = "";
  for (let day = dayOf(new Date(from + 1).toISOString()); ; day = addDays(day, step)) {
    const at = Date.parse(startOfDay(day, zone));
    if (at >= to) return marks;
    marks.push({ at, day, first: day.slice(0, 7) !== month });
    month = day.slice(0, 7);
  }
}
