import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, Away, send } from "../api/client";
import { useDoing } from "../api/doing";
import { peopleQuery } from "../api/queries";
import type { Need, NeedKind, NeedWrite } from "../api/types";
import { DayField } from "../ui/DayField";
import { useDates } from "../ui/dates";
import { ChoiceField, TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { useUnsent } from "./useUnsent";

/// What a click came to that the server has not heard of.
const KEPT = "kept";
const KINDS: NeedKind[] = ["access", "hardware", "document", "decision", "handOver"];

/// What a task can't go on without: what is here, and what is not, with who says when.
export function TaskNeeds({ project, task, needs, own, zone, title }: {
  project: string;
  task: string;
  needs: Need[];
  own: boolean;
  zone?: string;
  title: string;
}) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <section className="needs" aria-label={title}>
      <h3>{title}</h3>
      {needs.length === 0 && !asking && <p className="i2">{t("need.none")}</p>}
      <ul className="need">
        {needs.map((need) => (
          <NeedLine key={need.id} need={need} zone={zone} />
        ))}
      </ul>
      {asking ? (
        <NeedForm project={project} task={task} done={() => setAsking(false)} />
      ) : (
        own && (
          <button className="lnk" type="button" onClick={() => setAsking(true)}>
            {t("need.add")}
          </button>
        )
      )}
    </section>
  );
}

export function NeedLine({ need, zone, about }: { need: Need; zone?: string; about?: boolean }) {
  const { t } = useWords();
  const dates = useDates(zone);
  const [changing, setChanging] = useState(false);
  const doing = useNeed(need);
  const waits = useUnsent().waits(need.id) ?? need.waitingSince !== undefined;
  if (changing) return <li className="changing"><NeedForm project={need.project} task={need.task} need={need} done={() => setChanging(false)} /></li>;
  const open = need.state === "open";
  return (
    <li className={open ? "q" : "y"}>
      <NeedMark state={need.state} />
      <div>
        <b>{need.what}</b>
        <span className="lab"> {t(`need.kind.${need.kind}`)}</span>
        {about && <p className="lab">{t("need.owned.for", { task: need.taskName, project: need.projectName })}, {t("need.owned.start", { day: dates.weekdayDay(need.taskStart) })}</p>}
        <p className={need.overdue ? "c-late" : need.late || !need.owner ? "c-risk" : open ? "c-wait" : "i3"}>
          {(need.overdue || need.late || (open && !need.owner)) && "▲ "}
          <Standing need={need} zone={zone} />
        </p>
        {need.note && <p className="i2">{need.note}</p>}
        {open && (
          <p className="acts small">
            {need.may.close && (
              <button className="btn" type="button" aria-label={t("need.metOf", { what: need.what })} disabled={doing.isPending} onClick={() => doing.mutate("met", { onSuccess: () => say(t("need.said.met", { what: need.what })) })}>
                {t("need.met")}
              </button>
            )}
            {need.may.waiting && (
              <button className="btn" type="button" aria-label={waits ? t("need.goesOn") : t("need.waitsOf", { what: need.what })} disabled={doing.isPending}
                onClick={() => doing.mutate(waits ? "goesOn" : "waits", { onSuccess: (told) => say(told === KEPT ? t("hours.saving.kept") : waits ? t("need.said.goesOn") : t("need.said.waits", { what: need.what })) })}>
                {waits ? t("need.goesOn") : t("need.waits")}
              </button>
            )}
            {need.may.day && (
              <button className="btn bare" type="button" aria-label={t("need.changeOf", { what: need.what })} onClick={() => setChanging(true)}>
                {t("need.change")}
              </button>
            )}
          </p>
        )}
        {doing.error && <Notice problem={doing.error} />}
      </div>
    </li>
  );
}

function Standing({ need, zone }: { need: Need; zone?: string }) {
  const { t } = useWords();
  const dates = useDates(zone);
  if (need.state === "met") return t("need.here", { day: dates.day(need.closed!.at), name: need.closed!.name });
  if (need.state === "dropped") return t("need.dropped", { name: need.closed!.name });
  const name = need.owner?.name ?? "";
  const says = !need.owner
    ? need.due ? `${t("need.unowned")}, ${dates.weekdayDay(need.due)}` : t("need.unowned")
    : need.due ? t("need.says", { name, day: dates.weekdayDay(need.due) }) : t("need.says.none", { name });
  return [
    says,
    need.overdue ? t("need.overdue") : need.late ? t("need.late") : undefined,
    need.waitingSince ? t("need.stands", { day: dates.weekdayDay(need.waitingSince) }) : undefined,
    need.heldUntil ? t("need.held", { day: dates.weekdayDay(need.heldUntil) }) : undefined,
  ].filter(Boolean).join(", ");
}

