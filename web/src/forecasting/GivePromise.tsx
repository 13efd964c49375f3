import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { forecastQuery } from "../api/queries";
import type { Promised } from "../api/types";
import { useSession } from "../identity/session";
import { lastMoment } from "../ui/dates";
import type { Dates } from "../ui/dates";
import { DayField } from "../ui/DayField";
import { ChoiceField, TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { endOfDay } from "./PromiseRow";

const WHOLE = "";

/// Promising: what, to whom, until when, in which words, and by whom. The chance of the day is said before.
export function GivePromise({ project, promises, dates }: { project: string; promises: Promised[]; dates: Dates }) {
  const { t } = useWords();
  const me = useSession();
  const rows = useQuery(forecastQuery(project)).data;
  const [task, setTask] = useState(WHOLE);
  const [to, setTo] = useState("");
  const [day, setDay] = useState("");
  const [wording, setWording] = useState("");
  const [giver, setGiver] = useState("");
  const [on, setOn] = useState(dates.today);
  const known = promises.find((each) => (each.task ?? WHOLE) === task);
  const open = (rows?.rows ?? []).filter(({ finished, kind, task: id }) => !finished && (kind !== "task" || id === task || rows!.rows.length <= 60));
  const until = known ? dates.dayOf(lastMoment(known.by)) : day;
  const giving = useDoing(
    () => send("POST", `/api/projects/${project}/promises`, {
      ...(task === WHOLE ? {} : { task }),
      by: known ? known.by : endOfDay(until, dates.zone),
      to: to.trim(),
      ...(wording.trim() ? { wording: wording.trim() } : {}),
      ...(giver.trim() ? { giver: giver.trim() } : {}),
      on,
    }),
    "promises", "forecast", "portfolio",
  );
  const give = () => giving.mutateAsync(undefined).then(() => { say(t("promises.given.said")); setWording(""); setTo(""); setDay(""); }, () => undefined);
  const choose = (next: string) => {
    setTask(next);
    setTo(promises.find((each) => (each.task ?? WHOLE) === next)?.to ?? "");
  };
  return (
    <form className="give" onSubmit={(event) => { event.preventDefault(); void give(); }}>
      <h2>{t("promises.give")}</h2>
      <ChoiceField label={t("promises.what")} value={task} onChange={(event) => choose(event.target.value)}>
        <option value={WHOLE}>{t("promises.whole")}</option>
        {open.map((row) => <option key={row.task} value={row.task}>{row.wbs} {row.name}</option>)}
      </ChoiceField>
      {known
        ? <p className="notice plain"><Rich>{t(known.giver ? "promises.known" : "promises.known.giver", { day: dates.weekdayDay(until) })}</Rich></p>
        : <DayField label={t("promises.day")} value={day} change={setDay} note={chanceNote(rows, task, day, dates, t)} />}
      <TextField label={t("promises.whom")} required maxLength={300} value={to} onChange={(event) => setTo(event.target.value)} />
      <TextField label={t("promises.wording")} optional maxLength={300} value={wording} note={t("promises.wording.note")} onChange={(event) => setWording(event.target.value)} />
      <TextField label={t("promises.giver")} optional maxLength={300} value={giver} placeholder={me?.account.name} onChange={(event) => setGiver(event.target.value)} />
      <DayField label={t("promises.on")} value={on} change={setOn} note="" />
      {giving.error && <Notice problem={giving.error} />}
      <p className="acts"><button className="btn go" disabled={giving.isPending || to.trim() === "" || until === ""}>{t("promises.give.act")}</button></p>
    </form>
  );
}

type Rows = { finish: string[]; rows: { task: string; finish: string[] }[] } | undefined;

/// Before anything is promised: by when it is likely, which is what may be promised with a good conscience.
function chanceNote(rows: Rows, task: string, day: string, dates: Dates, t: ReturnType<typeof useWords>["t"]): string {
  const finish = task === WHOLE ? rows?.finish : rows?.rows.find((row) => row.task === task)?.finish;
  if (!finish) return t("day.note");
  const likely = dates.dayOf(lastMoment(finish[3]!));
  const even = dates.dayOf(lastMoment(finish[2]!));
  const early = day !== "" && day < likely;
  return t(early ? (day < even ? "promises.day.unlikely" : "promises.day.early") : "promises.day.likely", { likely: dates.weekdayDay(likely), even: dates.weekdayDay(even) });
}
