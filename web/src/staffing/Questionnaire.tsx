import { useId, useState } from "react";
import type { AssessmentQuestion, StaffingFact } from "../api/types";
import { useWords } from "../words/words";
import { UNKNOWN, type Given } from "./assessment";
import { useAssessmentWords } from "./words";

const HEADINGS = ["complexity", "scope", "focus"] as const;

type Props = { questions: AssessmentQuestion[]; given: Given; facts: Record<string, StaffingFact>; change: (given: Given) => void };

/// All questions under their three headings; each can stay open.
export function Questionnaire({ questions, given, facts, change }: Props) {
  const words = useAssessmentWords();
  return (
    <div className="ask">
      {HEADINGS.map((heading) => (
        <section key={heading} aria-labelledby={`ask-${heading}`}>
          <h2 id={`ask-${heading}`}>{words.of("heading", heading)}</h2>
          {questions.filter((each) => each.heading === heading).map((question) => (
            <Question key={question.id} number={questions.indexOf(question) + 1} question={question} fact={facts[question.id]}
              given={given[question.id]} change={(answer) => change({ ...given, [question.id]: answer })} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Question({ number, question, given, fact, change }: {
  number: number;
  question: AssessmentQuestion;
  given: Given[string] | undefined;
  fact?: StaffingFact;
  change: (answer: Given[string]) => void;
}) {
  const { t } = useWords();
  const words = useAssessmentWords();
  const name = useId();
  const answer = given?.answer ?? UNKNOWN;
  const option = (code: string, text: string, points?: number) => (
    <label key={code} className={points === undefined ? "open" : undefined}>
      <input type="radio" name={name} checked={answer === code} onChange={() => change({ ...given, answer: code })} />
      <span className="no">{points ?? "?"}</span>
      <span>{text}</span>
    </label>
  );
  return (
    <fieldset className="question">
      <legend>
        <span className="no">{number}</span> {words.question(question.id)}
      </legend>
      <div className="levels">
        {question.levels.map((code, at) => option(code, words.level(question.id, at + 1), at + 1))}
        {option(UNKNOWN, t("assess.unknown"))}
      </div>
      {fact && (
        <p className="lab fact">
          {words.source("plan")}: {words.fact(fact)}
        </p>
      )}
      {answer !== UNKNOWN && <Because question={question.id} because={given?.because} change={(because) => change({ answer, because })} />}
    </fieldset>
  );
}

/// The sentence that an answer rests on, for who wants to write one.
function Because({ question, because, change }: { question: string; because?: string; change: (because?: string) => void }) {
  const { t } = useWords();
  const words = useAssessmentWords();
  const [open, setOpen] = useState(Boolean(because));
  if (!open) {
    return (
      <button className="lnk why" type="button" aria-label={t("assess.because.of", { question: words.name(question) })} onClick={() => setOpen(true)}>
        {t("assess.because.add")}
      </button>
    );
  }
  return (
    <label className="because">
      <span className="lab">{t("assess.because")}</span>
      <input className="line" autoFocus={!because} maxLength={500} defaultValue={because} onBlur={(event) => change(event.target.value.trim() || undefined)} />
    </label>
  );
}
