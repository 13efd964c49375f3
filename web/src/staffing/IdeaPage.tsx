import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { assessmentQuery, questionsQuery } from "../api/queries";
import { useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { Asked } from "../ui/states";
import { useWords } from "../words/words";
import { Kept } from "./Kept";
import "./staffing.css";
import { WriteVacancy } from "./WriteVacancy";

/// An idea as it was assessed.
export default function IdeaPage() {
  const { t } = useWords();
  const dates = useDates();
  const { assessment } = useParams({ strict: false }) as { assessment: string };
  const questions = useQuery(questionsQuery);
  const kept = useQuery(assessmentQuery(assessment));
  return (
    <>
      <PageHead title={kept.data?.title ?? t("assess.title")}>
        {kept.data && <span>{t("assess.at", { at: dates.moment(kept.data.at), name: kept.data.author.name })}</span>}
      </PageHead>
      <Asked of={questions}>
        {({ items }) => <Asked of={kept}>{(made) => <Kept assessment={made} questions={items} acts={<div className="acts"><WriteVacancy assessment={made.id} /></div>} />}</Asked>}
      </Asked>
    </>
  );
}
