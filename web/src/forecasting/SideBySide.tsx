import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { draftCostQuery } from "../api/queries";
import type { Draft } from "../api/types";
import type { Forecast } from "../planning/plan";
import { lastMoment } from "../ui/dates";
import { useDates, type Dates } from "../ui/dates";
import { Fin } from "../ui/Fin";
import { quantiles, type Quantiles } from "../ui/fin";
import { useWidth } from "../ui/scale";
import { wide } from "../ui/ticks";
import { Rich, useWords } from "../words/words";

const DAY = 86_400_000;

/// When it ends today and in the draft, under one ruler.
export function SideBySide({ project, draft, today, tried }: { project: string; draft: Draft; today?: Forecast; tried?: Forecast }) {
  const { t } = useWords();
  const dates = useDates();
  const likely = (forecast: Forecast | undefined, planned: string) => forecast?.finish?.[3] ?? planned;
  const was = likely(today, draft.finish.was);
  const now = likely(tried, draft.finish.now);
  const of = (at: string) => Date.parse(dates.dayOf(lastMoment(at)));
  const days = Math.round((of(now) - of(was)) / DAY);
  const way = days > 0 ? "later" : days < 0 ? "earlier" : "same";
  return (
    <section className="sides" aria-label={t("drafts.sides")}>
      <Side name={t("drafts.today")} likely={was} planned={draft.finish.was} forecast={today} dates={dates} />
      <Side name={t("drafts.this")} likely={now} planned={draft.finish.now} forecast={tried} dates={dates} chosen />
      <div className="ruler">
        <p className="lead"><Rich>{t(`drafts.${way}`, { days: t("forecast.days", { days: Math.abs(days) }) })}</Rich></p>
        {today?.finish && tried?.finish && <Ruler was={quantiles(today.finish)} now={quantiles(tried.finish)} dates={dates} />}
        <Cost draft={draft} project={project} dates={dates} />
        <Promises today={today} tried={tried} dates={dates} />
      </div>
    </section>
  );
}

/// What the work takes, and costs for whoever may see rates.
function Cost({ project, draft, dates }: { project: string; draft: Draft; dates: Dates }) {
  const { t } = useWords();
  const { data } = useQuery(draftCostQuery(project, draft.id));
  if (!data) return null;
  const hours = (minutes: number) => Math.round(minutes / 60);
  const was = data.was && dates.money(data.was.minor, data.was.currency);
  const now = data.now && dates.money(data.now.minor, data.now.currency);
  return (
    <p className="cost">
      {t(hours(data.minutesWas) === hours(data.minutesNow) ? "drafts.hours.same" : "drafts.hours", { was: hours(data.minutesWas), now: hours(data.minutesNow) })}
      {was && now && <>. {t(was === now ? "drafts.cost.same" : "drafts.cost", { was, now })}.</>}
      {was && data.unrated >= 30 && <span className="i3"> {t("drafts.unrated", { hours: hours(data.unrated) })}</span>}
    </p>
  );
}

function Side({ name, likely, planned, forecast, dates, chosen }: {
  name: string;
  likely: string;
  planned: string;
  forecast?: Forecast;
  dates: Dates;
  chosen?: boolean;
}) {
  const { t } = useWords();
  const end = lastMoment(likely);
  return (
    <div className={chosen ? "side chosen" : "side"}>
      <p className="lab">{name}, {t(forecast?.finish ? "drafts.likely" : "drafts.plannedOnly")}</p>
      <p className="h">{dates.weekdayDay(end).split("\u00a0")[0]}{"\u00a0"}{dates.dayLong(end)}</p>
      <p className="i2">{t("drafts.plannedFor", { day: dates.weekdayDay(lastMoment(planned)) })}</p>
    </div>
  );
}

/// Both fins, one above the other; the draft's in accent.
function Ruler({ was, now, dates }: { was: Quantiles; now: Quantiles; dates: Dates }) {
  const { t } = useWords();
  const measured = useRef<HTMLDivElement>(null);
  const width = useWidth(measured, 520);
  const first = Math.min(was[0], now[0]);
  const last = Math.max(was[5], now[5]);
  const pad = Math.max(DAY, (last - first) * 0.05);
  const x = (at: number) => ((at - first + pad) / (last - first + 2 * pad)) * width;
  const scaled = (q: Quantiles) => q.map((at) => x(at)) as unknown as Quantiles;
  const say = (at: number) => dates.full(lastMoment(new Date(at).toISOString()));
  const written = apart([was[3], now[3], was[1], now[1]].map((at) => {
    const label = dates.day(lastMoment(new Date(at).toISOString()));
    return { at, label, middle: Math.min(width - wide(label) / 2, Math.max(wide(label) / 2, x(at))) };
  }));
  return (
    <div ref={measured}>
      <svg className="fin" width={width} height="86" viewBox={`0 0 ${width} 86`} role="img" aria-label={t("drafts.fins", { was: say(was[3]), now: say(now[3]) })}>
        <text className="ax" x="0" y="10">{t("drafts.today")}</text>
        <Fin left={0} q={scaled(was)} top={14} base={32} />
        <text className="ax" x="0" y="46">{t("drafts.this")}</text>
        <Fin left={0} q={scaled(now)} top={50} base={68} fill="url(#fin-a)" />
        <path className="rule" d={`M0 68.5H${width}`} />
        {written.map(({ at, label, middle }) => <text key={at} className="ax" textAnchor="middle" x={middle} y="82">{label}</text>)}
      </svg>
    </div>
  );
}

/// Those that are not written over an earlier one of the list.
function apart<Label extends { label: string; middle: number }>(labels: Label[]): Label[] {
  const kept: Label[] = [];
  for (const each of labels) if (kept.every((other) => Math.abs(other.middle - each.middle) >= (wide(other.label) + wide(each.label)) / 2 + 8)) kept.push(each);
  return kept;
}

function Promises({ today, tried, dates }: { today?: Forecast; tried?: Forecast; dates: Dates }) {
  const { t } = useWords();
  const before = new Map((today?.promises ?? []).map((promise) => [promise.task, promise.chance]));
  const both = (tried?.promises ?? []).filter(({ task, chance }) => Math.abs((before.get(task) ?? -1) - chance) >= 0.01);
  if (both.length === 0) return null;
  return (
    <ul className="kept">
      {both.slice(0, 4).map(({ task, by, promisedTo, chance }) => (
        <li key={task}>
          {t("drafts.promise", { day: dates.weekdayDay(lastMoment(by)), to: promisedTo ?? "" })}{" "}
          {before.has(task) && <s>{dates.percent(before.get(task)!)}</s>} <b className="c-accent">{dates.percent(chance)}</b>
        </li>
      ))}
    </ul>
  );
}
