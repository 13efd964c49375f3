import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, send } from "../api/client";
import { useDoing } from "../api/doing";
import { deliverablesQuery } from "../api/queries";
import type { Deliverable } from "../api/types";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";

type Draft = { name: string; about: string; shown: boolean; criteria: string };

/// What the client gets, and by what they accept it.
export function Deliverables({ project, zone }: { project: string; zone?: string }) {
  const { t } = useWords();
  const can = useCan();
  const asked = useQuery(deliverablesQuery(project));
  const [adding, setAdding] = useState(false);
  return (
    <section aria-labelledby="deliverables">
      <h2 id="deliverables">{t("deliverables.title")}</h2>
      <Asked of={asked}>
        {(items) => (
          <>
            {items.length === 0 && !adding && <p className="i2">{t("deliverables.none")}</p>}
            <ul className="deliverables">
              {items.map((each) => (
                <One key={each.id + each.version} of={each} zone={zone} />
              ))}
            </ul>
          </>
        )}
      </Asked>
      {can("plan.edit") &&
        (adding ? (
          <Form project={project} done={() => setAdding(false)} />
        ) : (
          <p className="acts">
            <button className="btn" type="button" onClick={() => setAdding(true)}>
              {t("deliverables.add")}
            </button>
          </p>
        ))}
    </section>
  );
}

function One({ of, zone }: { of: Deliverable; zone?: string }) {
  const { t } = useWords();
  const can = useCan();
  const dates = useDates(zone);
  const [writing, setWriting] = useState(false);
  const path = `/api/projects/${of.project}/deliverables/${of.id}`;
  const { name, about, task, shown, criteria } = of;
  const ticking = useDoing(
    (place: number) => ask(path, { method: "PUT", ifMatch: of.version, body: { name, about, task, shown, criteria: criteria.map((each, i) => (i === place ? { ...each, met: !each.met } : each)) } }),
    "deliverables", "portal",
  );
  const handing = useDoing(() => send("POST", `${path}/hand-over`), "deliverables", "portal");
  if (writing) return <li><Form project={of.project} of={of} done={() => setWriting(false)} /></li>;
  const open = of.state === "open";
  return (
    <li>
      <p className="what">
        <b>{name}</b>
        <span className={of.state === "handed" ? "c-wait" : "i3"}>
          {of.accepted ? t("deliverables.accepted", { name: of.accepted.name, day: dates.day(of.accepted.at) }) : t(`deliverables.state.${of.state}`)}
        </span>
      </p>
      {about && <p className="i2 said">{about}</p>}
      <ul className="criteria">
        {criteria.map((each, i) => (
          <li key={each.text}>
            <label className="check">
              <input type="checkbox" checked={each.met} disabled={!open || !can("plan.edit") || ticking.isPending} onChange={() => ticking.mutate(i)} />
              <span>{each.text}</span>
            </label>
          </li>
        ))}
      </ul>
      {of.reason && (
        <p className="notice risk">
          <b>{t("deliverables.back")}</b>
          {of.reason}
        </p>
      )}
      {open && can("plan.edit") && (
        <p className="acts small">
          <button className="btn" type="button" disabled={handing.isPending || criteria.some(({ met }) => !met)} onClick={() => handing.mutate(undefined, { onSuccess: () => say(t("deliverables.handed")) })}>
            {t("deliverables.hand")}
            <span className="sr"> {name}</span>
          </button>
          <button className="btn bare" type="button" onClick={() => setWriting(true)}>
            {t("deliverables.write")}
            <span className="sr"> {name}</span>
          </button>
          {!shown && <span className="i3">{t("deliverables.hidden")}</span>}
        </p>
      )}
      {(ticking.error ?? handing.error) && <Notice problem={ticking.error ?? handing.error} />}
    </li>
  );
}

function Form({ project, of, done }: { project: string; of?: Deliverable; done: () => void }) {
  const { t } = useWords();
  const [draft, setDraft] = useState<Draft>({
    name: of?.name ?? "",
    about: of?.about ?? "",
    shown: of?.shown ?? true,
    criteria: of?.criteria.map(({ text }) => text).join("\n") ?? "",
  });
  const met = new Map(of?.criteria.map((each) => [each.text, each.met]));
  const criteria = draft.criteria.split("\n").map((text) => text.trim()).filter(Boolean).map((text) => ({ text, met: met.get(text) ?? false }));
  const path = `/api/projects/${project}/deliverables`;
  const body = { ...draft, task: of?.task, criteria };
  const saving = useDoing(() => ask(of ? `${path}/${of.id}` : path, { method: of ? "PUT" : "POST", body, ifMatch: of?.version }), "deliverables", "portal");
  return (
    <form
      className="stacked"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(undefined, { onSuccess: done });
      }}
    >
      <TextField label={t("deliverables.name")} required maxLength={300} autoFocus value={draft.name} onChange={(event) => setDraft({ ...draft, name: event.target.value })} />
      <div className="field">
        <label htmlFor="criteria">{t("deliverables.criteria")}</label>
        <textarea id="criteria" rows={4} value={draft.criteria} onChange={(event) => setDraft({ ...draft, criteria: event.target.value })} />
        <p className="note">{t("deliverables.criteria.note")}</p>
      </div>
      <label className="check">
        <input type="checkbox" checked={draft.shown} onChange={(event) => setDraft({ ...draft, shown: event.target.checked })} /> {t("deliverables.shown")}
      </label>
      <p className="acts">
        <button className="btn go" disabled={saving.isPending}>
          {t("changes.save")}
        </button>
        <button className="btn bare" type="button" onClick={done}>
          {t("app.cancel")}
        </button>
      </p>
      {saving.error && <Notice problem={saving.error} />}
    </form>
  );
}
