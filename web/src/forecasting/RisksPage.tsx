import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { forecastQuery, peopleQuery, projectsQuery, queries, risksQuery } from "../api/queries";
import type { Risk, RiskList } from "../api/types";
import { useCan } from "../identity/session";
import { live } from "../live/live";
import { lastMoment } from "../ui/dates";
import { useDates, type Dates } from "../ui/dates";
import { DayField } from "../ui/DayField";
import { ChoiceField, TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { ProjectHead } from "./ProjectHead";
import "./forecasting.css";
import "./promises.css";

/// What may happen to a project: each risk with its chance, what it would do, and what it costs the likely finish.
export default function RisksPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const can = useCan();
  const asked = useQuery(risksQuery(project));
  const zone = useQuery(projectsQuery).data?.find(({ id }) => id === project)?.zone;
  const dates = useDates(zone);
  useEffect(() => live.onEvent((event) => {
    if (["forecast", "risk"].includes(event.noun) && event.id === project) void queries.invalidateQueries({ queryKey: ["risks", project] });
  }), [project]);
  return (
    <>
      <ProjectHead project={project} page="risks.title" />
      <Asked of={asked}>
        {(list) => (
          <>
            <p className="say"><Says list={list} dates={dates} /></p>
            <div className={can("plan.edit") ? "promises cols" : "promises"}>
              <Register project={project} list={list} dates={dates} />
              {can("plan.edit") && <AddRisk project={project} />}
            </div>
          </>
        )}
      </Asked>
    </>
  );
}

function Says({ list, dates }: { list: RiskList; dates: Dates }) {
  const { t } = useWords();
  const open = list.items.filter(({ risk }) => risk.state === "open");
  if (open.length === 0) return <>{t("risks.none")}</>;
  return <Rich>{t(list.likely ? "risks.says" : "risks.says.bare", { open: open.length, off: open.filter(({ risk }) => !risk.counted).length, likely: list.likely ? dates.weekdayDay(lastMoment(list.likely)) : "" })}</Rich>;
}

function Register({ project, list, dates }: { project: string; list: RiskList; dates: Dates }) {
  const { t } = useWords();
  if (list.items.length === 0) return <p className="text">{t("risks.none.detail")}</p>;
  return (
    <ul className="standing" aria-label={t("risks.title")}>
      {list.items.map((each) => <RiskRow key={each.risk.id} project={project} risk={each.risk} without={each.without} likely={list.likely} dates={dates} />)}
    </ul>
  );
}

type Of = { project: string; risk: Risk; dates: Dates };

function RiskRow({ project, risk, without, likely, dates }: Of & { without?: string; likely?: string }) {
  const { t } = useWords();
  const can = useCan();
  const names = useQuery(forecastQuery(project)).data?.rows;
  const people = useQuery({ ...peopleQuery, enabled: can("people.see") }).data;
  const hit = risk.tasks.map((task) => names?.find((row) => row.task === task)?.name ?? task);
  const owner = people?.find(({ id }) => id === risk.owner)?.name;
  const overdue = risk.state === "open" && risk.review !== undefined && risk.review < dates.today;
  return (
    <li className={risk.state}>
      <div className="what">
        <h2>{risk.what}</h2>
        <p className="i2"><Rich>{t("risks.line", { chance: dates.percent(risk.chance), does: does(risk, t), tasks: hit.length === 0 ? t("risks.all") : hit.join(", ") })}</Rich></p>
        {risk.response && <p className="i2">{t("risks.responds", { response: risk.response })}</p>}
        <p className="lab">
          {t(`risks.cause.${risk.cause}`)}{owner && ` · ${owner}`}
          {risk.review && <> · <span className={overdue ? "c-risk" : ""}>{overdue ? "▲\u00a0" : ""}{t(overdue ? "risks.review.overdue" : "risks.review.on", { day: dates.day(risk.review) })}</span></>}
          {risk.cost && ` · ${t("risks.costs", { cost: dates.money(risk.cost.minor, risk.cost.currency) })}`}
        </p>
      </div>
      <div className="stands">
        {risk.state === "open" ? <Costs risk={risk} without={without} likely={likely} dates={dates} /> : <p className="i2">{t(`risks.state.${risk.state}`)}</p>}
        {can("plan.edit") && risk.state === "open" && <Acts project={project} risk={risk} dates={dates} />}
      </div>
    </li>
  );
}

function does(risk: Risk, t: ReturnType<typeof useWords>["t"]): string {
  const parts = [
    risk.percent > 0 && t("risks.does.percent", { percent: risk.percent }),
    risk.minutes > 0 && t("risks.does.hours", { hours: Math.round(risk.minutes / 60) }),
    risk.days > 0 && t("risks.does.days", { days: risk.days }),
  ].filter(Boolean);
  return parts.length === 0 ? t("risks.does.nothing") : parts.join(", ");
}

function Costs({ risk, without, likely, dates }: { risk: Risk; without?: string; likely?: string; dates: Dates }) {
  const { t } = useWords();
  if (!risk.counted) return <p className="i2">{t("risks.off")}</p>;
  if (!without || !likely) return <p className="i3">{t("risks.reckoning")}</p>;
  const of = (at: string) => Date.parse(dates.dayOf(lastMoment(at)));
  const days = Math.round((of(likely) - of(without)) / 86_400_000);
  const day = (at: string) => dates.weekdayDay(lastMoment(at));
  return (
    <>
      <p><b>{days === 0 ? t("risks.free") : t("risks.price", { days: t("forecast.days", { days }) })}</b></p>
      <p className="i2">{t("risks.with", { with: day(likely), without: day(without) })}</p>
    </>
  );
}

