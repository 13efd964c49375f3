import { Link } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { logHistoryQuery } from "../api/queries";
import type { LogEntry, ProjectLog } from "../api/types";
import { useCan, useSession } from "../identity/session";
import type { Dates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { ENDS } from "./entries";

type Of = { project: string; entry: LogEntry; log: Pick<ProjectLog, "people" | "tasks">; dates: Dates };

/// One entry: what it says, who sees to it, and what came of it.
export function EntryRow({ project, entry, log, dates }: Of) {
  const { t } = useWords();
  const owner = entry.owner && log.people[entry.owner];
  return (
    <li className={entry.state === "open" ? "" : "ended"}>
      <div className="what">
        <p className="lab">
          {t(`log.kind.${entry.kind}`, { number: entry.number })}
          {entry.kind === "decision" && ` · ${t("log.decided", { who: entry.who ?? "", day: entry.day ? dates.day(entry.day) : "" })}`}
          {entry.kind !== "decision" && ` · ${t("log.written", { name: entry.made.name, day: dates.day(entry.made.at) })}`}
        </p>
        <h2>{entry.title}</h2>
        {entry.text && <p className="i2 words">{entry.kind === "decision" ? t("log.because", { text: entry.text }) : entry.text}</p>}
        {entry.outcome && <p className="words">{entry.state === "open" ? t("log.changed", { text: entry.outcome }) : entry.outcome}</p>}
        {entry.tasks.length > 0 && (
          <p className="lab">
            {t("log.about")}{" "}
            {entry.tasks.map((task, i) => (
              <span key={task}>
                {i > 0 && ", "}
                {log.tasks[task] ? (
                  <Link className="lnk" to="/projects/$project" params={{ project }} search={{ task } as never}>{log.tasks[task]}</Link>
                ) : (
                  t("log.taskGone")
                )}
              </span>
            ))}
          </p>
        )}
        {entry.version > 1 && <Earlier project={project} entry={entry} dates={dates} />}
        {entry.origin && <p className="lab">{t("log.origin", { kind: entry.origin.kind, text: entry.origin.text })}</p>}
      </div>
      <div className="stands">
        <Stands entry={entry} owner={owner} dates={dates} />
        <Acts project={project} entry={entry} />
      </div>
    </li>
  );
}

/// What it said before, asked for when somebody wants to see it.
function Earlier({ project, entry, dates }: { project: string; entry: LogEntry; dates: Dates }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const earlier = useQuery({ ...logHistoryQuery(project, entry.id, entry.version), enabled: open }).data ?? [];
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="lab">{t("log.earlier", { count: entry.version - 1 })}</summary>
      <ul className="earlier">
        {earlier.map(({ version, title, text, outcome, by, at }) => (
          <li key={version}>
            <p className="lab">{t("log.earlier.until", { name: by, at: dates.moment(at) })}</p>
            <p className="i2 words">{[title, text, outcome].filter(Boolean).join("\n")}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Stands({ entry, owner, dates }: { entry: LogEntry; owner?: string; dates: Dates }) {
  const { t } = useWords();
  if (entry.kind === "lesson") return null;
  if (entry.state !== "open") return <p className="i2">{t(`log.state.${entry.kind === "decision" && entry.state === "closed" ? "withdrawn" : entry.state}`)}{entry.closed && <span className="lab"> {entry.closed.name}, {dates.day(entry.closed.at)}</span>}</p>;
  if (entry.kind === "decision") return <p>{t("log.state.stands")}</p>;
  const late = entry.day !== undefined && entry.day < dates.today;
  return (
    <p>
      {owner ?? <span className="c-risk">▲ {t("log.unowned")}</span>}
      {entry.day && <span className={late ? "c-risk" : "i2"}>{owner ? " " : " · "}{late && owner && "▲ "}{t(late ? "log.late" : "log.by", { day: dates.day(entry.day) })}</span>}
    </p>
  );
}

function Acts({ project, entry }: { project: string; entry: LogEntry }) {
  const { t } = useWords();
  const can = useCan();
  const session = useSession()!;
  const [ending, setEnding] = useState<Exclude<LogEntry["state"], "open">>();
  const [outcome, setOutcome] = useState("");
  const at = `/api/projects/${project}/log/${entry.id}/closure`;
  const doing = useDoing((state: LogEntry["state"] | undefined) => (state ? send("POST", at, { state, outcome }) : send("DELETE", at)), "log", "desk");
  const own = can("plan.edit") || (entry.kind !== "decision" && (entry.made.account === session.account.id || (entry.owner !== undefined && entry.owner === session.person)));
  if (!own || entry.kind === "lesson") return null;
  if (entry.state !== "open")
    return (
      <p className="acts">
        <button className="btn bare" type="button" disabled={doing.isPending} onClick={() => doing.mutate(undefined)}>{t("log.open")}<span className="sr"> {entry.title}</span></button>
      </p>
    );
  if (ending)
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          doing.mutate(ending, { onSuccess: () => { setEnding(undefined); say(t("log.said.ended")); } });
        }}
      >
        <div className="field">
          <label htmlFor={`outcome-${entry.id}`}>{t(`log.outcome.${ending}`)}</label>
          <textarea id={`outcome-${entry.id}`} rows={2} required maxLength={4000} autoFocus value={outcome} onChange={(event) => setOutcome(event.target.value)} />
        </div>
        <p className="acts">
          <button className="btn go" disabled={doing.isPending || outcome.trim() === ""}>{t("app.save")}</button>
          <button className="btn" type="button" onClick={() => setEnding(undefined)}>{t("app.cancel")}</button>
        </p>
        {doing.error && <Notice problem={doing.error} />}
      </form>
    );
  return (
    <p className="acts">
      {ENDS[entry.kind].map((state) => (
        <button key={state} className="btn" type="button" onClick={() => setEnding(state)}>
          {t(`log.end.${entry.kind === "decision" && state === "closed" ? "withdrawn" : state}`)}
          <span className="sr"> {entry.title}</span>
        </button>
      ))}
    </p>
  );
}
