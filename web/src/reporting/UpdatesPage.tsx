import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { ask, send } from "../api/client";
import { useDoing } from "../api/doing";
import { portalWishQuery, projectQuery, rhythmsQuery, updatesQuery } from "../api/queries";
import type { Update, UpdateWords } from "../api/types";
import { ProjectHead } from "../forecasting/ProjectHead";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Asked, Empty, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { ByItself } from "./ByItself";
import { ClientQuestions } from "./ClientQuestions";
import { releaseLookedAt } from "./releaseLookedAt";
import { UpdateShown } from "./UpdateShown";
import "./updates.css";

/// What each audience is told of a project: facts at the left, words at the right, and what was released.
export default function UpdatesPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const { t } = useWords();
  const can = useCan();
  const one = useQuery(projectQuery(project)).data;
  const asked = useQuery(updatesQuery(project));
  const first = can("plan.edit") ? "client" : asked.data?.items[0]?.audience;
  const [chosen, setChosen] = useState<Audience>();
  const [refused, refuse] = useState<Refused>();
  const audience = chosen ?? first ?? "client";
  const drafting = useDoing(() => send("POST", `/api/projects/${project}/updates`, { audience }), "updates", "desk");
  const draft = (name: string, go = " go") =>
    can("plan.edit") && (
      <button className={`btn${go}`} type="button" disabled={drafting.isPending} onClick={() => drafting.mutate()}>
        {name}
      </button>
    );
  return (
    <>
      <ProjectHead project={project} page="updates.title" />
      {drafting.error && <Notice problem={drafting.error} />}
      {one && <ClientQuestions project={project} zone={one.zone} />}
      <Asked of={asked}>
        {(list) => {
          const there = new Set(list.items.map((update) => update.audience));
          const shown = can("plan.edit") ? AUDIENCES : AUDIENCES.filter((each) => there.has(each));
          const updates = list.items.filter((update) => update.audience === audience);
          const open = updates.filter(({ released }) => !released);
          const told = updates.filter(({ released }) => released);
          return (
            <>
              {shown.length > 1 && (
                <div className="audiences">
                  <span className="seg" role="group" aria-label={t("updates.to")}>
                    {shown.map((each) => (
                      <button key={each} type="button" aria-pressed={each === audience} onClick={() => setChosen(each)}>
                        {t(`updates.to.${each}`)}
                      </button>
                    ))}
                  </span>
                  {can("plan.edit") && <RhythmOf key={audience} project={project} audience={audience} />}
                  {can("plan.edit") && can("sales.see") && audience === "client" && <PayShown project={project} />}
                </div>
              )}
              {can("plan.edit") && <ByItself key={audience} project={project} audience={audience} />}
              {updates.length === 0 ? (
                <Empty title={t("updates.none")} acts={draft(t("updates.draft"))}>{t("updates.none.detail")}</Empty>
              ) : (
                <div className="updates">
                  {open.length === 0 && can("plan.edit") && <p className="acts">{draft(t("updates.draft"))}</p>}
                  {open.map((update) => (
                    <Draft
                      key={update.id + update.version}
                      update={update}
                      name={one?.name ?? ""}
                      again={draft(t("updates.redraft"), "")}
                      refused={refused?.update === update.id ? refused.problem : undefined}
                      refuse={(problem) => refuse({ update: update.id, problem })}
                    />
                  ))}
                  {told.map((update, i) => (
                    <Told key={update.id} update={update} name={one?.name ?? ""} open={i === 0 && open.length === 0} unread={list.unread[update.id]} mine={list.mine.includes(update.id)} />
                  ))}
                </div>
              )}
            </>
          );
        }}
      </Asked>
      <p className="also-there">
        {can("portfolio.see") && <Link to="/projects/$project/steering" params={{ project }}>{t("steering.tab")}</Link>}
        {can("work.see") && <Link to="/projects/$project/documents" params={{ project }}>{t("documents.title")}</Link>}
        {can("plan.edit") && <Link to="/projects/$project/links" params={{ project }}>{t("links.also")}</Link>}
        {can("project.edit") && <Link to="/projects/$project/hooks" params={{ project }}>{t("hooks.also")}</Link>}
      </p>
    </>
  );
}