/// Off and on in forecasts; happened, or gone.
function Acts({ project, risk }: Of) {
  const { t } = useWords();
  const [closing, setClosing] = useState(false);
  const at = `/api/projects/${project}/risks/${risk.id}`;
  const switching = useDoing(() => send("PUT", at, { ...written(risk), counted: !risk.counted }), "risks", "forecast", "portfolio");
  const ending = useDoing((happened: boolean) => send("POST", `${at}/closure`, { happened, ...(risk.tasks[0] ? { task: risk.tasks[0] } : {}) }), "risks", "forecast", "portfolio");
  const end = (happened: boolean) => ending.mutateAsync(happened).then(() => say(t(happened ? "risks.happened.said" : "risks.gone.said")), () => undefined);
  return (
    <>
      <p className="acts">
        <button type="button" className="btn" aria-pressed={!risk.counted} disabled={switching.isPending} onClick={() => void switching.mutateAsync(undefined).catch(() => undefined)}>
          {t(risk.counted ? "risks.switch.off" : "risks.switch.on")}
        </button>
        <button type="button" className="btn bare" aria-expanded={closing} onClick={() => setClosing(!closing)}>{t("risks.close")}</button>
      </p>
      {closing && (
        <p className="acts">
          {risk.tasks.length > 0 && <button type="button" className="btn" disabled={ending.isPending} onClick={() => void end(true)}>{t("risks.happened")}</button>}
          <button type="button" className="btn" disabled={ending.isPending} onClick={() => void end(false)}>{t("risks.gone")}</button>
        </p>
      )}
      {(switching.error ?? ending.error) && <Notice problem={(switching.error ?? ending.error)!} />}
    </>
  );
}

const written = ({ what, cause, chance, tasks, percent, minutes, days, cost, owner, response, review }: Risk) =>
  ({ what, cause, percent: Math.round(chance * 100), tasks, longer: percent, minutes, days, cost, owner, response, review });

const CAUSES = ["project", "technology", "team", "outside"] as const;

function AddRisk({ project }: { project: string }) {
  const { t } = useWords();
  const can = useCan();
  const rows = useQuery(forecastQuery(project)).data?.rows ?? [];
  const people = useQuery({ ...peopleQuery, enabled: can("people.see") }).data ?? [];
  const empty = { what: "", cause: "project", percent: "20", task: "", longer: "", hours: "", days: "", owner: "", response: "", review: "" };
  const [risk, setRisk] = useState(empty);
  const set = (field: keyof typeof empty) => (event: { target: { value: string } }) => setRisk((was) => ({ ...was, [field]: event.target.value }));
  const adding = useDoing(
    () => send("POST", `/api/projects/${project}/risks`, {
      what: risk.what.trim(), cause: risk.cause, percent: Number(risk.percent), tasks: risk.task ? [risk.task] : [],
      longer: Number(risk.longer || 0), minutes: Math.round(Number(risk.hours || 0) * 60), days: Number(risk.days || 0),
      ...(risk.owner ? { owner: risk.owner } : {}), ...(risk.response.trim() ? { response: risk.response.trim() } : {}), ...(risk.review ? { review: risk.review } : {}),
    }),
    "risks", "forecast", "portfolio",
  );
  const add = () => adding.mutateAsync(undefined).then(() => { say(t("risks.added")); setRisk(empty); }, () => undefined);
  return (
    <form className="give" onSubmit={(event) => { event.preventDefault(); void add(); }}>
      <h2>{t("risks.add")}</h2>
      <TextField label={t("risks.what")} required maxLength={300} value={risk.what} onChange={set("what")} />
      <ChoiceField label={t("risks.cause")} value={risk.cause} onChange={set("cause")}>
        {CAUSES.map((each) => <option key={each} value={each}>{t(`risks.cause.${each}`)}</option>)}
      </ChoiceField>
      <TextField label={t("risks.chance")} type="number" min={1} max={99} required value={risk.percent} onChange={set("percent")} />
      <ChoiceField label={t("risks.task")} value={risk.task} onChange={set("task")}>
        <option value="">{t("risks.all.option")}</option>
        {rows.filter(({ finished, kind }) => !finished && kind !== "summary").map((row) => <option key={row.task} value={row.task}>{row.wbs} {row.name}</option>)}
      </ChoiceField>
      <TextField label={t("risks.longer")} type="number" min={0} max={1000} optional value={risk.longer} onChange={set("longer")} />
      <TextField label={t("risks.hours")} type="number" min={0} max={2000} optional value={risk.hours} onChange={set("hours")} />
      <TextField label={t("risks.days")} type="number" min={0} max={1000} optional value={risk.days} onChange={set("days")} />
      {people.length > 0 && (
        <ChoiceField label={t("risks.owner")} value={risk.owner} onChange={set("owner")}>
          <option value="">{t("risks.owner.none")}</option>
          {people.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </ChoiceField>
      )}
      <TextField label={t("risks.response")} optional maxLength={300} value={risk.response} onChange={set("response")} />
      <DayField label={t("risks.review")} required={false} value={risk.review} change={(review) => setRisk((was) => ({ ...was, review }))} />
      {adding.error && <Notice problem={adding.error} />}
      <p className="acts"><button className="btn go" disabled={adding.isPending || risk.what.trim() === ""}>{t("risks.add.act")}</button></p>
    </form>
  );
}
