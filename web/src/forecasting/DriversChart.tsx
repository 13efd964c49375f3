import { Link } from "@tanstack/react-router";
import { Figure } from "../ui/Figure";
import type { ForecastDetail } from "../api/types";
import type { Dates } from "../ui/dates";
import { useWords } from "../words/words";

const DAY = 24 * 60;
const ROWS = 8;
const ROW = 37;
const MIDDLE = 0.42;
const WIDTH = 440;
const NAMES = 178;

/// Which tasks move the finish, and how far: from the tenth of the runs in which each takes least to that in which it
/// takes most.
export function DriversChart({ project, detail, dates, file }: { project: string; detail: ForecastDetail; dates: Dates; file: string }) {
  const { t } = useWords();
  const names = new Map(detail.rows.map((row) => [row.task, row]));
  const lines = detail.drivers.filter(({ task }) => names.has(task)).slice(0, ROWS);
  const days = (minutes: number) => Math.round((minutes / DAY) * 10) / 10;
  const most = Math.max(1, ...lines.flatMap(({ ifShort, ifLong }) => [Math.abs(days(ifShort)), Math.abs(days(ifLong))]));
  const first = lines[0] && names.get(lines[0].task)!;
  const says = first
    ? t("forecast.drivers.says", { task: first.name, days: t("forecast.days", { days: Math.abs(days(lines[0]!.ifLong)) }), critical: dates.percent(lines[0]!.critical) })
    : t("forecast.drivers.none");
  const unit = Math.min((WIDTH - NAMES) * (1 - MIDDLE) - 56, (WIDTH - NAMES) * MIDDLE) / most;
  const zero = NAMES + (WIDTH - NAMES) * MIDDLE;
  const height = lines.length * ROW + 26;
  return (
    <Figure
      title={t("forecast.drivers")}
      sub={t("forecast.drivers.read")}
      says={says}
      file={file}
      table={{
        head: [t("forecast.table.task"), t("forecast.table.critical"), t("forecast.table.ifShort"), t("forecast.table.ifLong"), t("forecast.table.sensitivity")],
        rows: lines.map(({ task, critical, ifShort, ifLong, sensitivity }) => [names.get(task)!.name, Math.round(critical * 100), days(ifShort), days(ifLong), sensitivity]),
      }}
    >
      {lines.length > 0 && (
        <svg className="fin drivers" width="100%" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={says}>
          {lines.map(({ task, critical, ifShort, ifLong }, i) => {
            const y = i * ROW;
            const name = names.get(task)!.name;
            return (
              <g key={task}>
                <text className="what" x="0" y={y + 14}>{shortened(name)}</text>
                <text className="ax" x="0" y={y + 28}>{t("forecast.drivers.critical", { critical: dates.percent(critical) })}</text>
                <rect className="w" x={Math.min(zero, zero + days(ifShort) * unit)} width={Math.abs(days(ifShort) * unit)} y={y + 5} height="13" />
                <rect className="done" x={Math.min(zero, zero + days(ifLong) * unit)} width={Math.abs(days(ifLong) * unit)} y={y + 5} height="13" />
                <text className="by-how-much" x={Math.max(zero, zero + days(ifLong) * unit) + 6} y={y + 16}>{signed(days(ifLong), t)}</text>
              </g>
            );
          })}
          <path className="likely" d={`M${zero} 0V${lines.length * ROW}`} />
          <text className="ax" textAnchor="middle" x={zero} y={height - 6}>{t("forecast.drivers.mean")}</text>
        </svg>
      )}
      {first && (
        <p className="lab">
          <Link className="lnk" to="/projects/$project" params={{ project }} search={{ task: lines[0]!.task } as never}>
            {t("forecast.drivers.open", { task: first.name })}
          </Link>
        </p>
      )}
    </Figure>
  );
}

const shortened = (name: string) => (name.length <= 26 ? name : `${name.slice(0, 25).trimEnd()}…`);

function signed(days: number, t: ReturnType<typeof useWords>["t"]): string {
  return `${days > 0 ? "+" : days < 0 ? "\u2212" : ""}${t("forecast.daysShort", { days: Math.abs(days) })}`;
}