const AUDIENCES = ["client", "official", "manager", "worker"] as const;
type Audience = (typeof AUDIENCES)[number];

/// How often this audience is told, and when readers are reminded.
function RhythmOf({ project, audience }: { project: string; audience: Audience }) {
  const { t } = useWords();
  const known = useQuery(rhythmsQuery(project)).data?.find((each) => each.audience === audience);
  const setting = useDoing((rhythm: { days: number; remind: number }) => send("PUT", `/api/projects/${project}/updates/rhythms`, { audience, ...rhythm }), "updates", "desk");
  if (!known) return null;
  const choose = (part: { days?: number; remind?: number }) => setting.mutate({ days: known.days, remind: known.remind, ...part });
  const days = [...new Set([0, 7, 14, 28, known.days])].toSorted((a, b) => a - b);
  const remind = [...new Set([0, 1, 3, 7, known.remind])].toSorted((a, b) => a - b);
  return (
    <>
      <label className="lab">
        {t("updates.rhythm")}{" "}
        <select className="line" value={known.days} onChange={(event) => choose({ days: Number(event.target.value) })}>
          {days.map((each) => <option key={each} value={each}>{t("updates.rhythm.days", { days: each })}</option>)}
        </select>
      </label>
      <label className="lab">
        {t("updates.remind")}{" "}
        <select className="line" value={known.remind} onChange={(event) => choose({ remind: Number(event.target.value) })}>
          {remind.map((each) => <option key={each} value={each}>{t("updates.remind.days", { days: each })}</option>)}
        </select>
      </label>
      {setting.error && <Notice problem={setting.error} />}
    </>
  );
}

/// Whether the client is told what they pay: from the next update on, and not at all before.
function PayShown({ project }: { project: string }) {
  const { t } = useWords();
  const wish = useQuery(portalWishQuery(project)).data;
  const setting = useDoing((money: boolean) => send("PUT", `/api/projects/${project}/updates/portal`, { money }), "updates", "portal");
  if (!wish) return null;
  return (
    <>
      <label className="lab check">
        <input type="checkbox" checked={wish.money} disabled={setting.isPending} onChange={({ target }) => setting.mutate(target.checked)} /> {t("updates.pay")}
      </label>
      {setting.error && <Notice problem={setting.error} />}
    </>
  );
}

/// Why a draft was not released. It outlives the draft on the page, which is drawn anew with the facts of now.
type Refused = { update: string; problem: unknown };

type DraftProps = { update: Update; name: string; again: React.ReactNode; refused: unknown; refuse: (problem?: unknown) => void };

function Draft({ update, name, again, refused, refuse }: DraftProps) {
  const { t } = useWords();
  const can = useCan();
  const dates = useDates(update.facts.zone);
  const [words, setWords] = useState<UpdateWords>(update.words);
  const path = `/api/projects/${update.project}/updates/${update.id}`;
  const changed = JSON.stringify(words) !== JSON.stringify(update.words);
  const save = () => ask<Update>(path, { method: "PUT", body: words, ifMatch: update.version });
  const saving = useDoing(save, "updates", "desk");
  const release = async () => {
    refuse();
    if (changed) await save();
    return releaseLookedAt(update);
  };
  const releasing = useDoing(() => release().catch((problem: unknown) => {
    refuse(problem);
    throw problem;
  }), "updates", "desk", "portal");
  const removing = useDoing(() => send("DELETE", path), "updates", "desk");
  const failed = saving.error ?? removing.error ?? refused;
  const field = (key: keyof UpdateWords) => (
    <div className="field">
      <label htmlFor={`${key}-${update.id}`}>{t(`updates.${key}`)}</label>
      <textarea id={`${key}-${update.id}`} rows={4} maxLength={4000} disabled={!can("plan.edit")} value={words[key]} onChange={(event) => setWords({ ...words, [key]: event.target.value })} />
    </div>
  );
  return (
    <article className="update-draft" aria-label={t(`updates.audience.${update.audience}`)}>
      <div>
        <p className="lab">
          {t(`updates.audience.${update.audience}`)} · {t("updates.drafted", { at: dates.moment(update.made.at), name: update.made.name })} · {t("updates.facts.note")}
        </p>
        {update.facts.reckoning && <p className="c-wait">{t("updates.reckoning.wait")}</p>}
        <UpdateShown name={name} facts={update.facts} words={words} audience={update.audience} asked />
        <Sources update={update} />
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate(undefined, { onSuccess: () => say(t("updates.said.saved")) });
        }}
      >
        <h2>{t("updates.words")}</h2>
        {field("summary")}
        {field("why")}
        {field("doing")}
        {update.pointedOut.length > 0 && !changed && (
          <p className="notice risk" role="status">
            ▲ {t("updates.foreign", { days: update.pointedOut.join(", ") })}
          </p>
        )}
        {can("plan.edit") && (
          <>
            <p className="acts">
              <button className="btn go" type="button" disabled={releasing.isPending} onClick={() => releasing.mutate(undefined, { onSuccess: () => say(t("updates.said.released")) })}>
                {t("updates.release")}
              </button>
              <button className="btn" disabled={!changed || saving.isPending}>
                {t("updates.save")}
              </button>
            </p>
            <p className="i3">{t("updates.release.note")}</p>
            <p className="acts">
              {again}
              <button className="btn bare" type="button" onClick={() => removing.mutate()}>
                {t("updates.remove")}
              </button>
            </p>
          </>
        )}
        {failed !== undefined && <Notice problem={failed} />}
      </form>
    </article>
  );
}

