import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { baselineQuery, baselinesQuery, projectsQuery } from "../api/queries";
import type { BaselineComparison } from "../api/types";
import { useCan } from "../identity/session";
import { lastMoment, useDates, type Dates } from "../ui/dates";
import { ChoiceField, TextField } from "../ui/Field";
import { Asked, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { ProjectHead } from "./ProjectHead";
import "./forecasting.css";

const DAY = 86_400_000;
const FIRST = 20;

/// What moved since dates were kept: which step did it, whose it was, and what it did to the finish.
export default function BaselinesPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const { t } = useWords();
  const can = useCan();
  const [chosen, setChosen] = useState<string>();
  const zone = useQuery(projectsQuery).data?.find(({ id }) => id === project)?.zone;
  const dates = useDates(zone);
  return (
    <>
      <ProjectHead project={project} page="baselines.title" />
      <Asked of={useQuery(baselinesQuery(project))}>
        {(baselines) => {
          const id = chosen ?? baselines[0]?.id;
          return (
            <div className="baselines">
              <div className="choose-of">
                {baselines.length > 0 && (
                  <ChoiceField label={t("baselines.since")} value={id} onChange={(event) => setChosen(event.target.value)}>
                    {baselines.map(({ id: each, name, at }) => (
                      <option key={each} value={each}>
                        {name}, {dates.dayLong(dates.dayOf(at))}
                      </option>
                    ))}
                  </ChoiceField>
                )}
                {can("plan.edit") && <Keep project={project} kept={setChosen} />}
              </div>
              {id ? <Compared project={project} baseline={id} dates={dates} /> : <p className="text">{t("baselines.none")}</p>}
            </div>
          );
        }}
      </Asked>
    </>
  );
}

function Keep({ project, kept }: { project: string; kept: (baseline: string) => void }) {
  const { t } = useWords();
  const [name, setName] = useState("");
  const keeping = useDoing(() => send<{ id: string }>("POST", `/api/projects/${project}/baselines`, { name: name.trim() }), "baselines");
  return (
    <form onSubmit={(event) => {
      event.preventDefault();
      keeping.mutate(undefined, {
        onSuccess: ({ id }) => {
          setName("");
          kept(id);
        },
      });
    }}>
      <TextField label={t("baselines.keep")} required maxLength={100} value={name} placeholder={t("baselines.keep.example")} onChange={(event) => setName(event.target.value)} />
      <button className="btn" disabled={keeping.isPending || name.trim() === ""}>
        {t("baselines.keep.act")}
      </button>
      {keeping.error && <Notice problem={keeping.error} />}
    </form>
  );
}

function Compared({ project, baseline, dates }: { project: string; baseline: string; dates: Dates }) {
  const { t } = useWords();
  return (
    <Asked of={useQuery(baselineQuery(project, baseline))}>
      {(compared) => (
        <>
          <p className="say">
            <Rich>{t("baselines.says", { ...moved(compared.finish, dates, t), name: compared.name, tasks: compared.moved, steps: compared.stepsInAll })}</Rich>
          </p>
          <div className="cols rule-top">
            {/* What there is to read gets the room. */}
            {stepped(compared, dates) && <Steps of={compared} dates={dates} />}
            <Tasks of={compared} dates={dates} project={project} />
            {!stepped(compared, dates) && <Steps of={compared} dates={dates} />}
          </div>
        </>
      )}
    </Asked>
  );
}

const stepped = ({ steps, finish, kept }: BaselineComparison, dates: Dates) =>
  steps.some((step) => days(step.finish, dates) !== 0) || days({ was: finish.was, now: kept }, dates) !== 0;

type Change = { was: string; now: string };

/// In days of the calendar, as people count: from the last day of one to the last day of the other.
function days({ was, now }: Change, dates: Dates): number {
  const of = (at: string) => Date.parse(dates.dayOf(lastMoment(at)));
  return Math.round((of(now) - of(was)) / DAY);
}

