import { useQueries, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { applicationQuery, applicationsQuery, interviewQuery, vacancyQuery } from "../api/queries";
import type { CvChecked, Interview, JobApplication, JobApplicationView, Mitigation } from "../api/types";
import { PageHead } from "../ui/PageHead";
import { Asked } from "../ui/states";
import { useWords, type WordKey } from "../words/words";
import { SKILLS, comparedOf } from "./applicants";
import { Quoted } from "./Blanked";
import { Mark } from "./Findings";
import { useMitigated } from "./MitigationPart";
import "./staffing.css";

/// Candidates side by side on the same criteria, by evidence: in the order in which they came, without a sum.
export default function ComparePage() {
  const { vacancy } = useParams({ strict: false }) as { vacancy: string };
  const { t } = useWords();
  const job = useQuery(vacancyQuery(vacancy)).data?.vacancy.title;
  return (
    <>
      <PageHead title={t("compare.title")} sub={job}>
        <Link className="lnk" to="/hiring/vacancies/$vacancy/ranking" params={{ vacancy }}>
          {t("ranking.link")}
        </Link>
        <Link className="lnk" to="/hiring/vacancies/$vacancy" params={{ vacancy }}>
          {t("applications.back")}
        </Link>
      </PageHead>
      <p className="say">{t("compare.sentence")}</p>
      <Asked of={useQuery(applicationsQuery(vacancy))}>{({ items }) => <Chosen vacancy={vacancy} all={items} />}</Asked>
    </>
  );
}

function Chosen({ vacancy, all }: { vacancy: string; all: JobApplication[] }) {
  const { of } = useSearch({ strict: false }) as { of?: string };
  const { t } = useWords();
  const navigate = useNavigate();
  const ids = comparedOf(all, of);
  const choose = (id: string, on: boolean) =>
    void navigate({ to: "/hiring/vacancies/$vacancy/compare", params: { vacancy }, search: { of: (on ? [...ids, id] : ids.filter((each) => each !== id)).join(",") }, replace: true });
  const views = useQueries({ queries: ids.map((id) => applicationQuery(vacancy, id)) }).flatMap(({ data }) => data ?? []);
  const interviews = useQueries({ queries: ids.map((id) => interviewQuery(vacancy, id)) }).map(({ data }) => data);
  const named = ({ name, number }: JobApplication) => name || t("applications.number", { number });
  return (
    <div className="compare">
      <fieldset>
        <legend>{t("compare.who")}</legend>
        {all.map((each) => (
          <label key={each.id} className="check">
            <input type="checkbox" checked={ids.includes(each.id)} onChange={(event) => choose(each.id, event.target.checked)} /> {named(each)}
          </label>
        ))}
      </fieldset>
      {views.length > 0 && <Table views={views} interviews={interviews} />}
    </div>
  );
}

type Column = { application: JobApplication; cv?: CvChecked; interview?: Interview; mitigation?: Mitigation };

function Table({ views, interviews }: { views: JobApplicationView[]; interviews: (Interview | undefined)[] }) {
  const { t } = useWords();
  const columns: Column[] = views.map(({ application, cv, mitigations }, index) => ({ application, cv, interview: interviews[index], mitigation: mitigations[0] }));
  const criteria = new Map(columns.flatMap(({ cv }) => cv?.criteria ?? []).map((each) => [each.id, each]));
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t("compare.title")}>
      <table className="tbl beside-table">
        <thead>
          <tr>
            <th scope="col">{t("applicants.criterion")}</th>
            {columns.map(({ application }) => (
              <th key={application.id} scope="col">
                <Link className="lnk" to="/hiring/vacancies/$vacancy/applications/$application" params={{ vacancy: application.vacancy, application: application.id }}>
                  {application.name || t("applications.number", { number: application.number })}
                </Link>
                <span className="lab">{t(`applications.state.${application.state}` as WordKey)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...criteria.values()].map(({ id, sentence }) => (
            <tr key={id}>
              <th scope="row">
                {sentence}
              </th>
              {columns.map((column) => (
                <Cell key={column.application.id} column={column} found={column.cv?.criteria.find((each) => each.id === id)} question={`criterion.${id}`} />
              ))}
            </tr>
          ))}
          {SKILLS.map((skill) => (
            <tr key={skill}>
              <th scope="row">{t(`compare.skill.${skill}`)}</th>
              {columns.map((column) => (
                <Cell key={column.application.id} column={column} question={`skill.${skill}`} />
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t("takers.mitigation")}</th>
            {columns.map((column) => (
              <Weaker key={column.application.id} column={column} />
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/// Which side the text says less of, and what is to be done about it.
function Weaker({ column: { cv, mitigation } }: { column: Column }) {
  const { t } = useWords();
  const mitigated = useMitigated();
  return (
    <td>
      {cv?.weaker && <p className="c-risk">▲ {t("mitigation.weaker", { side: t(`takers.side.${cv.weaker}` as "takers.side.field") })}</p>}
      {mitigation ? (
        <p>
          {mitigated(mitigation)} <span className="lab">{mitigation.author.name}</span>
        </p>
      ) : (
        <p className="i3">{t("mitigation.open")}</p>
      )}
    </td>
  );
}

/// The last word of a conversation stands before what the CV says, with both to be read.
function Cell({ column: { interview }, found, question }: { column: Column; found?: CvChecked["criteria"][number]; question: string }) {
  const { t } = useWords();
  const notes = interview?.questions.find(({ id }) => id === question)?.notes ?? [];
  const finding = notes.at(-1)?.finding ?? found?.finding;
  return (
    <td>
      {finding ? (
        <p>
          <Mark finding={finding} /> <b className={`finding ${finding}`}>{t(`applications.finding.${finding}` as WordKey)}</b>
        </p>
      ) : (
        <p className="i3">{t("compare.notAsked")}</p>
      )}
      {found?.line && <p className="i2"><Quoted text={found.line.text} /></p>}
      {notes.map(({ note, at, author }) => (
        <p key={at} className="i2">
          {note} <span className="lab">{author.name}</span>
        </p>
      ))}
    </td>
  );
}
