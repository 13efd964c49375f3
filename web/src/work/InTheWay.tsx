import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, Away, send } from "../api/client";
import { useDoing } from "../api/doing";
import type { Complication, ComplicationEffect } from "../api/types";
import { lastMoment, useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { useUnsent } from "./useUnsent";

type Of = { project: string; projectName: string; task: string; name: string; zone?: string; dayMinutes: number };

/// Something came in the way: a line, what it costs, and it is sent. What it does to the dates stands beside it.
export function InTheWay({ of, length, done }: { of: Of; length: (minutes: number) => string; done: () => void }) {
  const { t } = useWords();
  const [what, setWhat] = useState("");
  const [cost, setCost] = useState<number>();
  const [urgent, setUrgent] = useState(false);
  const path = `/api/projects/${of.project}/tasks/${encodeURIComponent(of.task)}`;
  const unsent = useUnsent();
  const telling = useDoing(async () => {
    const body = { what, costMinutes: cost, urgent };
    const key = crypto.randomUUID();
    try {
      return (await ask<Complication>(`${path}/complications`, { method: "POST", body, key })).body;
    } catch (failed) {
      if (!(failed instanceof Away)) throw failed;
      unsent.add({ kind: "complication", project: of.project, task: of.task, name: of.name, body }, key);
      return undefined;
    }
  }, "work", "task-work", "desk");
  const costs = [of.dayMinutes / 2, 2 * of.dayMinutes, 5 * of.dayMinutes].map(Math.round);
  const tell = () =>
    telling.mutate(undefined, {
      onSuccess: (told) => {
        const names = told?.hearers.map(({ name }) => name).join(", ");
        say(told ? t("way.said", { names: names ? t("way.said.heard", { names }) : "" }) : t("hours.saving.kept"));
        done();
      },
    });
  return (
    <form
      className="in-the-way"
      aria-labelledby="way"
      onSubmit={(event) => {
        event.preventDefault();
        tell();
      }}
    >
      <h3 id="way">{t("way.title")}</h3>
      <div className="field">
        <label htmlFor="way-what">{t("way.what")}</label>
        <input id="way-what" value={what} required maxLength={300} autoFocus onChange={(event) => setWhat(event.target.value)} />
      </div>
      <div className="row">
        <span id="way-costs">{t("way.costs")}</span>
        <span className="seg" role="group" aria-labelledby="way-costs">
          {costs.map((minutes) => (
            <button key={minutes} type="button" aria-pressed={cost === minutes} onClick={() => setCost(minutes)}>
              {length(minutes)}
            </button>
          ))}
          <button type="button" aria-pressed={cost === undefined} onClick={() => setCost(undefined)}>
            {t("way.cost.unknown")}
          </button>
        </span>
        <label className="check">
          <input type="checkbox" checked={urgent} onChange={(event) => setUrgent(event.target.checked)} /> {t("way.urgent")}
        </label>
      </div>
      <p className="acts">
        <button className="btn go" disabled={telling.isPending}>
          {t("way.send")}
        </button>
        <button className="btn bare" type="button" onClick={done}>
          {t("app.cancel")}
        </button>
        <span className="i3">{t("way.goesTo")}</span>
      </p>
      {telling.error && <Notice problem={telling.error} />}
      <div aria-live="polite">{cost !== undefined && <Reckoned path={path} cost={cost} of={of} />}</div>
    </form>
  );
}

function Reckoned({ path, cost, of }: { path: string; cost: number; of: Of }) {
  const { t } = useWords();
  const asked = useQuery({
    queryKey: ["task-work", "effect", path, cost],
    queryFn: async () => (await ask<ComplicationEffect>(`${path}/complication-previews`, { method: "POST", body: { costMinutes: cost }, key: null })).body,
  });
  if (asked.error) return <Notice problem={asked.error} kind="plain" />;
  if (!asked.data) return <p className="i3">{t("way.reckoning")}</p>;
  return <Effect effect={asked.data} projectName={of.projectName} zone={of.zone} lead />;
}

/// The effect on the dates, in sentences: this task, the project, each promise, who would work at other times.
export function Effect({ effect, projectName, zone, lead = false }: { effect: ComplicationEffect; projectName: string; zone?: string; lead?: boolean }) {
  const { t } = useWords();
  const dates = useDates(zone);
  const day = (at: string) => `<b>${dates.weekdayDay(lastMoment(at))}</b>`;
  const was = (at: string) => dates.weekdayDay(lastMoment(at));
  const shift = dates.dayOf(lastMoment(effect.finish)) !== dates.dayOf(lastMoment(effect.was));
  const names = effect.people.slice(0, 3).join(", ");
  const more = effect.people.length - 3;
  const lines = [
    lead ? t("way.effect") : "",
    t("way.effect.task", { day: day(effect.taskFinish), was: was(effect.taskWas) }),
    shift ? t("way.effect.project", { project: projectName, day: day(effect.finish), was: was(effect.was) }) : t("way.effect.still", { project: projectName, day: day(effect.finish) }),
    ...effect.promises.map(({ name, by, planned, missed }) => t(missed ? "way.effect.missed" : "way.effect.kept", { name, by: was(by), day: day(planned) })),
    names ? t("way.effect.people", { names: more > 0 ? `${names} ${t("way.effect.more", { more })}` : names }) : "",
  ];
  const late = effect.promises.some(({ missed }) => missed);
  return (
    <p className={late ? "effect late" : "effect"}>
      <Rich>{lines.filter(Boolean).join(" ").replaceAll("..", ".")}</Rich>
    </p>
  );
}

/// One that was told: what, by whom, what it does, and what was done about it.
export function ComplicationLine({ of, zone, length, about }: { of: Complication; zone?: string; length: (minutes: number) => string; about?: boolean }) {
  const { t } = useWords();
  const dates = useDates(zone);
  const [closing, setClosing] = useState(false);
  const path = `/api/projects/${of.project}/complications/${of.id}`;
  const taking = useDoing(() => send("POST", `${path}/taking`), "work", "task-work", "desk");
  const at = (moment: string) => (dates.isToday(moment) ? dates.time(moment) : dates.moment(moment));
  return (
    <li className={of.closed ? "way closed" : "way"}>
      <p>
        {of.urgent && !of.closed && <b className="c-late">▲ {t("way.urgent.mark")} · </b>}
        <b>{of.what}</b>
      </p>
      <p className="lab">
        {[
          about ? `${of.taskName}, ${of.projectName}` : undefined,
          t("way.by", { name: of.told.name, at: at(of.told.at) }),
          of.costMinutes ? t("way.costed", { cost: length(of.costMinutes) }) : undefined,
          of.takenAt ? t("way.taken") : undefined,
        ].filter(Boolean).join(" · ")}
      </p>
      {of.effect && !of.closed && !of.takenAt && <Effect effect={of.effect} projectName={of.projectName} zone={zone} />}
      {of.closed && <p className="i2">{t("way.closed", { done: of.done ?? "", name: of.closed.name, at: at(of.closed.at) })}</p>}
      {closing ? (
        <Closing path={path} done={() => setClosing(false)} />
      ) : (
        (of.may.close || of.may.take) && (
          <p className="acts small">
            {of.may.take && (
              <button className="btn" type="button" aria-label={t("way.takeOf", { what: of.what })} disabled={taking.isPending} onClick={() => taking.mutate()}>
                {t("way.take")}
              </button>
            )}
            {of.may.close && (
              <button className="btn" type="button" aria-label={t("way.closeOf", { what: of.what })} onClick={() => setClosing(true)}>
                {t("way.close")}
              </button>
            )}
          </p>
        )
      )}
      {taking.error && <Notice problem={taking.error} />}
    </li>
  );
}

export function Closing({ path, done }: { path: string; done: () => void }) {
  const { t } = useWords();
  const [text, setText] = useState("");
  const closing = useDoing(() => send("POST", `${path}/closure`, { done: text }), "work", "task-work", "desk");
  return (
    <form
      className="close-it"
      onSubmit={(event) => {
        event.preventDefault();
        closing.mutate(undefined, { onSuccess: done });
      }}
    >
      <div className="field">
        <label htmlFor={`done-${path}`}>{t("way.done")}</label>
        <input id={`done-${path}`} value={text} required maxLength={300} autoFocus onChange={(event) => setText(event.target.value)} />
      </div>
      {closing.error && <Notice problem={closing.error} />}
      <p className="acts small">
        <button className="btn go" disabled={closing.isPending}>
          {t("way.close")}
        </button>
        <button className="btn bare" type="button" onClick={done}>
          {t("app.cancel")}
        </button>
      </p>
    </form>
  );
}
