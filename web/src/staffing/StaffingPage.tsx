import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { projectsQuery, queries, questionsQuery, staffingQuery, vacanciesQuery } from "../api/queries";
import type { Assessment, AssessmentDrift, AssessmentQuestion, ProjectStaffing } from "../api/types";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { Asking } from "./Asking";
import { startingWith, type Given } from "./assessment";
import { Kept } from "./Kept";
import { StaffingHead } from "./StaffingHead";
import "./staffing.css";
import { useVacancyState } from "./vacancy";
import { useAssessmentWords } from "./words";
import { WriteVacancy } from "./WriteVacancy";

/// Which manager a project needs: as it was assessed, or to be asked, with what the plan says filled in.
export default function StaffingPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const questions = useQuery(questionsQuery);
  const staffing = useQuery(staffingQuery(project));
  const [asking, setAsking] = useState(false);
  return (
    <>
      <StaffingHead project={project}>
        <When assessment={staffing.data?.assessment} />
      </StaffingHead>
      <Asked of={questions}>
        {({ items }) => (
          <Asked of={staffing}>
            {(now) =>
              now.assessment && !asking ? (
                <Kept assessment={now.assessment} questions={items} above={now.drift && <Drifted drift={now.drift} />}
                  acts={<Acts project={project} assessment={now.assessment} ask={() => setAsking(true)} />} />
              ) : (
                <AskProject project={project} questions={items} staffing={now} done={() => setAsking(false)} />
              )
            }
          </Asked>
        )}
      </Asked>
    </>
  );
}

function When({ assessment }: { assessment?: Assessment }) {
  const { t } = useWords();
  const dates = useDates();
  if (!assessment) return <span>{t("assess.never")}</span>;
  return <span>{t("assess.at", { at: dates.moment(assessment.at), name: assessment.author.name })}</span>;
}

function Acts({ project, assessment, ask }: { project: string; assessment: Assessment; ask: () => void }) {
  const { t } = useWords();
  if (!useCan()("staffing.edit")) return null;
  return (
    <>
      <div className="acts">
        <WriteVacancy assessment={assessment.id} />
        <button className="btn" type="button" onClick={ask}>
          {t("assess.again")}
        </button>
      </div>
      <Written project={project} />
    </>
  );
}

/// The vacancies that were written for it already.
function Written({ project }: { project: string }) {
  const { t } = useWords();
  const state = useVacancyState();
  const own = useQuery(vacanciesQuery).data?.filter((each) => each.project === project) ?? [];
  if (own.length === 0) return null;
  return (
    <section className="part" aria-labelledby="written">
      <h2 id="written">{t("vacancy.list")}</h2>
      <ul className="rows">
        {own.map((vacancy) => (
          <li key={vacancy.id}>
            <Link className="lnk" to="/hiring/vacancies/$vacancy" params={{ vacancy: vacancy.id }}>
              {vacancy.title}
            </Link>
            <span className="i2">{state(vacancy)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Drifted({ drift }: { drift: AssessmentDrift }) {
  const { t } = useWords();
  const words = useAssessmentWords();
  return (
    <div className="notice risk">
      <b>{t("assess.drift")}</b>
      <ul>
        {drift.facts.map(({ question, was, now }) => (
          <li key={question}>
            {t("assess.drift.line", { question: words.name(question), now: words.fact(now) })}
            {was && <span className="i2"> ({t("assess.drift.was", { was: words.fact(was) })})</span>}
          </li>
        ))}
      </ul>
      <p>{t("assess.drift.now", { answer: words.outcome(drift.answer) })}</p>
    </div>
  );
}

function AskProject({ project, questions, staffing, done }: {
  project: string;
  questions: AssessmentQuestion[];
  staffing: ProjectStaffing;
  done: () => void;
}) {
  const { t } = useWords();
  return (
    <Asking questions={questions} facts={staffing.facts} begin={startingWith(questions, staffing.facts, staffing.assessment?.answers)}
      preview={`/api/projects/${project}/assessment-previews`} acts={(given) => <Keep project={project} given={given} done={done} />}>
      <div className="intro">
        <p className="text">{t("assess.intro")}</p>
        {staffing.assessment && (
          <button className="lnk" type="button" onClick={done}>
            {t("assess.cancel")}
          </button>
        )}
      </div>
    </Asking>
  );
}

function Keep({ project, given, done }: { project: string; given: Given; done: () => void }) {
  const { t } = useWords();
  const can = useCan();
  const name = useQuery(projectsQuery).data?.find(({ id }) => id === project)?.name;
  const keeping = useMutation({
    mutationFn: () => send<Assessment>("POST", `/api/projects/${project}/assessments`, { title: name, answers: given }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["staffing", project] });
      say(t("assess.kept"));
      done();
    },
  });
  if (!can("staffing.edit")) return null;
  return (
    <div className="keep">
      {keeping.error && <Notice problem={keeping.error} />}
      <p className="acts">
        <button className="btn go" type="button" disabled={keeping.isPending || !name} onClick={() => keeping.mutate()}>
          {t("assess.keep")}
        </button>
      </p>
    </div>
  );
}
