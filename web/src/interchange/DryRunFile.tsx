import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { peopleQuery } from "../api/queries";
import type { ImportFile, ImportLine, ImportPerson } from "../api/types";
import { useDates } from "../ui/dates";
import { useWords } from "../words/words";
import type { FileAnswer } from "./answers";

/// What one file would bring: its project, who its people are, and line by line what can't come in.
export function DryRunFile({ file, answer, change }: {
  file: ImportFile;
  answer: FileAnswer | undefined;
  change: (answer: FileAnswer) => void;
}) {
  const { t, word } = useWords();
  const dates = useDates();
  const id = useId();
  if (file.error || !answer) {
    return (
      <section className="file" aria-labelledby={id}>
        <header>
          <h2 id={id}>{file.name}</h2>
        </header>
        <div className="notice" role="alert">
          <b>{word(`problem.${file.error?.code}.title`) ?? file.error?.title}</b>
          {file.error?.detail && <p>{file.error.detail}</p>}
          {file.error?.hint && <p>{file.error.hint}</p>}
          <p className="code">{file.error?.code}</p>
        </div>
      </section>
    );
  }
  const { project } = file;
  return (
    <section className={`file ${answer.taken ? "" : "left"}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>{file.name}</h2>
        <span className="lab">{file.format}</span>
        <label className="check">
          <input
            type="checkbox"
            checked={answer.taken}
            onChange={(event) => change({ ...answer, taken: event.target.checked })}
          />
          {t("import.takeThis")}
        </label>
      </header>
      {answer.taken && (
        <>
          <div className="brings">
            <div className="field">
              <label htmlFor={`${id}-name`}>{t("import.projectName")}</label>
              <input
                id={`${id}-name`}
                required
                maxLength={200}
                value={answer.projectName}
                onChange={(event) => change({ ...answer, projectName: event.target.value })}
              />
            </div>
            {project && (
              <>
                <p className="fact">
                  <b>{dates.number(project.tasks)}</b> {t("import.tasks", { tasks: project.tasks })}
                </p>
                <p className="fact">
                  <b>{dates.number(project.links)}</b> {t("import.links", { links: project.links })}
                </p>
                {project.start && (
                  <p className="fact">
                    <b>{dates.day(project.start)}</b> {t("import.start")}
                  </p>
                )}
                {project.finish && (
                  <p className="fact">
                    <b>{dates.day(project.finish)}</b> {t("import.finish")}
                  </p>
                )}
              </>
            )}
          </div>
          {file.people && file.people.length > 0 && (
            <People
              people={file.people}
              answers={answer.people}
              change={(people) => change({ ...answer, people })}
            />
          )}
          <Lines lines={file.lines ?? []} />
        </>
      )}
    </section>
  );
}

function People({ people, answers, change }: {
  people: ImportPerson[];
  answers: FileAnswer["people"];
  change: (answers: FileAnswer["people"]) => void;
}) {
  const { t } = useWords();
  const all = useQuery(peopleQuery).data ?? [];
  const id = useId();
  // Questions first, then what is settled.
  const sorted = people.toSorted((a, b) => Number(a.match !== "unsure") - Number(b.match !== "unsure"));
  return (
    <div className="whoiswho">
      <h3>{t("import.people")}</h3>
      <p className="i2">{t("import.people.what")}</p>
      <ul>
        {sorted.map(({ name, match, candidates }, i) => {
          const likely = new Set(candidates?.map(({ person }) => person));
          const open = answers[name] === "";
          return (
            <li key={name}>
              <span id={`${id}-${i}`}>
                {name}
                {match === "unsure" && open && <b className="c-risk"> ▲ {t("import.people.unsure")}</b>}
              </span>
              <select
                className="line"
                aria-labelledby={`${id}-${i}`}
                required
                value={answers[name]}
                onChange={(event) => change({ ...answers, [name]: event.target.value })}
              >
                {open && <option value="">{t("ask.choose")}</option>}
                {candidates && candidates.length > 0 && (
                  <optgroup label={t("import.people.likely")}>
                    {candidates.map((candidate) => (
                      <option key={candidate.person} value={candidate.person}>
                        {candidate.name}
                      </option>
                    ))}
                  </optgroup>
                )}
                <option value="new">{t("import.people.new")}</option>
                <option value="skip">{t("import.people.skip")}</option>
                <optgroup label={t("import.people.others")}>
                  {all
                    .filter((person) => !likely.has(person.id))
                    .map((person) => (
                      <option key={person.id} value={person.id}>
                        {person.name}
                      </option>
                    ))}
                </optgroup>
              </select>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const weight = { error: 0, warning: 1, note: 2 } as const;

function Lines({ lines }: { lines: ImportLine[] }) {
  const { t } = useWords();
  if (lines.length === 0) return <p className="i2 whole">{t("import.lines.none")}</p>;
  return (
    <details className="lines" open={lines.length <= 12}>
      <summary>{t("import.lines", { lines: lines.length })}</summary>
      <table className="tbl stack">
        <thead>
          <tr>
            <th scope="col">{t("import.lines.what")}</th>
            <th scope="col">{t("import.lines.why")}</th>
            <th scope="col" className="n">
              {t("import.lines.times")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines
            .toSorted((a, b) => weight[a.severity] - weight[b.severity])
            .map((line, i) => (
              <tr key={i}>
                <th scope="row">
                  <Severity severity={line.severity} /> {line.what}
                </th>
                <td className="i2">{line.why}</td>
                <td className="n">{(line.count ?? 1) > 1 ? line.count : ""}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </details>
  );
}

function Severity({ severity }: { severity: ImportLine["severity"] }) {
  const { t } = useWords();
  if (severity === "note") return null;
  return (
    <span className={severity === "error" ? "c-late" : "c-risk"}>
      {severity === "warning" && "▲ "}
      {t(`import.severity.${severity}`)}
    </span>
  );
}
