import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { taskWorkQuery } from "../api/queries";
import type { MyWork, NextTask, OwnTask } from "../api/types";
import { Attachments } from "../reporting/Attachments";
import { lastMoment, useDates, type Dates } from "../ui/dates";
import { Rich, useWords, type Words } from "../words/words";
import { ComplicationLine, InTheWay } from "./InTheWay";
import { KeptOf } from "./Kept";
import { Progress, useLength } from "./Progress";
import { SaidAbout } from "./SaidAbout";
import { TaskNeeds } from "./TaskNeeds";
import { WorkFin } from "./WorkFin";
import { dayOf, rounded } from "./work";

/// One task: when it is likely done, what was promised, what to tell of it, and who waits for it.
export function TaskNow({ work, task }: { work: MyWork; task: OwnTask }) {
  const words = useWords();
  const { t } = words;
  const dates = useDates(work.zone);
  const length = useLength(work);
  const around = useQuery(taskWorkQuery(task.project, task.task)).data;
  const [inTheWay, setInTheWay] = useState(false);
  const of = { project: task.project, projectName: task.projectName, task: task.task, name: task.name, zone: work.zone, dayMinutes: dayOf(work) };
  return (
    <section className="task-now" aria-labelledby="task-now">
      <p className="lab">
        {whenOf(task, words, dates)} ·{" "}
        <Link className="lnk" to="/projects/$project" params={{ project: task.project }} search={{ task: task.task }}>
          {task.projectName}
        </Link>
        {task.above && ` · ${task.above}`}
      </p>
      <h2 id="task-now">{task.name}</h2>
      <p className="sentence">
        <Rich>{sentence(task, words, dates)}</Rich>
      </p>
      {task.state !== "done" && <WorkFin work={work} task={task} />}
      {task.pace && <PaceLine pace={task.pace} day={dayOf(work)} length={length} />}
      <Progress work={work} task={task} way={() => setInTheWay(true)} />
      <KeptOf project={task.project} task={task.task} zone={work.zone} />
      {inTheWay && <InTheWay of={of} length={length} done={() => setInTheWay(false)} />}
      {around && around.complications.length > 0 && (
        <section aria-labelledby="ways">
          <h3 id="ways">{t("way.open")}</h3>
          <ul className="ways">
            {around.complications.map((each) => (
              <ComplicationLine key={each.id} of={each} zone={work.zone} length={length} />
            ))}
          </ul>
        </section>
      )}
      {around && <TaskNeeds project={task.project} task={task.task} needs={around.needs} own={around.own} zone={work.zone} title={t("need.title")} />}
      <h3>{t("work.waiting")}</h3>
      {task.next.length === 0 && <p className="i2">{t("work.waiting.none")}</p>}
      <ul className="wt">
        {task.next.slice(0, 8).map((next) => (
          <Waits key={next.task} next={next} dates={dates} />
        ))}
      </ul>
      <Attachments project={task.project} task={task.task} zone={work.zone} />
      {around && <SaidAbout project={task.project} task={task.task} comments={around.comments} names={around.mentionable} zone={work.zone} />}
    </section>
  );
}

/// How it goes beside what was forecast of it: for whoever does it, alone.
function PaceLine({ pace: { state, cause, likely, least, most }, day, length }: { pace: NonNullable<OwnTask["pace"]>; day: number; length: (minutes: number) => string }) {
  const { t } = useWords();
  const about = (minutes: number) => length(rounded(minutes, day));
  return (
    <p className="i2" aria-label={t("pace.title")}>
      <Rich>{t(`pace.${state}`, { likely: about(likely), least: about(least), most: about(most) })}</Rich> {cause && t(`pace.cause.${cause}`)} <span className="lab">{t("pace.own")}</span>
    </p>
  );
}

function whenOf(task: OwnTask, { t }: Words, dates: Dates): string {
  if (task.finished) return t("work.doneOn", { at: dates.isToday(task.finished) ? dates.time(task.finished) : dates.weekdayDay(task.finished) });
  if (task.fixed) return t("work.window", { day: dates.weekdayDay(task.start), from: dates.time(task.start), to: dates.time(task.finish) });
  const last = lastMoment(task.finish);
  if (dates.dayOf(task.start) === dates.dayOf(last)) return t("work.planned.day", { day: dates.weekdayDay(last) });
  return t("work.planned", { from: dates.weekdayDay(task.start), to: dates.weekdayDay(last) });
}

/// The dates in words: likely by, then what was promised, of the task itself or of what waits for it.
function sentence(task: OwnTask, { t }: Words, dates: Dates): string {
  if (task.state === "done") return t("work.say.done");
  const likely = task.likely?.[3];
  const first = task.state === "overdue"
    ? t("work.say.overdue", { day: dates.weekdayDay(lastMoment(task.finish)) })
    : likely
      ? t("work.say.likely", { day: dates.weekdayDay(lastMoment(likely)), percent: dates.percent(0.8) })
      : t("work.say.planned", { day: dates.weekdayDay(lastMoment(task.finish)) });
  return [first, promised(task, { t }, dates)].filter(Boolean).join(" ");
}

function promised(task: OwnTask, { t }: Pick<Words, "t">, dates: Dates): string {
  const held = task.next.find(({ promise }) => promise);
  const promise = task.promise ?? held?.promise;
  if (!promise) return "";
  const values = { day: dates.weekdayDay(lastMoment(promise.by)), to: promise.promisedTo ?? "", has: promise.promisedTo ? "to" : "nobody", name: held?.name ?? "" };
  const said = task.promise ? t("work.say.promised", values) : t("work.say.promisedNext", values);
  return promise.chance === undefined ? `${said}.` : `${said}: ${t("work.say.chance", { chance: dates.percent(promise.chance) })}`;
}

function Waits({ next, dates }: { next: NextTask; dates: Dates }) {
  const { t } = useWords();
  const who = next.people.length > 0 ? next.people.join(", ") : next.own ? t("work.you") : next.milestone ? t("work.milestone") : undefined;
  return (
    <li>
      <span>
        {next.name}
        {who && <em>{who}</em>}
      </span>
      <b>{dates.isToday(next.start) ? t("work.todayAt") : dates.weekdayDay(next.start)}</b>
    </li>
  );
}
