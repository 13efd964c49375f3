import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { logQuery, projectsQuery } from "../api/queries";
import type { LogEntry, ProjectLog } from "../api/types";
import { ProjectHead } from "../forecasting/ProjectHead";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { Asked } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { AddEntry } from "./AddEntry";
import { CloseProject } from "./CloseProject";
import { EntryRow } from "./EntryRow";
import { KINDS, matches, type Kind } from "./entries";
import "../forecasting/promises.css";
import "./logbook.css";

/// The logbook of a project: what was decided and why, what is assumed, what is the matter, what was learnt.
export default function LogPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  return (
    <>
      <ProjectHead project={project} page="log.title" />
      <Asked of={useQuery(logQuery(project))}>{(log) => <Read project={project} log={log} />}</Asked>
    </>
  );
}

function Read({ project, log }: { project: string; log: ProjectLog }) {
  const { t } = useWords();
  const can = useCan();
  const one = useQuery(projectsQuery).data?.find(({ id }) => id === project);
  const dates = useDates(one?.zone);
  const [kind, setKind] = useState<Kind | "all">("all");
  const [words, setWords] = useState("");
  const of = (each: Kind) => log.items.filter((entry) => entry.kind === each);
  const shown = log.items.filter((entry) => (kind === "all" || entry.kind === kind) && matches(entry, words));
  const openIssues = of("issue").filter(({ state }) => state === "open");
  const late = log.items.filter((entry) => isLate(entry, dates.today)).length;
  return (
    <>
      <p className="say">
        <Rich>{log.items.length === 0 ? t("log.none") : t("log.says", { decisions: of("decision").length, issues: openIssues.length, late })}</Rich>
      </p>
      <div className="log-sift">
        <span className="seg" role="group" aria-label={t("log.kind")}>
          <button type="button" aria-pressed={kind === "all"} onClick={() => setKind("all")}>{t("log.all")} {log.items.length}</button>
          {KINDS.map((each) => (
            <button key={each} type="button" aria-pressed={kind === each} onClick={() => setKind(each)}>{t(`log.kinds.${each}`)} {of(each).length}</button>
          ))}
        </span>
        {log.items.length > 0 && <input className="line" type="search" aria-label={t("log.search")} placeholder={t("log.search")} value={words} onChange={(event) => setWords(event.target.value)} />}
        {log.items.length > 0 && <a className="lnk" href={`/api/projects/${project}/log/table`} download="log.csv">{t("log.export")}</a>}
      </div>
      <div className={can("progress.tell") ? "promises cols" : "promises"}>
        <div>
          {log.items.length === 0 && <p className="text">{t("log.none.detail")}</p>}
          {log.items.length > 0 && shown.length === 0 && <p className="i2">{t("log.noMatch")}</p>}
          <ul className="standing" aria-label={t("log.title")}>
            {shown.map((entry) => <EntryRow key={entry.id} project={project} entry={entry} log={log} dates={dates} />)}
          </ul>
          {can("project.edit") && one && <CloseProject project={one} log={log} />}
        </div>
        {can("progress.tell") && <AddEntry project={project} preset={kind === "all" ? undefined : kind} />}
      </div>
    </>
  );
}

const isLate = (entry: LogEntry, today: string): boolean => entry.state === "open" && entry.kind !== "decision" && entry.day !== undefined && entry.day < today;
