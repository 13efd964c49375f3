import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { aimsQuery, calendarSearchQuery, projectsQuery, proposalsQuery, queries } from "../api/queries";
import type { Aims, CalendarSearch, PlanProposal } from "../api/types";
import { ProjectHead } from "../forecasting/ProjectHead";
import { useCan } from "../identity/session";
import { lastMoment, useDates, type Dates } from "../ui/dates";
import { Segments } from "../ui/Field";
import { Asked, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import "./better.css";

type Aim = Aims["aims"][number];
type Effort = "quick" | "thorough";
const EFFORTS: Effort[] = ["quick", "thorough"];
const FIRST = 12;

/// What counts first in this project's calendar, a search for a better one, and what it found.
export default function BetterPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const zone = useQuery(projectsQuery).data?.find(({ id }) => id === project)?.zone;
  return (
    <>
      <ProjectHead project={project} page="better.title" />
      <div className="better cols">
        <Asked of={useQuery(aimsQuery(project))}>{({ aims }) => <Order project={project} aims={aims} />}</Asked>
        <Looking project={project} dates={useDates(zone)} />
      </div>
    </>
  );
}

/// The aims from the first to the last, each with its sentence and a way up and down.
function Order({ project, aims }: { project: string; aims: Aim[] }) {
  const { t } = useWords();
  const can = useCan();
  const putting = useDoing((next: Aim[]) => send<Aims>("PUT", `/api/projects/${project}/aims`, { aims: next }), "aims");
  const move = (at: number, to: number) => {
    const next = [...aims];
    next.splice(to, 0, ...next.splice(at, 1));
    putting.mutate(next);
  };
  return (
    <section aria-labelledby="better-order">
      <h2 id="better-order">{t("better.order")}</h2>
      <p className="i2">{t("better.order.detail")}</p>
      <ol className="aims">
        {aims.map((aim, at) => (
          <li key={aim}>
            <span>
              <b>{t(`better.aim.${aim}`)}</b>
              <span className="i2">{t(`better.aim.${aim}.detail`)}</span>
            </span>
            {can("plan.edit") && (
              <span className="ways">
                <button className="btn" type="button" disabled={at === 0 || putting.isPending} aria-label={t("better.up", { aim: t(`better.aim.${aim}`) })} onClick={() => move(at, at - 1)}>
                  ↑
                </button>
                <button className="btn" type="button" disabled={at === aims.length - 1 || putting.isPending} aria-label={t("better.down", { aim: t(`better.aim.${aim}`) })} onClick={() => move(at, at + 1)}>
                  ↓
                </button>
              </span>
            )}
          </li>
        ))}
      </ol>
      {putting.error && <Notice problem={putting.error} />}
    </section>
  );
}

function Looking({ project, dates }: { project: string; dates: Dates }) {
  const { t } = useWords();
  const asked = useQuery({ ...calendarSearchQuery(project), refetchInterval: ({ state }) => (isOpen(state.data?.search) ? 1000 : false) });
  const search = asked.data?.search;
  const open = isOpen(search);
  useEffect(() => {
    if (!open) void queries.invalidateQueries({ queryKey: ["proposals", project] });
  }, [open, project]);
  return (
    <section aria-labelledby="better-look">
      <h2 id="better-look">{t("better.look")}</h2>
      {open && search ? <Running project={project} search={search} /> : <Begin project={project} />}
      {search && !open && (
        <p className="text" role="status">
          {t("better.ended", { state: search.state, tried: search.tried, at: dates.moment(search.endedAt ?? search.at) })}
        </p>
      )}
      <Asked of={useQuery(proposalsQuery(project))}>
        {(proposals) => proposals.filter(({ kind }) => kind === "calendar").map((each) => <Found key={each.id} project={project} proposal={each} dates={dates} />)}
      </Asked>
    </section>
  );
}

function isOpen(search: CalendarSearch | null | undefined): boolean {
  return search?.state === "waiting" || search?.state === "running";
}

