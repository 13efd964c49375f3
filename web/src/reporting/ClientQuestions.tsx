import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Problem, send } from "../api/client";
import { useDoing } from "../api/doing";
import { clientQuestionsQuery, queries } from "../api/queries";
import type { ClientQuestion } from "../api/types";
import { useCan } from "../identity/session";
import { MakeChange } from "../delivery/DeskChange";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { ClientFactList } from "./ClientFactList";
import { FactPicker } from "./FactPicker";
import { keyOf } from "./facts";
import { factsOf, newerThan, textOf, withDraft, type Written } from "./written";

const TOUCHED = ["clientQuestions", "own-questions", "portal", "desk"];

/// What the client has asked: what waits for an answer first, each answered in place; nothing where nobody asked.
export function ClientQuestions({ project, zone }: { project: string; zone: string }) {
  const { t } = useWords();
  const can = useCan();
  const questions = useQuery({ ...clientQuestionsQuery(project), enabled: can("questions.see") }).data ?? [];
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
                <ClientFactList facts={question.facts} zone={zone} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Head({ question: { text, asked, about, answered, knows, draft }, zone }: { question: ClientQuestion; zone: string }) {
  const { t } = useWords();
  const dates = useDates(zone);
  return (
    <>
      <p>
        <b>{text}</b>
      </p>
      <p className="lab">
        {asked.name}, {dates.moment(asked.at)}
        {about && <> · {t("updates.questions.about", { name: about.name })}</>}
        {answered && <> · {t("updates.questions.by", { name: answered.name, at: dates.moment(answered.at) })}</>}
        {knows && !answered && !draft && <> · {t("updates.questions.knows", { name: knows.name })}</>}
        {draft && !answered && <> · {t("updates.questions.drafted", { name: draft.drafted.name, at: dates.moment(draft.drafted.at) })}</>}
      </p>
    </>
  );
}

/// One that waits, to be answered in place: what whoever knows the field has drafted stands in the field, to be released.
///
/// @param about the project, where that is not plain
export function OpenQuestion({ question, zone, about }: { question: ClientQuestion; zone: string; about?: string }) {
  const can = useCan();
  const { draft } = question;
  return (
    <li>
      {about && <p className="lab">{about}</p>}
      <Head question={question} zone={zone} />
      {can("plan.edit") && (
        <AnswerForm question={question} zone={zone} verb={draft ? "release" : "send"} of="answer">
          <MakeChange project={question.project} kind="question" id={question.id} text={question.text} />
        </AnswerForm>
      )}
    </li>
  );
}

/// One that the reader knows best: what they write waits on the desk of whoever answers for the project.
export function DraftQuestion({ question, zone, about }: { question: ClientQuestion; zone: string; about: string }) {
  return (
    <li>
      <p className="lab">{about}</p>
      <Head question={{ ...question, knows: undefined }} zone={zone} />
      <AnswerForm question={question} zone={zone} verb={question.draft ? "again" : "drafting"} of="draft" />
    </li>
  );
}

function AnswerForm({ question, zone, verb, of, children }: { question: ClientQuestion; zone: string; verb: "send" | "release" | "drafting" | "again"; of: "answer" | "draft"; children?: ReactNode }) {
  const { t } = useWords();
  const { draft } = question;
  const [kept, setKept] = useState<Written>({ read: draft });
  // One's own draft is as it was last written, wherever that was.
  const written = of === "answer" ? withDraft(kept, draft) : { ...kept, read: draft };
  if (of === "answer" && written !== kept) setKept(written);
  const text = textOf(written);
  const facts = factsOf(written);
  const newer = of === "answer" ? newerThan(written, draft) : undefined;
  const path = `/api/projects/${question.project}/questions/${question.id}/${of}`;
  const sending = useDoing(
    (read: string | undefined) => send("PUT", path, { [of]: text, facts: facts.map(({ kind, ref }) => ({ kind, ref })), ...(of === "answer" && { draft: read }) }),
    ...TOUCHED,
  );
  // Whoever was told that there is another draft has it before their eyes.
  const read = sending.error instanceof Problem && sending.error.code === "draft-renewed" ? draft : written.read;
  const readAgain = () => TOUCHED.forEach((key) => void queries.invalidateQueries({ queryKey: [key] }));
  const same = of === "draft" && text === draft?.text && facts.map(keyOf).join() === factsOf({ read: draft }).map(keyOf).join();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate(read?.drafted.at, { onSuccess: () => say(t(`updates.questions.said.${of}`)), onError: readAgain });
      }}
    >
      <div className="field">
        <label htmlFor={`${of}-${question.id}`}>{t(`updates.questions.${of}`)}</label>
        <textarea id={`${of}-${question.id}`} rows={2} maxLength={4000} value={text} onChange={(event) => setKept({ ...written, typed: event.target.value })} />
        {of === "answer" && draft && text !== draft.text && <p className="note">{t("updates.questions.draftOf", { name: draft.drafted.name, text: draft.text })}</p>}
        {newer && (
          <p>
            <button className="lnk" type="button" onClick={() => setKept({ read: newer })}>
              {t("updates.questions.take")}
            </button>
          </p>
        )}
      </div>
      <FactPicker question={question} zone={zone} chosen={facts} choose={(chosen) => setKept({ ...written, chosen })} />
      <p className="acts">
        <button className="btn" disabled={text.trim() === "" || same || sending.isPending}>
          {t(`updates.questions.${verb}`)}
        </button>
        {children}
      </p>
      {sending.error && <Notice problem={sending.error} />}
    </form>
  );
}
