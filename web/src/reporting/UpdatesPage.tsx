import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { ask, send } from "../api/client";
import { useDoing } from "../api/doing";
import { projectQuery, updatesQuery } from "../api/queries";
import type { Update, UpdateWords } from "../api/types";
import { ProjectHead } from "../forecasting/ProjectHead";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Asked, Empty, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { ClientQuestions } from "./ClientQuestions";
import { UpdateShown } from "./UpdateShown";
import "./updates.css";

/// What an audience is told of a project: facts at the left, words at the right, and what was released.
export default function UpdatesPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const { t } = useWords();
  const can = useCan();
  const one = useQuery(projectQuery(project)).data;
  const asked = useQuery(updatesQuery(project));
  const drafting = useDoing(() => send("POST", `/api/projects/${project}/updates`, { audience: "client" }), "updates", "desk");
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
        {(updates) => {
          const open = updates.filter(({ released }) => !released);
          const told = updates.filter(({ released }) => released);
          if (updates.length === 0) return <Empty title={t("updates.none")} acts={draft(t("updates.draft"))}>{t("updates.none.detail")}</Empty>;
          return (
            <div className="updates">
              {open.length === 0 && <p className="acts">{draft(t("updates.draft"))}</p>}
              {open.map((update) => (
                <Draft key={update.id + update.version} update={update} name={one?.name ?? ""} again={draft(t("updates.redraft"), "")} />
              ))}
              {told.map((update, i) => (
                <Told key={update.id} update={update} name={one?.name ?? ""} open={i === 0 && open.length === 0} />
              ))}
            </div>
          );
        }}
      </Asked>
    </>
  );
}

function Draft({ update, name, again }: { update: Update; name: string; again: React.ReactNode }) {
  const { t } = useWords();
  const can = useCan();
  const dates = useDates(update.facts.zone);
  const [words, setWords] = useState<UpdateWords>(update.words);
  const path = `/api/projects/${update.project}/updates/${update.id}`;
  const changed = JSON.stringify(words) !== JSON.stringify(update.words);
  const save = () => ask<Update>(path, { method: "PUT", body: words, ifMatch: update.version });
  const saving = useDoing(save, "updates", "desk");
  const releasing = useDoing(async () => {
    if (changed) await save();
    return send("POST", `${path}/release`);
  }, "updates", "desk", "portal");
  const removing = useDoing(() => send("DELETE", path), "updates", "desk");
  const field = (key: keyof UpdateWords) => (
    <div className="field">
      <label htmlFor={`${key}-${update.id}`}>{t(`updates.${key}`)}</label>
      <textarea id={`${key}-${update.id}`} rows={4} maxLength={4000} disabled={!can("plan.edit")} value={words[key]} onChange={(event) => setWords({ ...words, [key]: event.target.value })} />
    </div>
  );
  return (
    <article className="draft" aria-label={t(`updates.audience.${update.audience}`)}>
      <div>
        <p className="lab">
          {t(`updates.audience.${update.audience}`)} · {t("updates.drafted", { at: dates.moment(update.made.at), name: update.made.name })} · {t("updates.facts.note")}
        </p>
        <UpdateShown name={name} facts={update.facts} words={words} />
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
        {(saving.error ?? releasing.error ?? removing.error) && <Notice problem={saving.error ?? releasing.error ?? removing.error} />}
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

function Told({ update, name, open }: { update: Update; name: string; open: boolean }) {
  const { t } = useWords();
  const dates = useDates(update.facts.zone);
  const readers = update.acknowledged.map((each) => each.name).join(", ");
  return (
    <details className="told-update" open={open}>
      <summary>
        <b>{t("updates.released")}</b> {t(`updates.audience.${update.audience}`)}, {t("updates.releasedBy", { at: dates.moment(update.released!.at), name: update.released!.name })}
        <span className="i3"> · {readers ? t("updates.read", { names: readers }) : t("updates.unread")}</span>
      </summary>
      <UpdateShown name={name} facts={update.facts} words={update.words} />
      <Sources update={update} />
    </details>
  );
}
