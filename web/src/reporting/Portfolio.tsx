import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import { portfolioQuery, type SeenPortfolio } from "../api/queries";
import { PromiseWatch } from "../forecasting/PromiseWatch";
import { useCan } from "../identity/session";
import { monthAxis } from "../ui/axis";
import { useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { useWidth } from "../ui/scale";
import { Asked, Empty } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { FinKey, WhoIsShort } from "./Below";
import { answer } from "./answer";
import { AxisHead, ProjectRow } from "./ProjectRow";
import "./portfolio.css";

/// All projects on one axis: when each is likely done, whether it keeps its promise, and what waits for a decision.
export default function Portfolio() {
  const { t } = useWords();
  const can = useCan();
  const asked = useQuery(portfolioQuery);
  const dates = useDates();
  const now = asked.data?.now;
  return (
    <>
      <PageHead title={t("portfolio.title")}>
        {now && <span className="sub">{t("portfolio.asOf", { time: dates.time(now) })}</span>}
        {can("portfolio.see") && (
          <>
            <Link className="btn bare" to="/portfolio/forecast">
              {t("portfolioForecast.title")}
            </Link>
            <a className="btn bare" href="/api/portfolio/report" download>
              {t("portfolio.paper")}
            </a>
            <Link className="btn bare" to="/value">
              {t("value.title")}
            </Link>
          </>
        )}
        {can("work.see") && (
          <Link className="btn bare" to="/lessons">
            {t("lessons.title")}
          </Link>
        )}
        {can("history.see") && (
          <Link className="btn bare" to="/history">
            {t("history.title")}
          </Link>
        )}
        {can("project.create") && (
          <>
            <Link className="btn" to="/import">
              {t("portfolio.read")}
            </Link>
            <Link className="btn go" to="/projects/new">
              {t("project.new")}
            </Link>
          </>
        )}
      </PageHead>
      <Asked of={asked}>{(portfolio) => (portfolio.projects.length === 0 ? <None /> : <Projects rows={portfolio} />)}</Asked>
    </>
  );
}

function None() {
  const { t } = useWords();
  const can = useCan();
  if (!can("project.create")) return <Empty title={t("portfolio.none.yours")}>{t("portfolio.none.yours.detail")}</Empty>;
  return (
    <Empty
      title={t("portfolio.none")}
      acts={
        <>
          <Link className="btn go" to="/projects/new">
            {t("portfolio.none.new")}
          </Link>
          <Link className="btn" to="/import">
            {t("portfolio.none.read")}
          </Link>
        </>
      }
    >
      {t("portfolio.none.detail")}
    </Empty>
  );
}

function Projects({ rows }: { rows: SeenPortfolio }) {
  const words = useWords();
  const dates = useDates();
  const measured = useRef<HTMLTableCellElement>(null);
  const width = useWidth(measured, 500);
  const { t } = words;
  const open = rows.projects.filter((row) => row.status !== "finished");
  const finished = rows.projects.filter((row) => row.status === "finished");
  const now = Date.parse(rows.now);
  const reckoned = !rows.bare;
  const instants = open.flatMap((row) =>
    [row.start, row.plannedFinish, row.likely?.[4], row.promise?.by].filter((at) => at !== undefined).map(Date.parse),
  );
  const axis = monthAxis(instants, now, width);
  const todayAt = axis.x(now);
  return (
    <>
      <p className="say">
        <Rich>{answer(rows, words, dates)}</Rich>
      </p>
      <table className="pf" style={{ "--today": `${todayAt}px` } as React.CSSProperties}>
        <thead>
          <tr>
            <th scope="col">{t("portfolio.project")}</th>
            <th scope="col" className="fx">
              <div ref={measured as React.RefObject<never>}>
                <AxisHead axis={axis} now={now} />
              </div>
              <span className="sr">{t("portfolio.finish")}</span>
            </th>
            <th scope="col">{t("portfolio.planned")}</th>
            {reckoned && <th scope="col">{t("portfolio.likely")}</th>}
            {reckoned && <th scope="col">{t("portfolio.decision")}</th>}
          </tr>
        </thead>
        <tbody>
          {open.map((row) => (
            <ProjectRow key={row.id} row={row} axis={axis} now={now} reckoned={reckoned} />
          ))}
        </tbody>
      </table>
      <div className="low">
        <PromiseWatch portfolio={rows} />
        {rows.short && rows.short.length > 0 && <WhoIsShort short={rows.short} />}
        {reckoned && <FinKey />}
        {finished.length > 0 && (
          <section>
            <h2>{t("portfolio.finished")}</h2>
            <ul className="rows">
              {finished.map((row) => (
                <li key={row.id}>
                  <Link className="lnk" to="/projects/$project" params={{ project: row.id }}>
                    {row.name}
                  </Link>
                  <span className="i2">{row.plannedFinish && dates.day(row.plannedFinish)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}
