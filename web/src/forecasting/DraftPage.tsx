import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { get, send } from "../api/client";
import { useDoing } from "../api/doing";
import { draftQuery, queries } from "../api/queries";
import type { Draft } from "../api/types";
import { live } from "../live/live";
import type { Forecast } from "../planning/plan";
import { lastMoment } from "../ui/dates";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { ProjectHead } from "./ProjectHead";
import { SideBySide } from "./SideBySide";
import { Tried } from "./Tried";
import "./forecasting.css";

const shortForecast = (project: string) => ({
  queryKey: ["forecast", project, "short"],
  queryFn: ({ signal }: { signal: AbortSignal }) => get<Forecast>(`/api/projects/${project}/forecast`, signal),
});

/// A draft beside today's plan, and what of it is taken over.
export default function DraftPage() {
  const { project, draft } = useParams({ strict: false }) as { project: string; draft: string };
  const asked = useQuery(draftQuery(project, draft));
  useEffect(() => live.onEvent((event) => {
    if (event.id !== project && event.id !== draft) return;
    if (event.noun === "forecast") void queries.invalidateQueries({ queryKey: ["forecast", event.id] });
    if (event.noun === "plan") void queries.invalidateQueries({ queryKey: ["drafts", project] });
  }), [project, draft]);
  return (
    <>
      <ProjectHead project={project} page="drafts.title" />
      <Asked of={asked}>{(one) => <Compared project={project} draft={one} />}</Asked>
    </>
  );
}

function Compared({ project, draft }: { project: string; draft: Draft }) {
  const { t } = useWords();
  const dates = useDates();
  const today = useQuery(shortForecast(project)).data;
  const tried = useQuery(shortForecast(draft.id)).data;
  return (
    <div className="draft">
      <header className="what">
        <h2>{draft.name}</h2>
        <p className="i3">
          {t("history.at.by", { at: dates.moment(draft.at), name: draft.by.name })}
          {draft.since > 0 && ` · ${t("drafts.since", { steps: draft.since })}`}
        </p>
        <div className="acts">
          <Link className="btn" to="/projects/$project" params={{ project: draft.id }}>{t("drafts.open")}</Link>
          <Away project={project} draft={draft} />
        </div>
      </header>
      <SideBySide project={project} draft={draft} today={today} tried={tried} />
      <div className="cols">
        <div>
          <Taking project={project} draft={draft} />
        </div>
        <Moves draft={draft} />
      </div>
    </div>
  );
}

function Away({ project, draft }: { project: string; draft: Draft }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const throwing = useDoing(() => send("DELETE", `/api/projects/${project}/drafts/${draft.id}`), "drafts");
  const away = () => {
    if (!confirm(t("drafts.away.sure", { name: draft.name }))) return;
    void throwing.mutateAsync(undefined).then(() => navigate({ to: "/projects/$project/drafts", params: { project } }), () => undefined);
  };
  return <button className="btn" type="button" disabled={throwing.isPending} onClick={away}>{t("drafts.away")}</button>;
}

/// Which steps are taken: all that can be, unless somebody changed the same meanwhile.
function Taking({ project, draft }: { project: string; draft: Draft }) {
  const { t } = useWords();
  const able = draft.steps.filter(({ takeable }) => takeable);
  const [left, setLeft] = useState<ReadonlySet<number>>(() => new Set(able.filter(({ conflicts }) => conflicts.length > 0).map(({ version }) => version)));
  const chosen = able.filter(({ version }) => !left.has(version));
  const overrules = chosen.filter(({ conflicts }) => conflicts.length > 0).length;
  const taking = useDoing(
    () => send("POST", `/api/projects/${project}/drafts/${draft.id}/taking`, { steps: chosen.map(({ version }) => version), overrule: overrules > 0 }),
    "drafts", "forecast", "portfolio",
  );
  const take = () => taking.mutateAsync(undefined).then(() => say(t("drafts.taken", { steps: chosen.length })), () => undefined);
  const choose = (version: number, on: boolean) => setLeft((before) => {
    const next = new Set(before);
    if (on) next.delete(version);
    else next.add(version);
    return next;
  });
  if (draft.steps.length === 0) return <p className="text">{t("drafts.nothing")}</p>;
  return (
    <form onSubmit={(event) => { event.preventDefault(); void take(); }}>
      <h2>{t("drafts.tried")}</h2>
      <p className="i2">{t("drafts.tried.detail")}</p>
      <Tried steps={draft.steps} left={left} choose={choose} />
      {taking.error && <Notice problem={taking.error} />}
      {overrules > 0 && <p className="notice risk"><Rich>{t("drafts.overrules", { steps: overrules })}</Rich></p>}
      <p className="acts">
        <button className="btn go" disabled={chosen.length === 0 || taking.isPending}>
          {chosen.length === able.length ? t("drafts.take.all") : t("drafts.take.some", { steps: chosen.length })}
        </button>
        <span className="i3" role="status">{t("drafts.take.undo")}</span>
      </p>
    </form>
  );
}

function Moves({ draft }: { draft: Draft }) {
  const { t } = useWords();
  const dates = useDates();
  const days = (was: string, now: string) => Math.round((Date.parse(now) - Date.parse(was)) / 86_400_000);
  return (
    <section aria-labelledby="moves">
      <h2 id="moves">{t("drafts.moves", { moved: draft.moved })}</h2>
      {draft.moved === 0 && <p className="i3">{t("drafts.moves.none")}</p>}
      <ul className="rows">
        {draft.moves.slice(0, 14).map(({ task, name, was, now }) => (
          <li key={task}>
            <span>{name}</span>
            <span className="n">
              {was && <s>{dates.day(lastMoment(was))}</s>} <b className="c-accent">{dates.day(lastMoment(now))}</b>
              {was && days(was, now) !== 0 && <span className="i3"> {days(was, now) > 0 ? "+" : "\u2212"}{t("forecast.daysShort", { days: Math.abs(days(was, now)) })}</span>}
            </span>
          </li>
        ))}
        {draft.removed.map((name) => <li key={name}><s>{name}</s><span className="i3">{t("drafts.gone")}</span></li>)}
      </ul>
      {draft.moved > 14 && <p className="lab">{t("drafts.moves.more", { left: draft.moved - 14 })}</p>}
    </section>
  );
}
