import { Link } from "@tanstack/react-router";
import type { Decision, PortfolioRow } from "../api/types";
import { MoneyOf } from "../money/MoneyOf";
import { labelsOf, type MonthAxis } from "../ui/axis";
import { lastMoment, useDates } from "../ui/dates";
import { Fin, Pennant } from "../ui/Fin";
import { quantiles, type Quantiles } from "../ui/fin";
import { useWords } from "../words/words";

export function AxisHead({ axis, now }: { axis: MonthAxis; now: number }) {
  const { t } = useWords();
  const dates = useDates("UTC");
  const labels = labelsOf(axis, (iso) => dates.month(iso));
  const today = Math.max(25, Math.min(axis.width - 25, axis.x(now)));
  return (
    <svg width={axis.width} height="30" aria-hidden="true">
      {labels.map(({ x, label, january }) => (
        <g key={x}>
          <path className="rule" d={`M${x + 0.5} 18V30`} />
          <text className={january ? "ax k" : "ax"} x={x + 3} y="27">{label}</text>
        </g>
      ))}
      <rect x={today - 25} y="0" width="50" height="15" rx="2" fill="var(--accent)" />
      <text x={today} y="11.5" fontSize="11" fontWeight="600" textAnchor="middle" fill="var(--on-accent)">
        {t("portfolio.today")}
      </text>
    </svg>
  );
}

/// @param reckoned whether the reader may see what was reckoned over all projects; else there is only what is planned
export function ProjectRow({ row, axis, now, reckoned }: { row: PortfolioRow; axis: MonthAxis; now: number; reckoned: boolean }) {
  const { t } = useWords();
  const dates = useDates();
  const client = typeof row.client === "string" ? row.client : row.client?.name;
  return (
    <tr>
      <th scope="row">
        <Link to="/projects/$project" params={{ project: row.id }}>
          {row.name}
        </Link>
        <span>{client ?? t("portfolio.inside")}</span>
        <span>
          <Accountable row={row} />
        </span>
        <MoneyOf project={row.id} />
      </th>
      <td className="fx">
        <Drawing row={row} axis={axis} now={now} />
      </td>
      <td className="pl">
        <span className="sr">{t("portfolio.planned")} </span>
        {row.plannedFinish ? dates.day(lastMoment(row.plannedFinish)) : "–"}
      </td>
      {reckoned && (
        <>
          <td className="dt">
            <b>{row.likely ? dates.day(lastMoment(row.likely[3]!)) : "–"}</b>
            <PromiseLine row={row} now={now} />
          </td>
          <td className="de">
            <Decisions of={row} />
          </td>
        </>
      )}
    </tr>
  );
}

function Accountable({ row }: { row: PortfolioRow }) {
  const { t } = useWords();
  if (!row.accountable) return t("portfolio.vacant");
  return t(row.accountable.acting ? "portfolio.acting" : "portfolio.accountable", { name: row.accountable.name });
}

function PromiseLine({ row, now }: { row: PortfolioRow; now: number }) {
  const { t } = useWords();
  const dates = useDates();
  if (!row.promise) return <span className="i3">{t("portfolio.unpromised")}</span>;
  const day = dates.day(lastMoment(row.promise.by));
  if (row.promise.chance === undefined) return <span>{t("portfolio.promised", { day })}</span>;
  const chance = dates.percent(row.promise.chance);
  if (Date.parse(row.promise.by) < now) return <span className="c-late">{t("portfolio.late", { day })}</span>;
  if (row.promise.chance < 0.2) return <span className="c-late">{t("portfolio.lateChance", { chance, day })}</span>;
  if (row.promise.chance < 0.75) return <span className="c-risk">▲ {t("portfolio.chance", { chance, day })}</span>;
  return <span>{t("portfolio.chance", { chance, day })}</span>;
}

function Decisions({ of }: { of: PortfolioRow }) {
  const { t } = useWords();
  const decisions = of.decisions ?? [];
  const [first] = decisions;
  if (!first) return <p className="i3">{t("app.nothing")}</p>;
  return (
    <>
      <p>
        <b>
          <DecisionText of={first} />
        </b>
      </p>
      {decisions.length > 1 && <p className="i2">{t("portfolio.more", { more: decisions.length - 1 })}</p>}
      <p>
        <Link
          className="lnk"
          to="/projects/$project"
          params={{ project: first.project ?? of.id }}
          search={first.task ? { task: first.task } : {}}
        >
          {t("portfolio.decide")}
          <span className="sr">: {of.name}</span>
        </Link>
      </p>
    </>
  );
}

export function DecisionText({ of }: { of: Decision }) {
  const { word } = useWords();
  return word(`decision.${of.code}`, { text: of.text }) ?? of.text;
}

const height = 62;
const base = 50;

function Drawing({ row, axis, now }: { row: PortfolioRow; axis: MonthAxis; now: number }) {
  const { t } = useWords();
  const dates = useDates();
  const start = Date.parse(row.start);
  const q = row.likely && (quantiles(row.likely).map(axis.x) as unknown as Quantiles);
  const clip = (x: number) => Math.max(0, Math.min(axis.width, x));
  const label = t("portfolio.drawing", {
    name: row.name,
    start: dates.day(row.start),
    likely: row.likely ? dates.day(lastMoment(row.likely[3]!)) : "–",
    promised: row.promise ? dates.day(lastMoment(row.promise.by)) : "–",
  });
  return (
    <svg className="fin" width={axis.width} height={height} viewBox={`0 0 ${axis.width} ${height}`} role="img" aria-label={label}>
      {start < now && (
        <rect className="done" x={clip(axis.x(start))} y={base - 5} width={clip(axis.x(now)) - clip(axis.x(start))} height="5" />
      )}
      {q && <Fin left={clip(axis.x(Math.max(start, now)))} q={q} top={26} base={base} />}
      {!q && row.plannedFinish && (
        <rect className="w" x={clip(axis.x(Math.max(start, now)))} y={26} rx="1.5" height={base - 26}
          width={Math.max(2, clip(axis.x(Date.parse(row.plannedFinish))) - clip(axis.x(Math.max(start, now))))} />
      )}
      {(row.milestones ?? []).map((milestone) => {
        const at = axis.x(Date.parse(milestone.at));
        if (at < 0 || at > axis.width) return null;
        const past = Date.parse(milestone.at) <= now;
        return (
          <path
            key={milestone.name + milestone.at}
            d={`M${at} ${base - 4.5}l4.5 4.5l-4.5 4.5l-4.5 -4.5z`}
            className={past ? "done" : "ahead"}
          />
        );
      })}
      {row.promise && <Pennant at={clip(axis.x(Date.parse(row.promise.by)))} end={axis.width} top={18} base={base} chance={row.promise.chance} />}
      <path className="rule" d={`M0 ${base + 0.5}H${axis.width}`} />
    </svg>
  );
}
