import { useRef } from "react";
import type { IncrementDetail } from "../api/types";
import { Figure } from "../ui/Figure";
import type { Dates } from "../ui/dates";
import { useWidth } from "../ui/scale";
import { useWords } from "../words/words";

const HEIGHT = 300;
const TOP = 24;
const GROUND = 250;
const LEFT = 34;
const RIGHT = 30;

/// What was taken on, what is done of it, and as a fan how much may be by when.
export function BurnUp({ detail, dates, file, level = 3 }: { detail: IncrementDetail; dates: Dates; file: string; level?: 2 | 3 }) {
  const { t } = useWords();
  const { burnUp, increment } = detail;
  const last = burnUp.at(-1)!;
  const says = increment.outlook
    ? t("burnUp.says", {
        day: dates.full(increment.ends), likely: increment.outlook.likely, even: increment.outlook.even,
        most: increment.outlook.most, total: last.total, done: increment.done,
      })
    : t("burnUp.over", { total: last.total, done: increment.done });
  return (
    <Figure
      level={level}
      title={t("burnUp.title")}
      sub={t("burnUp.read")}
      says={says}
      file={file}
      table={{
        head: [t("burnUp.day"), t("burnUp.total"), t("burnUp.done"), t("burnUp.likely"), t("burnUp.even"), t("burnUp.most")],
        rows: burnUp.map(({ day, total, done, likely, even, high }) => [day, total, done ?? "", likely ?? "", even ?? "", high ?? ""]),
      }}
    >
      <Drawing detail={detail} dates={dates} says={says} />
    </Figure>
  );
}

function Drawing({ detail, dates, says }: { detail: IncrementDetail; dates: Dates; says: string }) {
  const { t } = useWords();
  const measured = useRef<HTMLDivElement>(null);
  const width = useWidth(measured, 460);
  const { burnUp, increment, changes } = detail;
  const step = (width - LEFT - RIGHT) / burnUp.length;
  const most = Math.max(4, ...burnUp.map(({ total }) => total)) + 1;
  const y = (count: number) => Math.round((GROUND - (count / most) * (GROUND - TOP)) * 10) / 10;
  // A day's figures are those of its end.
  const x = (i: number) => Math.round((LEFT + (i + 1) * step) * 10) / 10;
  const past = burnUp.filter(({ done }) => done !== undefined);
  const first = burnUp.findIndex(({ likely }) => likely !== undefined);
  const ahead = first < 0 ? [] : burnUp.slice(first);
  const begin = { x: past.length > 0 ? x(past.length - 1) : LEFT, y: y(past.at(-1)?.done ?? increment.done) };
  const line = (of: (day: (typeof burnUp)[number]) => number) => ahead.map((day, i) => `${x(first + i)} ${y(of(day))}`);
  const band = (high: string[], low: string[]) => `M${begin.x} ${begin.y}L${high.join("L")}L${low.toReversed().join("L")}Z`;
  const high = line((day) => day.high!);
  const likely = line((day) => day.likely!);
  const low = line((day) => day.low!);
  const even = line((day) => day.even!);
  const end = ahead.at(-1);
  const each = Math.ceil(most / 4);
  const ticks = Array.from({ length: Math.floor(most / each) + 1 }, (_, i) => i * each);
  return (
    <div ref={measured}>
      <svg className="fin burn" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={says}>
        {ticks.map((count) => (
          <g key={count}>
            <path className={count === 0 ? "rule" : "grid"} d={`M${LEFT} ${y(count)}H${width - RIGHT}`} />
            <text className="ax" textAnchor="end" x={LEFT - 8} y={y(count) + 4}>{count}</text>
          </g>
        ))}
        {ahead.length > 0 && (
          <>
            <path className="outer" d={band(high, low)} />
            <path className="inner" d={band(even, likely)} />
            <path className="even" d={`M${begin.x} ${begin.y}L${even.join("L")}`} />
          </>
        )}
        <path className="total" d={stepped(burnUp.map(({ total }) => total), x, y, burnUp.length)} />
        {past.length > 0 && <path className="done" d={stepped(past.map(({ done }) => done!), x, y, past.length)} />}
        {first >= 0 && past.length > 0 && (
          <>
            <path className="today" d={`M${begin.x} ${TOP - 14}V${GROUND}`} />
            <circle className="dot" cx={begin.x} cy={begin.y} r="4.5" />
            <text className="ax k-accent" textAnchor="end" x={begin.x - 8} y={begin.y - 8}>{t("burnUp.doneNow", { done: increment.done })}</text>
          </>
        )}
        {end && (
          <>
            <path className="mark" d={`M${x(burnUp.length - 1) - 6} ${y(end.high!)}h12M${x(burnUp.length - 1) - 6} ${y(end.even!)}h12`} />
            <path className="mark likely" d={`M${x(burnUp.length - 1) - 6} ${y(end.likely!)}h12`} />
          </>
        )}
        <text className="ax" x={LEFT + 4} y={y(burnUp[0]!.total) - 6}>{t("burnUp.taken", { total: burnUp[0]!.total })}</text>
        {changes.length > 0 && (
          <text className="ax" textAnchor="end" x={width - RIGHT} y={y(burnUp.at(-1)!.total) - 6}>
            {t("burnUp.changed", { total: burnUp.at(-1)!.total, changes: changes.length })}
          </text>
        )}
        {burnUp.map(({ day }, i) => (i === 0 || day.endsWith("-01") || step > 26 || i % Math.ceil(26 / step) === 0) && (
          <text key={day} className={`ax${day === dates.today ? " k" : ""}`} textAnchor="middle" x={x(i) - step / 2} y={GROUND + 18}>{Number(day.slice(8))}</text>
        ))}
        {burnUp.map(({ day }, i) => (i === 0 || day.endsWith("-01")) && (
          <text key={day} className="ax" x={x(i) - step} y={GROUND + 35}>{dates.month(day)}</text>
        ))}
      </svg>
    </div>
  );
}

/// Counts stand until they change: a line of steps.
function stepped(counts: readonly number[], x: (i: number) => number, y: (count: number) => number, days: number): string {
  let path = `M${LEFT} ${y(counts[0]!)}`;
  for (let i = 0; i < days; i++) path += `V${y(counts[i]!)}H${x(i)}`;
  return path;
}
