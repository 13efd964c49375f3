import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { maintenanceCalendarQuery } from "../api/queries";
import type { MaintenanceCalendar } from "../api/types";
import { useDates } from "../ui/dates";
import { useWidth } from "../ui/scale";
import { wide } from "../ui/ticks";
import { useWords } from "../words/words";

const TALL = 96;
const FOOT = 34;

/// Rounds a quarter, five years ahead.
export function YearsAhead() {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box as React.RefObject<never>, 640);
  const calendar = useQuery(maintenanceCalendarQuery(5)).data;
  return (
    <section className="mt-years" aria-labelledby="ahead">
      <h2 id="ahead" className="mt-head">{t("maintenance.ahead")}</h2>
      <div ref={box}>{calendar && <Bars calendar={calendar} width={width} />}</div>
    </section>
  );
}

function Bars({ calendar, width }: { calendar: MaintenanceCalendar; width: number }) {
  const { t } = useWords();
  const dates = useDates();
  const quarters: { from: string; rounds: number }[] = [];
  for (const { month, rounds } of calendar.months) {
    const begins = quarters.length === 0 || ["01", "04", "07", "10"].includes(month.slice(5, 7));
    if (begins) quarters.push({ from: month, rounds: 0 });
    for (const count of Object.values(rounds)) quarters.at(-1)!.rounds += count ?? 0;
  }
  const most = Math.max(1, ...quarters.map(({ rounds }) => rounds));
  const each = width / quarters.length;
  const base = TALL - FOOT;
  return (
    <svg className="fin" width={width} height={TALL} viewBox={`0 0 ${width} ${TALL}`} role="img"
      aria-label={t("maintenance.ahead.drawn", { all: calendar.rounds, said: quarters.map(({ from, rounds }) => `${from.slice(0, 7)}: ${rounds}`).join("; ") })}>
      {quarters.map(({ from, rounds }, place) => {
        const x = place * each;
        const high = (rounds / most) * (base - 14);
        return (
          <g key={from}>
            <rect className="w" x={x + each * 0.1} y={base - high} width={each * 0.8} height={high} />
            {each >= 26 && rounds > 0 && <text className="ax" x={x + each / 2} y={base - high - 4} textAnchor="middle">{dates.number(rounds)}</text>}
            {each >= 26 && <text className="ax" x={x + each / 2} y={base + 14} textAnchor="middle">Q{Math.floor((Number(from.slice(5, 7)) - 1) / 3) + 1}</text>}
            {(place === 0 || from.slice(5, 7) === "01") && x + each * 0.1 + wide(from.slice(0, 4)) <= width && <text className="ax k" x={x + each * 0.1} y={base + 28}>{from.slice(0, 4)}</text>}
          </g>
        );
      })}
      <path className="rule" d={`M0 ${base + 0.5}H${width}`} />
    </svg>
  );
}
