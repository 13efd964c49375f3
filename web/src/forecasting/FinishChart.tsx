import { useMediaQuery } from "@mantine/hooks";
import { useRef } from "react";
import { Figure } from "../ui/Figure";
import { addDays, lastMoment, type Dates } from "../ui/dates";
import { useWidth } from "../ui/scale";
import { useWords } from "../words/words";
import { chanceBy, dayOf, spansOf, type DayChance, type Span, type SpanUnit } from "./spans";
import { isOff, labelsOf, monthsOf } from "./spanLabels";

const HEIGHT = 286;
const TOP = 26;
const GROUND = 238;
const LEFT = 44;
const RIGHT = 52;
const LIKELY = 0.8;

export type Promised = { day: string; chance: number; to?: string };

/// When the project ends: the chance of each day or week, and of all up to it.
///
/// @param finish when it is done with a chance of 2, 10, 50, 80, 90 and 98 %, as it is said elsewhere: of a finish years
///   away `days` knows only weeks
export function FinishChart({ days, finish, promised, dates, file }: {
  days: readonly DayChance[];
  finish: readonly string[];
  promised?: Promised;
  dates: Dates;
  file: string;
}) {
  const { t } = useWords();
  const narrow = useMediaQuery("(max-width: 1000px)");
  const { spans, unit } = spansOf(days, narrow ? 24 : 75);
  const [, early, even, likely, late] = finish.map((at) => dates.full(lastMoment(at))) as [string, string, string, string, string];
  const says =
    t("forecast.finish.says", { early, even, likely, late }) +
    (promised ? ` ${t("forecast.finish.promise", { day: dates.full(promised.day), chance: dates.percent(promised.chance) })}` : "");
  return (
    <Figure
      title={t(`forecast.finish.${unit}s`)}
      sub={t("forecast.finish.read")}
      says={says}
      file={file}
      table={{
        head: [t("forecast.table.day"), t("forecast.table.chance"), t("forecast.table.by")],
        rows: spans.map(({ from, to, chance, by }) => [from === to ? from : `${from} – ${to}`, percents(chance), percents(by)]),
      }}
    >
      <Drawing spans={spans} days={days} unit={unit} promised={promised} dates={dates} says={says} />
    </Figure>
  );
}

const percents = (share: number) => Math.round(share * 1000) / 10;

function Drawing({ spans, days, unit, promised, dates, says }: {
  spans: Span[];
  days: readonly DayChance[];
  unit: SpanUnit;
  promised?: Promised;
  dates: Dates;
  says: string;
}) {
  const { t } = useWords();
  const measured = useRef<HTMLDivElement>(null);
  const width = useWidth(measured, 800);
  const step = (width - LEFT - RIGHT) / spans.length;
  const most = niceMost(Math.max(...spans.map(({ chance }) => chance)));
  const high = (share: number) => GROUND - (share / most) * (GROUND - TOP);
  const up = (share: number) => GROUND - share * (GROUND - TOP);
  const at = (i: number) => LEFT + i * step;
  const right = at(spans.length);
  const likelyDay = dayOf(days, LIKELY)!;
  const likely = spans.findIndex(({ to }) => to >= likelyDay);
  const flag = promised ? place(spans, promised.day, at, step) : undefined;
  const line = spans.map(({ by }, i) => `${r(at(i + 1))} ${r(up(by))}`).join("L");
  return (
    <div ref={measured}>
      <svg className="fin finish" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={says}>
        {unit === "day" && spans.map(({ from }, i) => isOff(from) && <rect key={from} className="off" x={at(i)} y={TOP} width={step} height={GROUND - TOP} />)}
        {[0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => (
          <g key={share}>
            <path className={share === 0 ? "rule" : "grid"} d={`M${LEFT} ${r(up(share))}H${r(right)}`} />
            <text className="ax" x={right + 8} y={r(up(share)) + 4}>{dates.percent(share)}</text>
          </g>
        ))}
        {ticks(most).map((share) => (
          <text key={share} className="ax" textAnchor="end" x={LEFT - 8} y={r(high(share)) + 4}>{dates.percent(share)}</text>
        ))}
        {spans.map(({ from, to, chance }, i) => {
          const late = promised !== undefined && to > promised.day && from > promised.day;
          return chance > 0 && (
            <rect key={from} className={late ? "day late" : "day"} x={r(at(i) + 1.5)} width={r(Math.max(1, step - 3))}
              y={r(high(chance))} height={r(GROUND - high(chance))} fill={late ? "url(#over-hatch)" : undefined} />
          );
        })}
        <path className="by" d={`M${LEFT} ${r(up(chanceBy(days, addDays(spans[0]!.from, -1))))}L${line}`} />
        <path className="likely" d={`M${r(at(likely + 1))} ${GROUND + 6}V${r(up(LIKELY))}H${r(right)}`} />
        <circle className="likely-dot" cx={r(at(likely + 1))} cy={r(up(LIKELY))} r="4.5" />
        <Labels spans={spans} unit={unit} at={at} step={step} dates={dates} />
        {flag !== undefined && (
          <g>
            <path className={`promise ${promised!.chance < 0.2 ? "late" : ""}`} d={`M${r(flag)} 4V${GROUND + 6}`} />
            <Sign x={flag} end={right} text={t("forecast.finish.flag", { day: dates.day(promised!.day) })} state={promised!.chance} />
          </g>
        )}
      </svg>
    </div>
  );
}

function Sign({ x, end, text, state }: { x: number; end: number; text: string; state: number }) {
  const wide = text.length * 6.7 + 14;
  const left = x + wide > end ? x - wide : x;
  return (
    <>
      <path className={`pflag ${state >= 0.75 ? "" : state < 0.2 ? "late" : "risk"}`} d={`M${r(left)} 4h${r(wide)}v17h-${r(wide)}z`} />
      <text className="onflag" x={r(left + 7)} y="16.5">{text}</text>
    </>
  );
}

/// As many as there is room for; below days, the month at the first of each.
function Labels({ spans, unit, at, step, dates }: { spans: Span[]; unit: SpanUnit; at: (i: number) => number; step: number; dates: Dates }) {
  const labels = labelsOf(spans, unit, step, dates);
  const months = unit === "day" ? monthsOf(spans, step, dates) : [];
  return (
    <>
      {labels.map(({ i, label }) => (
        <text key={i} className="ax" textAnchor="middle" x={r(at(i) + step / 2)} y={GROUND + 18}>{label}</text>
      ))}
      {months.map(({ i, label }) => (
        <text key={i} className="ax k" x={r(at(i) + (i === 0 ? 0 : 2))} y={GROUND + 36}>{label}</text>
      ))}
    </>
  );
}

/// The end of the promised day, if it is on the axis.
function place(spans: Span[], day: string, at: (i: number) => number, step: number): number | undefined {
  const i = spans.findIndex(({ from, to }) => from <= day && day <= to);
  if (i < 0) return undefined;
  const { from, to } = spans[i]!;
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  const within = Math.round((Date.parse(day) - Date.parse(from)) / 86_400_000) + 1;
  return at(i) + (step * within) / days;
}

const r = (value: number) => Math.round(value * 10) / 10;

function niceMost(chance: number): number {
  return [0.02, 0.04, 0.06, 0.1, 0.14, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1].find((each) => each >= chance * 1.08) ?? 1;
}

const ticks = (most: number) => [most / 2, most];
