import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { incrementsQuery } from "../api/queries";
import type { EpicForecast, Increment, IncrementList } from "../api/types";
import { ProjectHead } from "../forecasting/ProjectHead";
import { useCan } from "../identity/session";
import { addDays, monday, useDates } from "../ui/dates";
import { DayField } from "../ui/DayField";
import { ChoiceField, TextField } from "../ui/Field";
import { Asked, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { Row } from "./AheadList";
import { Backlog } from "./Backlog";
import { FlowCharts } from "./FlowCharts";
import "../forecasting/forecasting.css";
import "./increments.css";

/// When sets of features are done, the increments one after the other, the backlog, and how work flowed.
export default function IncrementsPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const { t } = useWords();
  return (
    <>
      <ProjectHead project={project} page="increments.title">
        <Link className="lnk" to="/projects/$project/estimates" params={{ project }}>{t("estimates.title")}</Link>
        <Link className="lnk" to="/projects/$project/code-host" params={{ project }}>{t("host.title")}</Link>
      </ProjectHead>
      <Asked of={useQuery(incrementsQuery(project))}>{(list) => <All project={project} list={list} />}</Asked>
    </>
  );
}

function All({ project, list }: { project: string; list: IncrementList }) {
  const { t } = useWords();
  const can = useCan();
  const dates = useDates(list.zone);
  const first = list.epics.find(({ all, done }) => done < all);
  return (
    <>
      <p className="say" role="status">
        {first ? <Rich>{t("increments.sentence", { name: first.name, day: dates.dayLong(first.likely), open: first.all - first.done })}</Rich> : t("increments.noEpics")}
      </p>
      {list.epics.length > 0 && <Epics list={list} />}
      <section className="inc-part" aria-labelledby="increments">
        <h2 id="increments">{t("increments.title")}</h2>
        {list.items.length === 0 && <p className="i2">{t("increments.none")}</p>}
        {list.items.map((each) => <Row key={each.id} project={project} increment={each} zone={list.zone} />)}
        {can("plan.edit") && <Plan project={project} items={list.items} today={dates.today} />}
      </section>
      <Backlog project={project} list={list} />
      <FlowCharts project={project} dates={dates} />
    </>
  );
}

function Epics({ list }: { list: IncrementList }) {
  const { t } = useWords();
  const dates = useDates(list.zone);
  return (
    <table className="tbl stack epics">
      <thead>
        <tr>
          <th scope="col">{t("increments.epic")}</th>
          <th scope="col">{t("increments.likely")}</th>
          <th scope="col">{t("increments.even")}</th>
          <th scope="col">{t("increments.why")}</th>
          <th scope="col">{t("increments.promised")}</th>
        </tr>
      </thead>
      <tbody>
        {list.epics.map((epic) => (
          <tr key={epic.task}>
            <th scope="row">
              {epic.name}
              <span className="lab" style={{ display: "block", fontWeight: 400 }}>{t("increments.epicDone", { done: epic.done, all: epic.all })}</span>
            </th>
            {epic.done === epic.all ? <td colSpan={3}>{t("increments.isDone", { day: dates.day(epic.likely) })}</td> : (
              <>
                <td data-label={t("increments.likely")} className="likely">{dates.day(epic.likely)}</td>
                <td data-label={t("increments.even")}>{dates.day(epic.even)}</td>
                <td className="i2">{because(epic)}</td>
              </>
            )}
            <td data-label={t("increments.promised")}>{epic.promised && <Promised epic={epic} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );

  function because(epic: EpicForecast) {
    return epic.throughput
      ? t("increments.both", { network: dates.day(epic.network), throughput: dates.day(epic.throughput) })
      : t("increments.network", { network: dates.day(epic.network) });
  }

  function Promised({ epic }: { epic: EpicForecast }) {
    const kept = epic.kept ?? 1;
    return (
      <>
        {dates.day(epic.promised!)}{" "}
        {epic.done < epic.all && (
          <span className={kept >= 0.75 ? "i2" : kept < 0.2 ? "c-late" : "c-risk"}>
            {kept < 0.75 && "▲ "}{t("increments.kept", { chance: dates.percent(kept) })}
          </span>
        )}
      </>
    );
  }
}

/// Another increment, behind the last.
function Plan({ project, items, today }: { project: string; items: readonly Increment[]; today: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const last = items.at(-1);
  const begin = last && last.ends >= today ? addDays(monday(last.ends), 7) : monday(today);
  const [goal, setGoal] = useState("");
  const [starts, setStarts] = useState(begin);
  const [weeks, setWeeks] = useState("2");
  const planning = useDoing(
    () => send<Increment>("POST", `/api/projects/${project}/increments`, { goal, starts, ends: addDays(starts, Number(weeks) * 7 - 3) }),
    "increments",
  );
  return (
    <form className="acts" onSubmit={(event) => {
      event.preventDefault();
      void planning.mutateAsync(undefined).then(
        ({ id }) => navigate({ to: "/projects/$project/increments/$increment", params: { project, increment: id } }), () => undefined);
    }}>
      <div className="inc-form" style={{ flex: 1 }}>
        <TextField label={t("increment.goal")} value={goal} required maxLength={300} onChange={(event) => setGoal(event.target.value)} />
        <DayField label={t("increment.starts")} value={starts} change={setStarts} />
        <ChoiceField label={t("increment.length")} value={weeks} onChange={(event) => setWeeks(event.target.value)}>
          {["1", "2", "3", "4"].map((each) => <option key={each} value={each}>{t("increment.weeks", { weeks: Number(each) })}</option>)}
        </ChoiceField>
        <button className="btn go" type="submit" disabled={planning.isPending}>{t("increments.plan")}</button>
      </div>
      {planning.error && <Notice problem={planning.error} />}
    </form>
  );
}
