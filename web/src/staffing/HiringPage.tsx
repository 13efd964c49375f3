import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ideasQuery, projectsQuery, vacanciesQuery } from "../api/queries";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { Asked } from "../ui/states";
import { Rich, useWords } from "../words/words";
import "./staffing.css";
import { useVacancyState } from "./vacancy";
import { useAssessmentWords } from "./words";

/// Where staffing begins: ideas that were assessed, and the projects.
export default function HiringPage() {
  const { t } = useWords();
  const can = useCan();
  return (
    <>
      <PageHead title={t("nav.hiring")}>
        <Link className="lnk" to="/hiring/candidates">
          {t("applicants.title")}
        </Link>
        <Link className="lnk" to="/hiring/profiles">
          {t("hiring.profiles")}
        </Link>
        <Link className="btn go" to="/assess">
          {t("assess.new")}
        </Link>
      </PageHead>
      <p className="say">
        <Rich>{t("hiring.sentence")}</Rich>
      </p>
      <div className="hiring">
        <Vacancies />
        <Ideas />
        {can("project.see") && <Projects />}
      </div>
    </>
  );
}

function Vacancies() {
  const { t } = useWords();
  const state = useVacancyState();
  return (
    <section aria-labelledby="vacancies">
      <h2 id="vacancies">{t("vacancy.list")}</h2>
      <Asked of={useQuery(vacanciesQuery)}>
        {(vacancies) =>
          vacancies.length === 0 ? (
            <p className="i2">{t("vacancy.none")}</p>
          ) : (
            <ul className="rows">
              {vacancies.map((vacancy) => (
                <li key={vacancy.id}>
                  <Link className="lnk" to="/hiring/vacancies/$vacancy" params={{ vacancy: vacancy.id }}>
                    {vacancy.title}
                  </Link>
                  <span className="i2">{state(vacancy)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </section>
  );
}

function Ideas() {
  const { t } = useWords();
  const words = useAssessmentWords();
  const dates = useDates();
  return (
    <section aria-labelledby="ideas">
      <h2 id="ideas">{t("assess.ideas")}</h2>
      <Asked of={useQuery(ideasQuery)}>
        {(ideas) =>
          ideas.length === 0 ? (
            <p className="i2">{t("assess.ideas.none")}</p>
          ) : (
            <table className="tbl stack flush">
              <thead>
                <tr>
                  <th scope="col">{t("hiring.idea")}</th>
                  <th scope="col">{t("hiring.answer")}</th>
                  <th scope="col">{t("hiring.by")}</th>
                </tr>
              </thead>
              <tbody>
                {ideas.map((idea) => (
                  <tr key={idea.id}>
                    <th scope="row">
                      <Link to="/hiring/assessments/$assessment" params={{ assessment: idea.id }}>
                        {idea.title}
                      </Link>
                    </th>
                    <td>{words.outcome(idea.result.answer)}</td>
                    <td className="i2">{t("assess.at", { at: dates.moment(idea.at), name: idea.author.name })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Asked>
    </section>
  );
}

function Projects() {
  const { t } = useWords();
  return (
    <section aria-labelledby="staffed-projects">
      <h2 id="staffed-projects">{t("hiring.projects")}</h2>
      <Asked of={useQuery(projectsQuery)}>
        {(projects) => (
          <ul className="rows">
            {projects.filter(({ status }) => status !== "finished").map((project) => (
              <li key={project.id}>
                <Link className="lnk" to="/projects/$project/staffing" params={{ project: project.id }} aria-label={t("hiring.project.open", { project: project.name })}>
                  {project.name}
                </Link>
                <span className="i2">{project.accountable?.name}</span>
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </section>
  );
}
