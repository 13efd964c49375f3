import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { portfolioForecastQuery } from "../api/queries";
import type { PortfolioForecast } from "../api/types";
import { lastMoment, useDates, type Dates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { Asked, Empty } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { FinishChart } from "./FinishChart";
import "./forecasting.css";

/// When all open projects are done and how sure that is; then which of them is the last.
export default function PortfolioForecastPage() {
  const { t } = useWords();
  const asked = useQuery(portfolioForecastQuery);
  return (
    <>
      <PageHead title={t("portfolioForecast.title")}>
        {asked.data && asked.data.runs > 0 && <span className="sub">{t("portfolioForecast.how", { runs: asked.data.runs })}</span>}
        <Link className="btn bare" to="/">{t("portfolio.title")}</Link>
      </PageHead>
      <Asked of={asked}>
        {(forecast) => forecast.runs === 0
          ? <Empty title={t("portfolioForecast.none")}>{t("portfolioForecast.none.detail")}</Empty>
          : <Shown forecast={forecast} />}
      </Asked>
    </>
  );
}

function Shown({ forecast }: { forecast: PortfolioForecast }) {
  const dates = useDates(forecast.zone);
  return (
    <div className="forecast">
      <section className="top">
        <Hero forecast={forecast} dates={dates} />
        <FinishChart days={forecast.days} finish={forecast.finish} dates={dates} file={`portfolio-${dates.today}`} />
      </section>
      <Rows forecast={forecast} dates={dates} />
    </div>
  );
}

function Hero({ forecast, dates }: { forecast: PortfolioForecast; dates: Dates }) {
  const { t } = useWords();
  const day = (at: string) => dates.weekdayDay(lastMoment(at));
  const [, p10, p50, p80, p90] = forecast.finish as [string, string, string, string, string];
  return (
    <div className="hero">
      <p className="lab">{t("portfolioForecast.likely", { projects: forecast.projects.length })}</p>
      <p className="h">{dates.weekdayDay(lastMoment(p80)).split("\u00a0")[0]}{"\u00a0"}{dates.dayLong(lastMoment(p80))}</p>
      <p className="lead">
        <Rich>{t("forecast.lead", { even: day(p50) })}</Rich>{" "}
        {forecast.promises > 0 && <Rich>{t("portfolioForecast.kept", { promises: forecast.promises, chance: dates.percent(forecast.kept) })}</Rich>}
      </p>
      <dl>
        <div><dt>{t("forecast.p10")}</dt><dd>{day(p10)}</dd></div>
        <div><dt>{t("forecast.p50")}</dt><dd>{day(p50)}</dd></div>
        <div className="now"><dt>{t("forecast.p80")}</dt><dd>{day(p80)}</dd></div>
        <div><dt>{t("forecast.p90")}</dt><dd>{day(p90)}</dd></div>
      </dl>
      <p className="lab">{t("portfolioForecast.common")}</p>
    </div>
  );
}

function Rows({ forecast, dates }: { forecast: PortfolioForecast; dates: Dates }) {
  const { t } = useWords();
  const day = (at: string | undefined) => (at ? dates.day(lastMoment(at)) : "");
  const rows = forecast.projects.toSorted((a, b) => b.finish[3]!.localeCompare(a.finish[3]!));
  return (
    <section className="scrolled" tabIndex={0} role="region" aria-label={t("portfolioForecast.each")}>
      <h2>{t("portfolioForecast.each")}</h2>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t("portfolio.project")}</th>
            <th scope="col" className="n">{t("forecast.planned")}</th>
            <th scope="col" className="n">{t("forecast.p10")}</th>
            <th scope="col" className="n">{t("forecast.p50")}</th>
            <th scope="col" className="n">{t("forecast.p80")}</th>
            <th scope="col" className="n">{t("forecast.p90")}</th>
            <th scope="col" className="n">{t("portfolioForecast.promises")}</th>
            <th scope="col" className="n">{t("portfolioForecast.last")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.project}>
              <td><Link className="lnk" to="/projects/$project/forecast" params={{ project: row.project }}>{row.name}</Link></td>
              <td className="n">{day(row.planned)}</td>
              <td className="n">{day(row.finish[1])}</td>
              <td className="n">{day(row.finish[2])}</td>
              <td className="n"><b>{day(row.finish[3])}</b></td>
              <td className="n">{day(row.finish[4])}</td>
              <td className="n">{row.kept === undefined ? t("portfolioForecast.noPromise") : t("portfolioForecast.promised", { promises: row.promises, chance: dates.percent(row.kept) })}</td>
              <td className="n">{dates.percent(row.last)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
