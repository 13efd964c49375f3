import type { ReliabilityView } from "../api/types";
import { useDates } from "../ui/dates";
import { Figure } from "../ui/Figure";
import { useWords } from "../words/words";
import { wilson } from "./wilson";

type Reliability = ReliabilityView["kept"];
const SIZE = 330;
const LEFT = 44;
const TOP = 10;
const GROUND = 280;
const WIDE = 270;

/// Of what was called 80 % likely, how much happened; undefined without any.
export const likelyOf = (of: Reliability) => of.levels.find(({ said }) => Math.abs(said - 0.8) < 0.001)?.happened;

/// What was said against what happened; on the diagonal both are the same. Bars hold what chance alone would do.
export function ReliabilityPlot({ of, title, sub, file }: { of: Reliability; title: string; sub: string; file: string }) {
  const { t } = useWords();
  const dates = useDates();
  const likely = likelyOf(of) ?? 0;
  const says = t("reliability.says", { happened: dates.percent(likely), forecasts: dates.number(of.forecasts), count: dates.number(Math.round(likely * of.forecasts)) });
  const x = (share: number) => LEFT + share * WIDE;
  const y = (share: number) => GROUND - share * WIDE;
  return (
    <Figure title={title} sub={sub} says={says} file={file}
      table={{
        head: [t("reliability.said"), t("reliability.happened"), t("reliability.from"), t("reliability.to")],
        rows: of.levels.map(({ said, happened }) => [Math.round(said * 100), tenth(happened), ...wilson(happened, of.forecasts).map(tenth)]),
      }}>
      <svg className="fin plot" width={SIZE} height={SIZE} viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={says}>
        {[0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => (
          <g key={share}>
            <path className={share === 0 ? "rule" : "grid"} d={`M${LEFT} ${y(share)}H${LEFT + WIDE}`} />
            <path className={share === 0 ? "rule" : "grid"} d={`M${x(share)} ${TOP}V${GROUND}`} />
            <text className="ax" textAnchor="end" x={LEFT - 8} y={y(share) + 4}>{Math.round(share * 100)}</text>
            <text className="ax" textAnchor="middle" x={x(share)} y={GROUND + 18}>{Math.round(share * 100)}</text>
          </g>
        ))}
        <path className="diagonal" d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} />
        {of.levels.map(({ said, happened }) => {
          const [from, to] = wilson(happened, of.forecasts);
          const chosen = Math.abs(said - 0.8) < 0.001;
          return (
            <g key={said} className={chosen ? "chosen" : undefined}>
              <path className="spread" d={`M${x(said)} ${y(from)}V${y(to)}`} />
              <circle className="dot" cx={x(said)} cy={y(happened)} r={chosen ? 5 : 4} />
            </g>
          );
        })}
        <text className="ax" textAnchor="middle" x={x(0.5)} y={GROUND + 38}>{t("reliability.said")}</text>
        <text className="ax" textAnchor="middle" transform={`translate(12 ${y(0.5)}) rotate(-90)`}>{t("reliability.happened")}</text>
      </svg>
    </Figure>
  );
}

const tenth = (share: number) => Math.round(share * 1000) / 10;