function moved(change: Change, dates: Dates, t: ReturnType<typeof useWords>["t"]) {
  const by = days(change, dates);
  return {
    was: dates.weekdayDay(lastMoment(change.was)),
    now: dates.weekdayDay(lastMoment(change.now)),
    days: t("forecast.days", { days: Math.abs(by) }),
    way: by > 0 ? "later" : by < 0 ? "earlier" : "same",
  };
}

/// Those that moved the finish before the others: they are why.
function Steps({ of, dates }: { of: BaselineComparison; dates: Dates }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const why = of.steps.filter(({ finish }) => days(finish, dates) !== 0);
  const shown = all ? of.steps : why;
  const begun = days({ was: of.finish.was, now: of.kept }, dates);
  return (
    <section aria-labelledby="baseline-steps">
      <h2 id="baseline-steps">{t("baselines.steps")}</h2>
      {shown.length === 0 && <p className="i2">{t("baselines.steps.none")}</p>}
      <ol className="rows">
        {shown.map(({ version, label, by, at, moved: many, finish }) => (
          <li key={version} id={`step-${version}`}>
            <span>
              <b>{label}</b>
              <span className="lab">
                {" "}
                {by.name}, {dates.moment(at)} · {t("baselines.step.moved", { count: many })}
              </span>
            </span>
            <Shift by={days(finish, dates)} />
          </li>
        ))}
        {begun !== 0 && (
          <li>
            <span className="i2">{t("baselines.before")}</span>
            <Shift by={begun} />
          </li>
        )}
      </ol>
      {of.steps.length > why.length && (
        <button className="lnk" type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("baselines.steps.why") : t("baselines.steps.all", { count: of.steps.length - why.length })}
        </button>
      )}
    </section>
  );
}

function Shift({ by }: { by: number }) {
  const { t } = useWords();
  if (by === 0) return <span className="n i3">{t("baselines.same")}</span>;
  return <span className={by > 0 ? "n c-risk" : "n c-accent"}>{by > 0 ? "+" : "\u2212"}{t("forecast.daysShort", { days: Math.abs(by) })}</span>;
}

function Tasks({ of, dates, project }: { of: BaselineComparison; dates: Dates; project: string }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const steps = new Map(of.steps.map((step) => [step.version, step]));
  const shown = all ? of.tasks : of.tasks.slice(0, FIRST);
  return (
    <section aria-labelledby="baseline-tasks">
      <h2 id="baseline-tasks">{t("baselines.tasks")}</h2>
      {of.tasks.length === 0 && <p className="i2">{t("baselines.tasks.none")}</p>}
      <ul className="rows">
        {shown.map(({ task, name, was, now, by }) => {
          const step = by === undefined ? undefined : steps.get(by);
          return (
            <li key={task}>
              <span>
                <Link className="lnk" to="/projects/$project" params={{ project }} search={{ task } as never}>
                  {name}
                </Link>
                {step && <span className="lab"> {t("baselines.task.by", { label: step.label, name: step.by.name })}</span>}
              </span>
              <span className="n">
                <s>{dates.day(lastMoment(was.finish))}</s> <b>{dates.day(lastMoment(now.finish))}</b> <Shift by={days({ was: was.finish, now: now.finish }, dates)} />
              </span>
            </li>
          );
        })}
        {of.added.map((name) => (
          <li key={`+${name}`}>
            <span>{name}</span>
            <span className="i3">{t("baselines.added")}</span>
          </li>
        ))}
        {of.removed.map((name) => (
          <li key={`-${name}`}>
            <s>{name}</s>
            <span className="i3">{t("drafts.gone")}</span>
          </li>
        ))}
      </ul>
      {of.tasks.length > shown.length && (
        <button className="lnk" type="button" onClick={() => setAll(true)}>
          {t("baselines.tasks.more", { count: of.tasks.length - shown.length })}
        </button>
      )}
    </section>
  );
}
