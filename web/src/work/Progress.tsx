import { useState } from "react";
import { ask, Away } from "../api/client";
import { useDoing } from "../api/doing";
import type { MyWork, OwnTask, ProgressReport, ProgressTold } from "../api/types";
import { formatExtent, parseExtent } from "../gantt/model/extent";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { useUnsent } from "./useUnsent";
import { dayOf, leftChoices } from "./work";

/// Begun, how much remains, done: a click or two, and the plan follows.
export function Progress({ work, task, way }: { work: MyWork; task: OwnTask; way: () => void }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const { tell, doing } = useTelling(work, task);
  if (task.state === "done") {
    return (
      <div className="acts">
        <button className="btn" type="button" disabled={doing.isPending} onClick={() => tell({ state: "begun", started: task.started, remainingMinutes: 60 })}>
          {t("work.act.notDone")}
        </button>
        {doing.error && <Notice problem={doing.error} />}
      </div>
    );
  }
  return (
    <>
      <div className="acts told">
        <button className="btn go" type="button" disabled={doing.isPending} onClick={() => tell({ state: "done" })}>
          {t("work.act.done")}
        </button>
        {!task.started && (
          <button className="btn" type="button" disabled={doing.isPending} onClick={() => tell({ state: "begun" })}>
            {t("work.act.begin")}
          </button>
        )}
        <button className="btn" type="button" aria-expanded={asking} onClick={() => setAsking(!asking)}>
          {t("work.act.left")}
        </button>
        <button className="btn" type="button" onClick={way}>
          {t("way.act")}
        </button>
        <Left task={task} work={work} />
      </div>
      {asking && (
        <LeftChoice
          work={work}
          task={task}
          take={(remainingMinutes) => {
            setAsking(false);
            tell({ state: "begun", remainingMinutes });
          }}
        />
      )}
      {doing.error && <Notice problem={doing.error} />}
    </>
  );
}

function Left({ work, task }: { work: MyWork; task: OwnTask }) {
  const { t } = useWords();
  const length = useLength(work);
  if (!task.minutes) return null;
  const left = task.remainingMinutes;
  return <span className="i3 so-far">{left === undefined ? t("work.inAll", { all: length(task.minutes) }) : t("work.left", { left: length(left), all: length(task.minutes) })}</span>;
}

function LeftChoice({ work, task, take }: { work: MyWork; task: OwnTask; take: (minutes: number) => void }) {
  const { t } = useWords();
  const length = useLength(work);
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className="left-choice"
      onSubmit={(event) => {
        event.preventDefault();
        const minutes = parseExtent(typed, "duration", daysOf(work))?.minutes;
        if (minutes === undefined) setWrong(true);
        else take(minutes);
      }}
    >
      <span id="left">{t("work.left.ask")}</span>
      <span className="seg" role="group" aria-labelledby="left">
        {leftChoices(task, dayOf(work)).map((minutes) => (
          <button key={minutes} type="button" aria-pressed={task.remainingMinutes === minutes} onClick={() => take(minutes)}>
            {length(minutes)}
          </button>
        ))}
      </span>
      <input className="line" aria-label={t("work.left.other")} aria-invalid={wrong || undefined} placeholder={t("work.left.other")} value={typed} onChange={(event) => setTyped(event.target.value)} />
    </form>
  );
}

/// Minutes of working time as people say them: "4 h", "1.5 days".
export function useLength(work: MyWork): (minutes: number) => string {
  const { t, locale } = useWords();
  const units = { m: t("planning.unit.m"), h: t("planning.unit.h"), d: t("planning.unit.d"), w: t("planning.unit.w"), elapsed: t("planning.unit.elapsed"), locale };
  return (minutes) => formatExtent("duration", minutes, daysOf(work), units);
}

const daysOf = (work: MyWork) => ({ minutesOfADay: dayOf(work), daysOfAWeek: 5 });

/// What nobody answers is kept, and sent later.
function useTelling(work: MyWork, task: OwnTask) {
  const { t } = useWords();
  const dates = useDates(work.zone);
  const unsent = useUnsent();
  const keep = (report: ProgressReport, version: number) => unsent.add({ kind: "progress", project: task.project, task: task.task, name: task.name, report, version, planned: task.started ? undefined : task.start });
  const doing = useDoing(async ({ report, version }: { report: ProgressReport; version: number }) => {
    if (unsent.of(task.project, task.task).length > 0) {
      keep(report, version);
      void unsent.sendAll();
      return undefined;
    }
    try {
      return (await ask<ProgressTold>(`/api/projects/${task.project}/tasks/${encodeURIComponent(task.task)}/progress`, { method: "PUT", body: report, ifMatch: version })).body;
    } catch (failed) {
      if (!(failed instanceof Away)) throw failed;
      keep(report, version);
      return undefined;
    }
  }, "work");
  const tell = (report: ProgressReport) =>
    doing.mutate(
      { report, version: task.version },
      {
        onSuccess: (told) => {
          if (!told) return;
          const shift = Math.round((Date.parse(told.finish) - Date.parse(told.was)) / 86_400_000);
          const effect = told.moved === 0 ? t("work.said.still") : t("work.said.moved", { moved: told.moved });
          const finish = shift === 0 ? "" : t("work.said.finish", { project: task.projectName, day: dates.day(told.finish) });
          say([t(`work.said.${report.state!}`, { name: task.name }), effect, finish].filter(Boolean).join(" "), {
            name: t("app.undo"),
            do: () => doing.mutate({ report: asBefore(task), version: told.version }),
          });
        },
      },
    );
  return { tell, doing };
}

/// What was told of a task before, to be told again.
function asBefore({ started, finished, remainingMinutes }: OwnTask): ProgressReport {
  if (finished) return { state: "done", started, finished };
  return started ? { state: "begun", started, remainingMinutes } : { state: "planned" };
}