function Begin({ project }: { project: string }) {
  const { t } = useWords();
  const can = useCan();
  const [effort, setEffort] = useState<Effort>("quick");
  const beginning = useDoing(() => send<CalendarSearch>("POST", `/api/projects/${project}/searches`, { effort }), "calendar-search");
  if (!can("plan.edit")) return <p className="text">{t("better.managers")}</p>;
  return (
    <form onSubmit={(event) => {
      event.preventDefault();
      beginning.mutate(undefined);
    }}>
      <p className="i2">{t("better.look.detail")}</p>
      <Segments label={t("better.effort")} name="effort" value={effort} choose={setEffort} options={EFFORTS.map((value) => ({ value, name: t(`better.effort.${value}`) }))} />
      {beginning.error && <Notice problem={beginning.error} />}
      <p className="acts">
        <button className="btn go" disabled={beginning.isPending}>
          {t("better.begin")}
        </button>
      </p>
    </form>
  );
}

function Running({ project, search }: { project: string; search: CalendarSearch }) {
  const { t } = useWords();
  const can = useCan();
  const stopping = useDoing(() => send<void>("DELETE", `/api/projects/${project}/searches`), "calendar-search");
  return (
    <div className="running">
      <label>
        <span>{search.state === "waiting" ? t("better.waiting") : t("better.running", { tried: search.tried, budget: search.budget })}</span>
        <progress max={search.budget} value={search.tried} />
      </label>
      <p className="i2">{t("better.running.detail")}</p>
      {can("plan.edit") && (
        <p className="acts">
          <button className="btn" type="button" disabled={stopping.isPending || search.stopped} onClick={() => stopping.mutate(undefined)}>
            {search.stopped ? t("better.stopping") : t("better.stop")}
          </button>
        </p>
      )}
      {stopping.error && <Notice problem={stopping.error} />}
    </div>
  );
}

/// What it wins, whom it moves, and the days that people were told and would lose.
function Found({ project, proposal, dates }: { project: string; proposal: PlanProposal; dates: Dates }) {
  const { t } = useWords();
  const day = (at: string) => dates.weekdayDay(lastMoment(at));
  const shown = proposal.lost.slice(0, FIRST);
  return (
    <section className="found" aria-labelledby={`found-${proposal.id}`}>
      <h3 id={`found-${proposal.id}`}>{t("planning.proposal")}</h3>
      <p className="text">
        <Rich>
          {t(proposal.finish.was === proposal.finish.now ? "better.found.same" : "better.found", {
            was: day(proposal.finish.was),
            now: day(proposal.finish.now),
            moved: t("planning.proposal.count", { tasks: proposal.moves.length, people: proposal.people }),
          })}
        </Rich>
      </p>
      <h4>{t("better.lost")}</h4>
      {shown.length === 0 ? <p className="i2">{t("better.lost.none")}</p> : (
        <ul className="rows">
          {shown.map((lost) => (
            <li key={`${lost.person} ${lost.task} ${lost.from}`}>
              <span>
                <b>{lost.name}</b>{" "}
                <Link className="lnk" to="/projects/$project" params={{ project }} search={{ task: lost.task } as never}>
                  {lost.title}
                </Link>
              </span>
              <s>{span(lost.from, lost.until, dates)}</s>
            </li>
          ))}
        </ul>
      )}
      {proposal.lost.length > FIRST && <p className="i2">{t("better.lost.more", { count: proposal.lost.length - FIRST })}</p>}
      <p className="acts">
        <Link className="btn go" to="/projects/$project" params={{ project }}>
          {t("better.inPlan")}
        </Link>
      </p>
    </section>
  );
}

function span(from: string, until: string, dates: Dates): string {
  const first = dates.weekdayDay(from);
  const last = dates.weekdayDay(lastMoment(until));
  return first === last ? first : `${first} – ${last}`;
}
