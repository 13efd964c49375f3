import type { Day, Load } from "../api/types";
import type { Dates } from "../ui/dates";
import { useWords } from "../words/words";

type Cells = Load["people"][number]["cells"];

const step = 13;
const height = 24;
const full = 16;

/// One person's weeks as columns on a line: a full column is all of their time; what is more stands hatched above.
export function LoadLine({ periods, cells, dates }: { periods: Day[]; cells: Cells; dates: Dates }) {
  const { t } = useWords();
  const over = cells.flatMap(({ percent }, i) => (percent > 100 ? [{ percent, week: periods[i]! }] : []));
  const most = Math.max(0, ...cells.map(({ percent }) => percent));
  return (
    <span className="loadline">
      <svg width={cells.length * step} height={height} aria-hidden="true">
        <path className="rule" d={`M0 ${height - 0.5}H${cells.length * step}`} />
        {cells.map(({ percent, away }, i) => (
          <g key={periods[i]}>
            {away && <rect className="off" x={i * step} y={height - full} width={step - 3} height={full} />}
            <Column x={i * step} percent={percent} />
          </g>
        ))}
      </svg>
      {over.length > 0 ? (
        <b className="c-late">
          {t("load.overFrom", { percent: Math.max(...over.map((each) => each.percent)), week: dates.day(over[0]!.week) })}
        </b>
      ) : (
        <span className="lab">{most === 0 ? t("load.free") : t("load.upTo", { percent: most })}</span>
      )}
    </span>
  );
}

function Column({ x, percent }: { x: number; percent: number }) {
  const within = (Math.min(percent, 100) / 100) * full;
  const above = (Math.min(Math.max(percent - 100, 0), 50) / 100) * full;
  return (
    <>
      <rect className="work" x={x} y={height - within} width={step - 3} height={within} />
      {above > 0 && <rect className="over" x={x} y={height - full - above} width={step - 3} height={above} />}
    </>
  );
}
