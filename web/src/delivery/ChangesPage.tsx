import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { changesQuery, clientQuestionsQuery, complicationsQuery, needsQuery, projectQuery } from "../api/queries";
import type { ChangeRequest } from "../api/types";
import { ProjectHead } from "../forecasting/ProjectHead";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { Deliverables } from "./Deliverables";
import "./delivery.css";

/// What is asked for beside what was agreed, from the wish to the signature; and what the client gets.
export default function ChangesPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const { t } = useWords();
  const zone = useQuery(projectQuery(project)).data?.zone;
  const asked = useQuery(changesQuery(project));
  return (
    <>
      <ProjectHead project={project} page="changes.title" />
      <div className="changes">
        <div>
          <section aria-labelledby="changes">
            <h2 id="changes">{t("changes.title")}</h2>
            <Asked of={asked}>
              {(changes) =>
                changes.length === 0 ? (
                  <p className="i2">{t("changes.none")}</p>
                ) : (
                  <ul className="change-rows">
                    {changes.map((change) => (
                      <Row key={change.id} change={change} zone={zone} />
                    ))}
                  </ul>
                )
              }
            </Asked>
          </section>
          <Ask project={project} />
        </div>
        <Deliverables project={project} zone={zone} />
      </div>
    </>
  );
}

function Row({ change, zone }: { change: ChangeRequest; zone?: string }) {
  const { t } = useWords();
  const dates = useDates(zone);
  const stale = change.state === "offered" && change.offer?.fresh === false;
  return (
    <li>
      <p className="lab">
        {t("changes.number", { number: change.number })} · {t(change.ofClient ? "changes.by.client" : "changes.by", { name: change.asked.name, at: dates.day(change.asked.at) })}
      </p>
      <p className="what">
        <Link to="/projects/$project/changes/$change" params={{ project: change.project, change: change.id }}>
          {change.title}
        </Link>
        <span className={stale ? "c-risk" : change.state === "offered" ? "c-wait" : change.state === "asked" || change.state === "declined" ? "c-accent" : "i3"}>
          {stale ? `▲ ${t("changes.stale")}` : t(`changes.state.${change.state}`)}
        </span>
      </p>
    </li>
  );
}

/// Anybody in the project asks; what it is born from goes with it.
function Ask({ project }: { project: string }) {
  const { t } = useWords();
  const [wish, setWish] = useState("");
  const [origin, setOrigin] = useState("");
  const complications = (useQuery(complicationsQuery(project)).data ?? []).filter(({ closed }) => !closed);
  const needs = (useQuery(needsQuery(project)).data ?? []).filter(({ state }) => state === "open");
  const can = useCan();
  const questions = useQuery({ ...clientQuestionsQuery(project), enabled: can("questions.see") }).data ?? [];
  const [kind, id] = origin.split(" ");
  const asking = useDoing(() => send("POST", `/api/projects/${project}/change-requests`, { wish, origin: id ? { kind, id } : undefined }), "changes", "desk");
  const groups = [
    { kind: "question", items: questions.map((each) => ({ id: each.id, text: each.text })) },
    { kind: "complication", items: complications.map((each) => ({ id: each.id, text: each.what })) },
    { kind: "need", items: needs.map((each) => ({ id: each.id, text: each.what })) },
  ] as const;
  return (
    <section aria-labelledby="ask-change">
      <h2 id="ask-change">{t("changes.ask")}</h2>
      <form
        className="stacked"
        onSubmit={(event) => {
          event.preventDefault();
          asking.mutate(undefined, {
            onSuccess: () => {
              setWish("");
              setOrigin("");
              say(t("changes.ask.said"));
            },
          });
        }}
      >
        <div className="field">
          <label htmlFor="wish">{t("changes.ask.label")}</label>
          <textarea id="wish" rows={2} required maxLength={4000} value={wish} onChange={(event) => setWish(event.target.value)} />
        </div>
        {groups.some(({ items }) => items.length > 0) && (
          <div className="field">
            <label htmlFor="origin">{t("changes.ask.origin")}</label>
            <select id="origin" value={origin} onChange={(event) => setOrigin(event.target.value)}>
              <option value="">{t("changes.ask.origin.none")}</option>
              {groups.filter(({ items }) => items.length > 0).map((group) => (
                <optgroup key={group.kind} label={t(`changes.origin.${group.kind}`)}>
                  {group.items.map((each) => (
                    <option key={each.id} value={`${group.kind} ${each.id}`}>
                      {each.text}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </div>
        )}
        <p className="acts">
          <button className="btn go" disabled={asking.isPending}>
            {t("changes.ask.send")}
          </button>
          <span className="i3">{t("changes.ask.note")}</span>
        </p>
        {asking.error && <Notice problem={asking.error} />}
      </form>
    </section>
  );
}