/// Each group of facts with where it comes from and how old it is.
function Sources({ update: { facts } }: { update: Update }) {
  const { t } = useWords();
  const dates = useDates(facts.zone);
  return (
    <ul className="sources">
      {facts.sources.map(({ of, asOf, stale }) => (
        <li key={of}>
          {t("updates.source.asOf", { of: t(`updates.source.${of}` as "updates.source.dates"), at: dates.moment(asOf) })}
          {stale && <b className="c-risk"> {t("updates.source.stale")}</b>}
        </li>
      ))}
    </ul>
  );
}

function Told({ update, name, open, unread, mine }: { update: Update; name: string; open: boolean; unread?: string[]; mine: boolean }) {
  const { t } = useWords();
  const can = useCan();
  const dates = useDates(update.facts.zone);
  const switchedOn = update.released?.switchedOn;
  const readers = update.acknowledged.map((each) => each.name).join(", ");
  const path = `/api/projects/${update.project}/updates/${update.id}`;
  const reading = useDoing(() => send("POST", `${path}/reading`), "updates");
  const reminding = useDoing(() => send<{ count: number }>("POST", `${path}/reminder`), "updates");
  return (
    <details className="told-update" open={open}>
      <summary>
        <b>{t("updates.released")}</b> {t(`updates.audience.${update.audience}`)},{" "}
        {switchedOn
          ? t("updates.releasedByItself", { at: dates.moment(update.released!.at), name: switchedOn.name, on: dates.day(switchedOn.at) })
          : t("updates.releasedBy", { at: dates.moment(update.released!.at), name: update.released!.name })}
        <span className="i3"> · {readers ? t("updates.read", { names: readers }) : t("updates.unread")}</span>
      </summary>
      <p className="acts told-acts">
        <a className="btn" href={`${path}/paper`} download>{t("updates.paper")}</a>
        {!can("plan.edit") && update.audience !== "client" && (mine ? <span className="i2">✓ {t("updates.mine")}</span> : (
          <button className="btn go" type="button" disabled={reading.isPending} onClick={() => reading.mutate()}>{t("updates.reading")}</button>
        ))}
        {unread && unread.length > 0 && (
          <>
            <span className="c-wait">{t("updates.waiting", { names: unread.slice(0, 6).join(", "), more: Math.max(0, unread.length - 6) })}</span>
            <button className="btn" type="button" disabled={reminding.isPending} onClick={() => reminding.mutate(undefined, { onSuccess: ({ count }) => say(t("updates.reminded", { count })) })}>{t("updates.remindNow")}</button>
          </>
        )}
      </p>
      {(reading.error ?? reminding.error) && <Notice problem={(reading.error ?? reminding.error)!} />}
      <UpdateShown name={name} facts={update.facts} words={update.words} audience={update.audience} asked />
      <Sources update={update} />
    </details>
  );
}
