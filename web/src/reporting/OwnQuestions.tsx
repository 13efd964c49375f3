import type { OwnQuestion } from "../api/types";
import { useWords } from "../words/words";
import { DraftQuestion } from "./ClientQuestions";
import "./updates.css";

/// What clients ask and the reader knows best, each answered in place.
export function OwnQuestions({ items }: { items: OwnQuestion[] }) {
  const { t } = useWords();
  if (items.length === 0) return null;
  return (
    <section className="own-questions" aria-labelledby="own-questions">
      <h3 id="own-questions" className="first">{t("work.questions", { count: items.length })}</h3>
      <p className="note">{t("work.questions.note")}</p>
      <ul className="questions">
        {items.map(({ question, projectName, zone }) => (
          <DraftQuestion key={question.id} question={question} zone={zone} about={projectName} />
        ))}
      </ul>
    </section>
  );
}
