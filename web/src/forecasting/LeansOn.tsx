import { Link } from "@tanstack/react-router";
import { Figure } from "../ui/Figure";
import type { ForecastDetail } from "../api/types";
import type { Dates } from "../ui/dates";
import { useCan } from "../identity/session";
import { Rich, useWords } from "../words/words";
import { useKindWords } from "./kinds";

type Leant = ForecastDetail["basis"]["leansOn"][number];

/// On which past work the forecast rests, by kind and team, or that there is none yet.
export function LeansOn({ basis, dates, file }: { basis: ForecastDetail["basis"]; dates: Dates; file: string }) {
  const { t } = useWords();
  const can = useCan();
  const kind = useKindWords();
  if (basis.from === "prior") {
    return (
      <div className="figure">
        <h2>{t("forecast.leans")}</h2>
        <p className="notice plain">
          <b>{t("forecast.prior")}</b>
          {t("forecast.prior.detail", { finished: basis.finishedWork })}
        </p>
        {can("history.see") && <p><Link className="lnk" to="/history">{t("forecast.history.open")}</Link></p>}
      </div>
    );
  }
  const named = (each: Leant) => (each.kind ? kind(each.kind) : t("forecast.leans.others"));
  const first = basis.leansOn[0];
  const says = first
    ? t("forecast.leans.says", { finished: dates.number(basis.finishedWork), kind: named(first), weight: dates.percent(first.weight) })
    : t("forecast.leans.hidden", { finished: dates.number(basis.finishedWork) });
  return (
    <Figure title={t("forecast.leans")} sub={t("forecast.leans.read", { learned: basis.learnedTasks, open: basis.openTasks })} says={says} file={file}
      table={{
        head: [t("forecast.table.kind"), t("forecast.table.team"), t("forecast.table.weight"), t("forecast.table.count"), t("forecast.table.ratio")],
        rows: basis.leansOn.map((each) => [named(each), each.team ?? "", Math.round(each.weight * 1000) / 10, each.count, each.ratio === undefined ? "" : Math.round(each.ratio * 100) / 100]),
      }}>
      {basis.leansOn.length > 0 && <Bars leansOn={basis.leansOn} named={named} dates={dates} says={says} />}
      <Families basis={basis} dates={dates} />
      <p className="why">
        <Rich>{basis.together > 0.005 ? t("forecast.together", { together: Math.round(basis.together * 100) / 100 }) : t("forecast.together.none")}</Rich>
      </p>
      {can("history.see") && (
        <p className="acts">
          <Link className="lnk" to="/history/reliability">{t("forecast.reliability.open")}</Link>
          <Link className="lnk" to="/history">{t("forecast.history.open")}</Link>
        </p>
      )}
    </Figure>
  );
}

function Families({ basis, dates }: { basis: ForecastDetail["basis"]; dates: Dates }) {
  const { t } = useWords();
  const kind = useKindWords();
  const times = (ratio: number) => dates.number(Math.round(ratio * 100) / 100);
  if (basis.families.length === 0) return null;
  return (
    <ul className="why">
      {basis.families.map(({ family, count, half, most }) => (
        <li key={family}>{t("forecast.family", { family: kind(family), count: dates.number(count), half: times(half), most: times(most) })}</li>
      ))}
    </ul>
  );
}

const WIDTH = 440;
const ROW = 37;

function Bars({ leansOn, named, dates, says }: { leansOn: Leant[]; named: (each: Leant) => string; dates: Dates; says: string }) {
  const { t } = useWords();
  const most = Math.max(...leansOn.map(({ weight }) => weight));
  return (
    <svg className="fin leant" width="100%" viewBox={`0 0 ${WIDTH} ${leansOn.length * ROW}`} role="img" aria-label={says}>
      {leansOn.map((each, i) => {
        const y = i * ROW;
        const wide = (each.weight / most) * 130;
        return (
          <g key={`${each.kind} ${each.team}`}>
            <text className="what" x="0" y={y + 14}>{named(each)}</text>
            <text className="ax" x="0" y={y + 28}>
              {[t("forecast.leans.count", { count: each.count }), each.team && t("forecast.leans.team", { team: each.team })].filter(Boolean).join(" · ")}
            </text>
            <rect className={each.kind ? "w" : "off"} x="216" width={wide} y={y + 5} height="13" />
            <text className="ax k" x={216 + wide + 6} y={y + 16}>{dates.percent(each.weight)}</text>
            <text className="ax" textAnchor="end" x={WIDTH} y={y + 16}>{each.ratio === undefined ? "" : t("forecast.leans.ratio", { ratio: dates.number(Math.round(each.ratio * 100) / 100) })}</text>
          </g>
        );
      })}
    </svg>
  );
}
