import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { interviewQuery } from "../api/queries";
import type { InterviewQuestion, JobApplicationView } from "../api/types";
import { TextField } from "../ui/Field";
import { FindingField, InPlace, useDraft } from "../ui/InPlace";
import { useDates } from "../ui/dates";
import { Asked } from "../ui/states";
import { useWords, type WordKey } from "../words/words";
import { ApplicationFrame, pathOf } from "./ApplicationFrame";
import { Quoted } from "./Blanked";
import { Mark } from "./Findings";
import { References } from "./References";
import { Who } from "./Who";

/// What to ask: what the CV leaves open, and the four skills, with the same words for everybody; notes are evidence.
export default function InterviewPage() {
  return <ApplicationFrame>{(view) => <Page view={view} />}</ApplicationFrame>;
}

function Page({ view }: { view: JobApplicationView }) {
  const { t } = useWords();
  const { application } = view;
  const open = application.openedBy !== undefined;
  return (
    <div className="cols review">
      <section aria-labelledby="questions">
        <h2 id="questions">{t("interview.title")}</h2>
        <p className="i2">{t("interview.note")}</p>
        <Asked of={useQuery(interviewQuery(application.vacancy, application.id))}>
          {({ questions }) => (
            <ol className="asked-questions">
              {questions.map((question) => (
                <Question key={question.id} question={question} path={pathOf(view)} open={open} />
              ))}
            </ol>
          )}
        </Asked>
      </section>
      <div>
        {open ? <References view={view} /> : <Who view={view} />}
      </div>
    </div>
  );
}

function Question({ question, path, open }: { question: InterviewQuestion; path: string; open: boolean }) {
  const { t } = useWords();
  const dates = useDates();
  const { id, why, sentence, line, source, notes } = question;
  const asked = sentence ? t(`interview.${why}` as WordKey, { sentence }) : t(`interview.${id}` as WordKey);
  const [noting, setNoting] = useState(false);
  return (
    <li>
      <p>
        <b>{asked}</b>
      </p>
      {line && <p className="i2"><Quoted text={line.text} /></p>}
      {source?.startsWith("https:") && (
        <p>
          <a className="lnk" href={source} target="_blank" rel="noopener noreferrer">
            {t("interview.register")}
          </a>
        </p>
      )}
      {!sentence && <p className="i2">{t(`interview.${id}.look` as WordKey)}</p>}
      {notes.map((note) => (
        <p key={note.at} className="noted">
          <Mark finding={note.finding} /> <b className={`finding ${note.finding}`}>{t(`interview.finding.${note.finding}` as WordKey)}</b> {note.note} {note.until && t("interview.until", { date: dates.dayLong(note.until) })}{" "}
          <span className="lab">{t("interview.by", { name: note.author.name, at: dates.moment(note.at) })}</span>
        </p>
      ))}
      {open &&
        (noting ? (
          <Noting id={id} path={path} dated={why === "certificate"} done={() => setNoting(false)} />
        ) : (
          <button className="lnk" type="button" aria-label={t("interview.noteTo", { question: asked })} onClick={() => setNoting(true)}>
            {t("interview.add")}
          </button>
        ))}
    </li>
  );
}

function Noting({ id, path, dated, done }: { id: string; path: string; dated: boolean; done: () => void }) {
  const { t } = useWords();
  const { draft, text } = useDraft({ finding: "met", note: "", until: "" });
  return (
    <InPlace keep={() => send("POST", `${path}/interview`, { ...draft, question: id, until: draft.until || null })} touches={["vacancies"]} act={t("interview.keep")} done={done} plain>
      <div className="field">
        <label htmlFor={`note-${id}`}>{t("interview.said")}</label>
        <textarea id={`note-${id}`} rows={3} required maxLength={4000} {...text("note")} />
      </div>
      <FindingField label={t("interview.shows")} {...text("finding")} />
      {dated && <TextField label={t("interview.holds")} type="date" {...text("until")} />}
    </InPlace>
  );
}
