import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask, send } from "../api/client";
import { useDoing } from "../api/doing";
import { overloadQuery } from "../api/queries";
import type { Overload, OverloadedTask, OverloadHelper, OverloadWay } from "../api/types";
import { useCan } from "../identity/session";
import { addDays, lastMoment, useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice, Waiting } from "../ui/states";
import { Rich, useWords } from "../words/words";

/// A week of somebody's that is too full: what is in it, and each way out with what it does to the dates, before it is
/// chosen.
export function OverloadWays({ person, week, close }: { person: string; week: string; close: () => void }) {
  const { t } = useWords();
  const asked = useQuery(overloadQuery(person, week));
  if (asked.error) return <div className="overload"><Notice problem={asked.error} /></div>;
  if (!asked.data) return <div className="overload"><Waiting>{t("overload.looking")}</Waiting></div>;
  return <Found overload={asked.data} close={close} />;
}

function Found({ overload, close }: { overload: Overload; close: () => void }) {
  const { t } = useWords();
  const can = useCan();
  const dates = useDates();
  const project = overload.tasks.find(({ ways }) => ways.length > 0);
  return (
    <section className="overload" aria-labelledby="overload">
      <h2 id="overload">
        <Rich>{t("overload.title", { name: overload.name, percent: overload.percent, week: dates.dayLong(overload.week) })}</Rich>
      </h2>
      {overload.tasks.length === 0 && <p className="i2">{t("overload.nothing")}</p>}
      {overload.tasks.map((task) => (
        <TaskWays key={task.project + task.task} task={task} name={overload.name} before={overload.percent} close={close} />
      ))}
      {overload.hidden > 0 && <p className="lab">{t("overload.hidden", { count: overload.hidden })}</p>}
      {project && can("plan.edit") && overload.others.length > 0 && (
        <>
          <h3>{t("overload.ask")}</h3>
          <ul className="rows">
            {overload.others.map((helper) => (
              <AskFor key={helper.person} helper={helper} task={project} week={overload.week} />
            ))}
          </ul>
          <p className="lab">{t("overload.ask.effect")}</p>
        </>
      )}
      <p className="acts">
        <button className="btn" type="button" onClick={close}>
          {t("overload.leave")}
        </button>
        <span className="i2">{t("overload.leave.effect", { name: overload.name, percent: overload.percent })}</span>
      </p>
    </section>
  );
}

function TaskWays({ task, name, before, close }: { task: OverloadedTask; name: string; before: number; close: () => void }) {
  const { t } = useWords();
  return (
    <>
      <h3>
        <Link className="lnk" to="/projects/$project" params={{ project: task.project }} search={{ task: task.task }}>
          {task.name}
        </Link>{" "}
        <span className="lab">{task.projectName}</span>
      </h3>
      {task.ways.length === 0 ? (
        <p className="i2">{t("overload.noWay")}</p>
      ) : (
        <table className="tbl small stack flush">
          <thead>
            <tr>
              <th scope="col">{t("overload.way")}</th>
              <th scope="col" className="n">{name}</th>
              <th scope="col" className="n">{t("overload.task")}</th>
              <th scope="col" className="n">{t("overload.finish")}</th>
              <th scope="col">{t("overload.does")}</th>
              <th scope="col"><span className="sr">{t("overload.go")}</span></th>
            </tr>
          </thead>
          <tbody>
            {task.ways.map((way) => (
              <WayRow key={way.kind + (way.helper?.person ?? "")} way={way} task={task} name={name} before={before} close={close} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function WayRow({ way, task, name, before, close }: { way: OverloadWay; task: OverloadedTask; name: string; before: number; close: () => void }) {
  const { t } = useWords();
  const dates = useDates(task.zone);
  const { effect, helper } = way;
  const words = t(`overload.${way.kind}`, { name: helper?.name ?? "", task: task.name });
  const going = useDoing(
    () => ask(`/api/projects/${task.project}/changes`, { method: "POST", body: { changes: way.changes, label: `${task.name}: ${words}`.slice(0, 100) }, ifMatch: task.version }),
    "load", "bookings", "work", "projects", "portfolio", "overload",
  );
  return (
    <tr>
      <th scope="row">
        {words} {helper && <span className="lab">{t("overload.helper", { name: helper.name, percent: helper.percent })}</span>}
        {going.error && <Notice problem={going.error} />}
      </th>
      <td className="n" data-label={name}><s>{before} %</s> <b className={way.percent > 100 ? "c-late" : ""}>{way.percent} %</b></td>
      <td className="n" data-label={t("overload.task")}><Moved was={effect.taskWas} now={effect.taskThen} zone={task.zone} /></td>
      <td className="n" data-label={t("overload.finish")}><Moved was={effect.was} now={effect.then} zone={task.zone} /></td>
      <td data-label={t("overload.does")}>
        {effect.missed.length > 0 && <b className="c-late">▲ {t("overload.missed", { names: effect.missed.join(", "), count: effect.missed.length })}</b>} {t("overload.moved", { count: effect.moved })}
      </td>
      <td className="n">
        <button className="btn" type="button" disabled={going.isPending} onClick={() => going.mutate(undefined, { onSuccess: () => { say(t("overload.said", { task: task.name, day: dates.day(lastMoment(effect.taskThen)) })); close(); } })}>
          {t("overload.go")}
          <span className="sr"> {words}</span>
        </button>
      </td>
    </tr>
  );
}

function Moved({ was, now, zone }: { was: string; now: string; zone: string }) {
  const dates = useDates(zone);
  const [before, then] = [dates.day(lastMoment(was)), dates.day(lastMoment(now))];
  return before === then ? <span className="i2">{then}</span> : <><s>{before}</s> <b>{then}</b></>;
}

function AskFor({ helper, task, week }: { helper: OverloadHelper; task: OverloadedTask; week: string }) {
  const { t } = useWords();
  const asking = useDoing(
    () => send("POST", `/api/people/${helper.person}/requests`, { project: task.project, from: week, to: addDays(week, 4), units: 100, hard: true, note: task.name }),
    "requests", "load", "bookings",
  );
  return (
    <li>
      <span>
        {helper.name} <span className="lab">{t("overload.booked", { percent: helper.percent })}</span>
      </span>
      {asking.isSuccess ? <span className="i2">✓ {t("overload.asked")}</span> : (
        <button className="btn" type="button" disabled={asking.isPending} onClick={() => asking.mutate(undefined)}>
          {t("overload.askFor", { project: task.projectName })}
          <span className="sr"> {helper.name}</span>
        </button>
      )}
      {asking.error && <Notice problem={asking.error} />}
    </li>
  );
}
