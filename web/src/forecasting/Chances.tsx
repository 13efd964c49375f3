import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ForecastDetail } from "../api/types";
import type { Dates } from "../ui/dates";
import { csvOf, hand } from "../ui/figureFiles";
import { lastMoment } from "../ui/dates";
import { useWords } from "../words/words";

type Row = ForecastDetail["rows"][number];
const ASKED = ["promised", "milestones", "critical", "all"] as const;
type Asked = (typeof ASKED)[number];
const PAGE = 100;

const those: Record<Asked, (row: Row) => boolean> = {
  promised: (row) => row.promised !== undefined,
  milestones: (row) => row.kind === "milestone",
  critical: (row) => row.critical >= 0.1,
  all: () => true,
};

/// Each task with its dates and their chances.
export function Chances({ project, rows, dates, file }: { project: string; rows: Row[]; dates: Dates; file: string }) {
  const { t } = useWords();
  const [asked, ask] = useState<Asked>(() => ASKED.find((each) => rows.some(those[each])) ?? "all");
  const [shown, show] = useState(PAGE);
  const found = rows.filter(those[asked]).filter((row) => asked === "all" || !row.finished || asked === "promised");
  const ordered = asked === "critical" ? found.toSorted((a, b) => b.critical - a.critical) : found;
  const day = (at: string) => dates.weekdayDay(lastMoment(at));
  const head = ["task", "planned", "p10", "p50", "p80", "p90", "critical", "promised", "kept"] as const;
  const take = () =>
    hand(`${file}.csv`, csvOf({
      head: head.map((each) => t(`forecast.column.${each}`)),
      rows: ordered.map((row) => [row.name, row.planned, row.finish[1]!, row.finish[2]!, row.finish[3]!, row.finish[4]!, row.critical, row.promised ?? "", row.chance ?? ""]),
    }));
  return (
    <section className="chances" aria-labelledby="chances">
      <header>
        <h2 id="chances">{t("forecast.chances")}</h2>
        <span className="seg" role="group" aria-label={t("forecast.chances.which")}>
          {ASKED.map((each) => (
            <button key={each} type="button" aria-pressed={each === asked} onClick={() => { ask(each); show(PAGE); }}>
              {t(`forecast.chances.${each}`)}
            </button>
          ))}
        </span>
        <button className="btn bare" type="button" onClick={take}>{t("figure.csv")}</button>
      </header>
      {ordered.length === 0 ? <p className="i3 none">{t(`forecast.chances.none.${asked}`)}</p> : (
        <div className="scrolled" tabIndex={0} role="region" aria-labelledby="chances">
          <table className="tbl stack">
            <thead>
              <tr>
                {head.map((each) => (
                  <th key={each} scope="col" className={each === "task" ? "" : "n"}>{t(`forecast.column.${each}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ordered.slice(0, shown).map((row) => (
                <tr key={row.task} className={row.finished ? "over" : row.kind}>
                  <th scope="row" style={asked === "all" ? { paddingLeft: 16 + row.depth * 14 } : undefined}>
                    <Link to="/projects/$project" params={{ project }} search={{ task: row.task } as never}>{row.name}</Link>
                  </th>
                  <td className="n" data-label={t("forecast.column.planned")}>{day(row.planned)}</td>
                  {row.finished ? (
                    <td className="n i3" colSpan={5} data-label={t("forecast.column.p80")}>{t("forecast.finished")}</td>
                  ) : (
                    <>
                      <td className="n i3" data-label={t("forecast.column.p10")}>{day(row.finish[1]!)}</td>
                      <td className="n" data-label={t("forecast.column.p50")}>{day(row.finish[2]!)}</td>
                      <td className="n likely" data-label={t("forecast.column.p80")}>{day(row.finish[3]!)}</td>
                      <td className="n i3" data-label={t("forecast.column.p90")}>{day(row.finish[4]!)}</td>
                      <td className="n" data-label={t("forecast.column.critical")}>
                        {row.kind === "summary" ? "" : <Share share={row.critical} dates={dates} />}
                      </td>
                    </>
                  )}
                  <td className="n" data-label={t("forecast.column.promised")}>{row.promised ? day(row.promised) : ""}</td>
                  <td className="n" data-label={t("forecast.column.kept")}>{row.chance === undefined ? "" : <Kept row={row} dates={dates} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {ordered.length > shown && (
        <p className="acts">
          <button className="btn" type="button" onClick={() => show(shown + PAGE)}>{t("forecast.more", { left: ordered.length - shown })}</button>
        </p>
      )}
    </section>
  );
}

function Share({ share, dates }: { share: number; dates: Dates }) {
  return (
    <span className="share">
      <i style={{ width: `${Math.round(share * 44)}px` }} />
      {dates.percent(share)}
    </span>
  );
}

function Kept({ row, dates }: { row: Row; dates: Dates }) {
  const { t } = useWords();
  const chance = row.chance!;
  if (row.finished) return chance > 0.5 ? t("forecast.kept") : <span className="c-late">{t("forecast.broken")}</span>;
  const state = chance >= 0.75 ? "" : chance < 0.2 ? "c-late" : "c-risk";
  return <b className={state}>{state === "c-risk" ? "▲\u00a0" : ""}{dates.percent(chance)}</b>;
}
