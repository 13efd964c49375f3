import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { clientQuestionsQuery } from "../api/queries";
import type { ClientQuestion } from "../api/types";
import { useCan } from "../identity/session";
import { MakeChange } from "../delivery/DeskChange";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";

/// What the client has asked: what waits for an answer first, each answered in place; nothing where nobody asked.
export function ClientQuestions({ project, zone }: { project: string; zone: string }) {
  const { t } = useWords();
  const questions = useQuery(clientQuestionsQuery(project)).data ?? [];
  const open = questions.filter(({ answered }) => !answered);
  const answered = questions.filter((question) => question.answered);
  if (questions.length === 0) return null;
  return (
    <section className="client-questions" aria-labelledby="client-questions">
      <h2 id="client-questions">{open.length > 0 ? t("updates.questions.open", { count: open.length }) : t("updates.questions")}</h2>
      <ul className="questions">
        {open.map((question) => (
          <OpenQuestion key={question.id} question={question} zone={zone} />
        ))}
      </ul>
      {answered.length > 0 && (
        <details>
          <summary>{t("updates.questions.answered", { count: answered.length })}</summary>
          <ul className="questions">
            {answered.map((question) => (
              <li key={question.id}>
                <Head question={question} zone={zone} />
                <p>{question.answer}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Head({ question: { text, asked, answered }, zone }: { question: ClientQuestion; zone: string }) {
  const { t } = useWords();
  const dates = useDates(zone);
  return (
    <>
      <p>
        <b>{text}</b>
      </p>
      <p className="lab">
        {asked.name}, {dates.moment(asked.at)}
        {answered && <> · {t("updates.questions.by", { name: answered.name, at: dates.moment(answered.at) })}</>}
      </p>
    </>
  );
}

/// One that waits, to be answered in place.
///
/// @param about the project, where that is not plain
export function OpenQuestion({ question, zone, about }: { question: ClientQuestion; zone: string; about?: string }) {
  const { t } = useWords();
  const can = useCan();
  const [answer, setAnswer] = useState("");
  const path = `/api/projects/${question.project}/questions/${question.id}/answer`;
  const answering = useDoing(() => send("PUT", path, { answer }), "clientQuestions", "portal", "desk");
  return (
    <li>
      {about && <p className="lab">{about}</p>}
      <Head question={question} zone={zone} />
      {can("plan.edit") && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            answering.mutate(undefined, { onSuccess: () => say(t("updates.questions.said")) });
          }}
        >
          <div className="field">
            <label htmlFor={`answer-${question.id}`}>{t("updates.questions.answer")}</label>
            <textarea id={`answer-${question.id}`} rows={2} maxLength={4000} value={answer} onChange={(event) => setAnswer(event.target.value)} />
          </div>
          <p className="acts">
            <button className="btn" disabled={answer.trim() === "" || answering.isPending}>
              {t("updates.questions.send")}
            </button>
            <MakeChange project={question.project} kind="question" id={question.id} text={question.text} />
          </p>
          {answering.error && <Notice problem={answering.error} />}
        </form>
      )}
    </li>
  );
}
