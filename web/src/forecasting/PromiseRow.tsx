import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { Promised } from "../api/types";
import { useCan } from "../identity/session";
import { lastMoment } from "../ui/dates";
import { addDays, startOfDay, type Dates } from "../ui/dates";
import { DayField } from "../ui/DayField";
import { TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { PromiseState } from "./PromiseState";
import { Ways } from "./Ways";

type Of = { project: string; promise: Promised; dates: Dates };

/// The end of a day in a zone: what is promised for a day may come as late as that.
export const endOfDay = (day: string, zone: string) => startOfDay(addDays(day, 1), zone);

/// One promise: the date first, then how it stands, every date that it had, and what can be done.
export function PromiseRow({ project, promise, dates }: Of) {
  const { t } = useWords();
  const can = useCan();
  const [open, setOpen] = useState<"" | "ways" | "move" | "withdraw">("");
  const toggle = (what: typeof open) => setOpen((now) => (now === what ? "" : what));
  const over = promise.state === "kept" || promise.finished !== undefined;
  const day = (at: string) => dates.weekdayDay(lastMoment(at));
  return (
    <li className={promise.state}>
      <div className="what">
        <h2>
          {promise.task ? (
            <Link to="/projects/$project" params={{ project }} search={{ task: promise.task } as never}>{promise.name}</Link>
          ) : t("promises.whole")}
        </h2>
        <p className="i2">
          <Rich>{t(promise.to ? "promises.promised.to" : "promises.promised", { day: day(promise.by), to: promise.to ?? "" })}</Rich>
        </p>
        {promise.wording && <blockquote>{promise.wording}</blockquote>}
        <Given promise={promise} dates={dates} />
      </div>
      <div className="stands">
        <p><PromiseState state={promise.state} chance={promise.chance} dates={dates} /></p>
        <p className="i2">
          {promise.finished ? t("promises.done", { day: day(promise.finished) })
            : promise.likely ? t("promises.likely", { day: day(promise.likely), planned: day(promise.planned) })
              : t("promises.planned", { day: day(promise.planned) })}
        </p>
        {can("plan.edit") && !over && (
          <p className="acts">
            {(promise.state === "atRisk" || promise.state === "broken") && (
              <button type="button" className="btn" aria-expanded={open === "ways"} onClick={() => toggle("ways")}>{t("promises.ways")}</button>
            )}
            <button type="button" className="btn bare" aria-expanded={open === "move"} onClick={() => toggle("move")}>{t("promises.move")}</button>
            <button type="button" className="btn bare" aria-expanded={open === "withdraw"} onClick={() => toggle("withdraw")}>{t("promises.withdraw")}</button>
          </p>
        )}
      </div>
      {open === "ways" && <Ways project={project} promise={promise} dates={dates} />}
      {open === "move" && <Move project={project} promise={promise} dates={dates} close={() => setOpen("")} />}
      {open === "withdraw" && <Withdraw project={project} promise={promise} close={() => setOpen("")} />}
    </li>
  );
}

/// Who gave it, and each date that it had before.
function Given({ promise, dates }: { promise: Promised; dates: Dates }) {
  const { t } = useWords();
  const day = (at: string) => dates.weekdayDay(lastMoment(at));
  const moved = promise.steps.filter(({ kind }) => kind !== "given");
  return (
    <>
      <p className="lab">{promise.giver ? t("promises.given", { giver: promise.giver, day: dates.weekdayDay(promise.on!) }) : t("promises.given.unknown")}</p>
      {moved.length > 0 && (
        <ol className="moved" aria-label={t("promises.history")}>
          {moved.map((step) => (
            <li key={step.at}>
              {step.was && <s>{day(step.was)}</s>} {step.by ? <b>{day(step.by)}</b> : t("promises.step.none")}{" "}
              <span className="i2">{step.reason ?? t("promises.step.noReason")}</span>{" "}
              <span className="i3">{t("history.at.by", { at: dates.day(step.at), name: step.name })}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

export const promisePath = (project: string, promise: Promised) =>
  `/api/projects/${project}/promises/${promise.task === undefined ? "project" : encodeURIComponent(promise.task)}`;

function Move({ project, promise, dates, close }: Of & { close: () => void }) {
  const { t } = useWords();
  const [day, setDay] = useState(dates.dayOf(lastMoment(promise.by)));
  const [reason, setReason] = useState("");
  const moving = useDoing(
    () => send("POST", `${promisePath(project, promise)}/moves`, { by: endOfDay(day, dates.zone), reason: reason.trim() }),
    "promises", "forecast", "portfolio",
  );
  const move = () => moving.mutateAsync(undefined).then(() => { say(t("promises.moved")); close(); }, () => undefined);
  return (
    <form className="more" onSubmit={(event) => { event.preventDefault(); void move(); }}>
      <DayField label={t("promises.move.to")} value={day} change={setDay} />
      <TextField label={t("promises.reason")} required maxLength={300} value={reason} note={t("promises.reason.note")} onChange={(event) => setReason(event.target.value)} />
      {moving.error && <Notice problem={moving.error} />}
      <p className="acts"><button className="btn go" disabled={moving.isPending || reason.trim() === ""}>{t("promises.move.act")}</button></p>
    </form>
  );
}

function Withdraw({ project, promise, close }: { project: string; promise: Promised; close: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState("");
  const withdrawing = useDoing(
    () => send("POST", `${promisePath(project, promise)}/withdrawal`, { reason: reason.trim() }),
    "promises", "forecast", "portfolio",
  );
  const withdraw = () => withdrawing.mutateAsync(undefined).then(() => { say(t("promises.withdrawn")); close(); }, () => undefined);
  return (
    <form className="more" onSubmit={(event) => { event.preventDefault(); void withdraw(); }}>
      <TextField label={t("promises.reason")} required maxLength={300} value={reason} note={t("promises.withdraw.note")} onChange={(event) => setReason(event.target.value)} />
      {withdrawing.error && <Notice problem={withdrawing.error} />}
      <p className="acts"><button className="btn go" disabled={withdrawing.isPending || reason.trim() === ""}>{t("promises.withdraw.act")}</button></p>
    </form>
  );
}
