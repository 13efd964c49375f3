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
import { ChoiceField } from "../ui/Field";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { ProjectHead } from "./ProjectHead";
import { asked, drafted } from "./riskDraft";
import { RiskForm } from "./RiskForm";
import "./forecasting.css";
import "./promises.css";

/// What may happen to a project: each risk with its chance, what it would do, and what it costs the likely finish.
export default function RisksPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const can = useCan();
  const list = useQuery(risksQuery(project));
  const zone = useQuery(projectsQuery).data?.find(({ id }) => id === project)?.zone;
  const dates = useDates(zone);
  useEffect(() => live.onEvent((event) => {
    if (["forecast", "risk"].includes(event.noun) && event.id === project) void queries.invalidateQueries({ queryKey: ["risks", project] });
  }), [project]);
  return (
    <>
      <ProjectHead project={project} page="risks.title" />
      <Asked of={list}>
        {(list) => (
          <>
            <p className="say"><Says list={list} dates={dates} /></p>
            <div className={can("plan.edit") ? "promises cols" : "promises"}>
              <Register project={project} list={list} dates={dates} />
              {can("plan.edit") && <RiskForm project={project} />}
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
  const [editing, setEditing] = useState(false);
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
        {can("plan.edit") && risk.state === "open" && <Acts project={project} risk={risk} dates={dates} editing={editing} edit={() => setEditing(!editing)} />}
      </div>
      {editing && <RiskForm project={project} risk={risk} done={() => setEditing(false)} />}
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

/// Off and on in forecasts; written anew; happened, or gone.
function Acts({ project, risk, editing, edit }: Of & { editing: boolean; edit: () => void }) {
  const { t } = useWords();
  const [closing, setClosing] = useState(false);
  const at = `/api/projects/${project}/risks/${risk.id}`;
  const switching = useDoing(() => send("PUT", at, { ...asked(drafted(risk), risk), counted: !risk.counted }), "risks", "forecast", "portfolio");
  return (
    <>
      <p className="acts">
        <button type="button" className="btn" aria-pressed={!risk.counted} disabled={switching.isPending} onClick={() => void switching.mutateAsync(undefined).catch(() => undefined)}>
          {t(risk.counted ? "risks.switch.off" : "risks.switch.on")}
        </button>
        <button type="button" className="btn bare" aria-expanded={editing} aria-label={t("risks.edit.of", { what: risk.what })} onClick={edit}>{t("app.edit")}</button>
        <button type="button" className="btn bare" aria-expanded={closing} aria-label={t("risks.close.of", { what: risk.what })} onClick={() => setClosing(!closing)}>{t("risks.close")}</button>
      </p>
      {closing && <Closing project={project} risk={risk} />}
      {switching.error && <Notice problem={switching.error} />}
    </>
  );
}

/// What happened is told as a complication of a task; of a risk of the whole project somebody says of which.
function Closing({ project, risk }: Pick<Of, "project" | "risk">) {
  const { t } = useWords();
  const rows = useQuery(forecastQuery(project)).data?.rows ?? [];
  const [task, setTask] = useState(risk.tasks[0] ?? "");
  const ending = useDoing((happened: boolean) => send("POST", `/api/projects/${project}/risks/${risk.id}/closure`, { happened, ...(task ? { task } : {}) }), "risks", "forecast", "portfolio");
  const end = (happened: boolean) => ending.mutateAsync(happened).then(() => say(t(happened ? "risks.happened.said" : "risks.gone.said")), () => undefined);
  return (
    <>
      {risk.tasks.length === 0 && (
        <ChoiceField label={t("risks.happened.task")} value={task} onChange={(event) => setTask(event.target.value)}>
          <option value="" />
          {rows.filter(({ finished, kind }) => !finished && kind !== "summary").map((row) => <option key={row.task} value={row.task}>{row.wbs} {row.name}</option>)}
        </ChoiceField>
      )}
      <p className="acts">
        <button type="button" className="btn" disabled={ending.isPending || !task} onClick={() => void end(true)}>{t("risks.happened")}</button>
        <button type="button" className="btn" disabled={ending.isPending} onClick={() => void end(false)}>{t("risks.gone")}</button>
      </p>
      {ending.error && <Notice problem={ending.error} />}
    </>
  );
}