/// Here is a tick, not here a hollow dashed square.
function NeedMark({ state }: { state: Need["state"] }) {
  return (
    <svg className="need-mark" width="14" height="14" aria-hidden="true">
      {state === "open" ? (
        <rect x="2" y="2" width="10" height="10" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="3 2" />
      ) : state === "met" ? (
        <path d="M2 7.5l3.5 3.5L12 3.5" fill="none" stroke="currentColor" strokeWidth="2" />
      ) : (
        <path d="M2 7h10" fill="none" stroke="currentColor" strokeWidth="1.6" />
      )}
    </svg>
  );
}

function useNeed(need: Need) {
  const path = `/api/needs/${need.id}`;
  const unsent = useUnsent();
  return useDoing(
    async (what: "met" | "dropped" | "waits" | "goesOn") => {
      if (what === "met" || what === "dropped") return send("POST", `${path}/closure`, { state: what });
      const keep = () => {
        unsent.add({ kind: "wait", project: need.project, task: need.task, name: need.taskName, need: need.id, what: need.what, waits: what === "waits" });
        return KEPT;
      };
      // What was told before and waits to be sent would come after it.
      if (unsent.waits(need.id) !== undefined) {
        const kept = keep();
        void unsent.sendAll();
        return kept;
      }
      try {
        return await send(what === "waits" ? "PUT" : "DELETE", `${path}/waiting`);
      } catch (failed) {
        if (!(failed instanceof Away)) throw failed;
        return keep();
      }
    },
    "work",
    "task-work",
    "desk",
  );
}

/// Asks for something new, or changes what was asked for.
function NeedForm({ project, task, need, done }: { project: string; task: string; need?: Need; done: () => void }) {
  const { t } = useWords();
  const people = useQuery(peopleQuery).data ?? [];
  const [written, setWritten] = useState<NeedWrite>({ kind: need?.kind ?? "access", what: need?.what ?? "", owner: need?.owner?.person, ofClient: need?.owner?.ofClient, due: need?.due });
  const [day, setDay] = useState(need?.due ?? "");
  const set = (part: Partial<NeedWrite>) => setWritten({ ...written, ...part });
  const saving = useDoing(
    () => {
      const body = { ...written, due: day || undefined };
      if (need) return ask(`/api/needs/${need.id}`, { method: "PUT", body, ifMatch: need.version });
      return ask(`/api/projects/${project}/tasks/${encodeURIComponent(task)}/needs`, { method: "POST", body });
    },
    "work",
    "task-work",
    "desk",
  );
  const dropping = useNeed(need ?? ({ id: "" } as Need));
  const onlyDay = need !== undefined && !need.may.change;
  const owner = written.ofClient ? "client" : (written.owner ?? "");
  return (
    <form
      className="need-form"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(undefined, {
          onSuccess: () => {
            say(t("need.asked", { what: written.what ?? "" }));
            done();
          },
        });
      }}
    >
      {!onlyDay && (
        <>
          <TextField label={t("need.what")} value={written.what ?? ""} required maxLength={300} autoFocus={!need} onChange={(event) => set({ what: event.target.value })} />
          <div className="fields">
            <ChoiceField label={t("need.kind")} value={written.kind} onChange={(event) => set({ kind: event.target.value as NeedKind })}>
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`need.kind.${kind}`)}
                </option>
              ))}
            </ChoiceField>
            <ChoiceField label={t("need.owner")} value={owner} onChange={(event) => set({ ofClient: event.target.value === "client", owner: event.target.value && event.target.value !== "client" ? event.target.value : undefined })}>
              <option value="">{t("need.owner.nobody")}</option>
              <option value="client">{t("need.owner.client")}</option>
              {people.filter(({ pool }) => !pool).map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name}
                </option>
              ))}
            </ChoiceField>
          </div>
        </>
      )}
      <DayField label={t("need.due")} value={day} change={setDay} required={false} />
      {saving.error && <Notice problem={saving.error} />}
      <p className="acts">
        <button className="btn go" disabled={saving.isPending}>
          {need ? t("app.save") : t("need.save")}
        </button>
        {need?.may.change && (
          <button className="btn" type="button" onClick={() => dropping.mutate("dropped", { onSuccess: done })}>
            {t("need.drop")}
          </button>
        )}
        <button className="btn bare" type="button" onClick={done}>
          {t("app.cancel")}
        </button>
      </p>
    </form>
  );
}
