import { useMutation, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { get } from "../api/client";
import { forecastQuery, queries } from "../api/queries";
import type { ForecastDetail, LevelledForecast } from "../api/types";
import { live } from "../live/live";
import { ProjectSuggestions } from "../reporting/Suggestions";
import { lastMoment } from "../ui/dates";
import { useDates, type Dates } from "../ui/dates";
import { Asked, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { Chances } from "./Chances";
import { DriversChart } from "./DriversChart";
import { FinishChart, type Promised } from "./FinishChart";
import { LeansOn } from "./LeansOn";
import { ProjectHead } from "./ProjectHead";
import { TeamPaceLine } from "./TeamPaceLine";
import { Uncertain } from "./Uncertain";
import "./forecasting.css";

/// When a project ends and how sure that is; then what moves it, and on what it rests.
export default function ForecastPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const asked = useQuery(forecastQuery(project));
  useEffect(() => live.onEvent((event) => {
    if (event.noun === "forecast" && event.id === project) void queries.invalidateQueries({ queryKey: ["forecast", project] });
  }), [project]);
  return (
    <>
      <ProjectHead project={project} page="forecast.title">
        {asked.data && <How detail={asked.data} />}
      </ProjectHead>
      <Asked of={asked}>{(detail) => <Forecast project={project} detail={detail} />}</Asked>
    </>
  );
}

function How({ detail }: { detail: ForecastDetail }) {
  const { t } = useWords();
  const dates = useDates(detail.zone);
  const time = dates.isToday(detail.asOf) ? dates.time(detail.asOf) : dates.moment(detail.asOf);
  return <span className="sub">{t(detail.version < detail.current ? "forecast.how.older" : "forecast.how", { runs: dates.number(detail.runs), time, seed: detail.seed })}</span>;
}

function Forecast({ project, detail }: { project: string; detail: ForecastDetail }) {
  const dates = useDates(detail.zone);
  const promised = promiseOf(detail, dates);
  const file = (what: string) => `${what}-${dates.today}`;
  return (
    <div className="forecast">
      <section className="top">
        <Hero project={project} detail={detail} promised={promised} dates={dates} />
        <FinishChart days={detail.days} finish={detail.finish} promised={promised} dates={dates} file={file("finish")} />
      </section>
      <section className="below">
        <DriversChart project={project} detail={detail} dates={dates} file={file("drivers")} />
        <LeansOn basis={detail.basis} dates={dates} file={file("leans-on")} />
      </section>
      <TeamPaceLine project={project} />
      <ProjectSuggestions project={project} zone={detail.zone} />
      <Chances project={project} rows={detail.rows} dates={dates} file={file("chances")} />
    </div>
  );
}

/// The latest promise that isn't settled yet: that of the project.
function promiseOf(detail: ForecastDetail, dates: Dates): Promised | undefined {
  const open = detail.rows.filter(({ promised, chance, finished }) => promised && chance !== undefined && !finished);
  const last = open.toSorted((a, b) => a.promised!.localeCompare(b.promised!)).at(-1);
  return last && { day: dates.dayOf(lastMoment(last.promised!)), chance: last.chance!, to: last.promisedTo };
}

function Hero({ project, detail, promised, dates }: { project: string; detail: ForecastDetail; promised?: Promised; dates: Dates }) {
  const { t } = useWords();
  const day = (at: string) => dates.weekdayDay(lastMoment(at));
  const [, p10, p50, p80, p90] = detail.finish as [string, string, string, string, string];
  const weekday = dates.weekdayDay(lastMoment(p80)).split("\u00a0")[0];
  return (
    <div className="hero">
      <p className="lab">{t("forecast.likely")}</p>
      <p className="h">{weekday}{"\u00a0"}{dates.dayLong(lastMoment(p80))}</p>
      <p className="lead">
        <Rich>{t("forecast.lead", { even: day(p50) })}</Rich>{" "}
        {promised && <Rich>{t(promised.to ? "forecast.lead.promiseTo" : "forecast.lead.promise", { day: dates.weekdayDay(promised.day), to: promised.to ?? "", chance: dates.percent(promised.chance) })}</Rich>}
      </p>
      <dl>
        <div><dt>{t("forecast.p10")}</dt><dd>{day(p10)}</dd></div>
        <div><dt>{t("forecast.p50")}</dt><dd>{day(p50)}</dd></div>
        <div className="now"><dt>{t("forecast.p80")}</dt><dd>{day(p80)}</dd></div>
        <div><dt>{t("forecast.p90")}</dt><dd>{day(p90)}</dd></div>
        <div><dt>{t("forecast.planned")}</dt><dd>{day(detail.planned)}</dd></div>
      </dl>
      <Moved detail={detail} dates={dates} />
      <Uncertain project={project} basis={detail.basis} dates={dates} />
      <Levelled project={project} dates={dates} />
      <p className="lab">{t(detail.basis.from === "history" ? "forecast.from.history" : "forecast.from.prior", { finished: dates.number(detail.basis.finishedWork) })}</p>
    </div>
  );
}

/// What the company's own history changes.
function Moved({ detail, dates }: { detail: ForecastDetail; dates: Dates }) {
  const { t } = useWords();
  const plain = detail.basis.withoutHistory;
  if (plain === undefined) return null;
  const of = (at: string) => Date.parse(dates.dayOf(lastMoment(at)));
  const days = Math.round((of(detail.finish[3]!) - of(plain)) / 86_400_000);
  const way = days > 0 ? "later" : days < 0 ? "earlier" : "same";
  return (
    <p className="moved">
      <Rich>{t(`forecast.moved.${way}`, { day: dates.weekdayDay(lastMoment(plain)), days: t("forecast.days", { days: Math.abs(days) }) })}</Rich>
    </p>
  );
}

/// Which of the two speeds this is, and the other one for whoever asks.
function Levelled({ project, dates }: { project: string; dates: Dates }) {
  const { t } = useWords();
  const levelling = useMutation({ mutationFn: () => get<LevelledForecast>(`/api/projects/${project}/forecast/levelled`) });
  const day = (at: string | undefined) => (at ? dates.weekdayDay(lastMoment(at)) : "");
  return (
    <div className="speed">
      <p className="lab">
        {t("forecast.speed")}{" "}
        <button className="lnk" type="button" disabled={levelling.isPending} onClick={() => levelling.mutate()}>
          {t(levelling.isPending ? "forecast.levelling" : "forecast.level")}
        </button>
      </p>
      {levelling.error && <Notice problem={levelling.error} />}
      {levelling.data && (
        <p role="status">
          <Rich>{t("forecast.levelled", { runs: dates.number(levelling.data.runs), likely: day(levelling.data.levelled[3]), handedOn: day(levelling.data.handedOn[3]) })}</Rich>
        </p>
      )}
    </div>
  );
}
