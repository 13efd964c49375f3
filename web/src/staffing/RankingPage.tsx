import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { rankingQuery, rankingsQuery, vacancyQuery } from "../api/queries";
import type { JobApplication, Ranking, RankingAsked, RankingCriterion, RankingEvidence } from "../api/types";
import { PageHead } from "../ui/PageHead";
import { useDates } from "../ui/dates";
import { Asked, Notice } from "../ui/states";
import { useWords, type WordKey } from "../words/words";
import { Quoted } from "./Blanked";
import { Mark } from "./Findings";
import { counted, grouped } from "./ranking";
import "./staffing.css";

/// An order of the applicants, once a person asks for it by criteria that they pick; with the line for each, and no sum.
export default function RankingPage() {
  const { vacancy } = useParams({ strict: false }) as { vacancy: string };
  const { t } = useWords();
  const job = useQuery(vacancyQuery(vacancy)).data?.vacancy.title;
  return (
    <>
      <PageHead title={t("ranking.title")} sub={job}>
        <Link className="lnk" to="/hiring/vacancies/$vacancy/compare" params={{ vacancy }}>
          {t("compare.title")}
        </Link>
        <Link className="lnk" to="/hiring/vacancies/$vacancy" params={{ vacancy }}>
          {t("applications.back")}
        </Link>
      </PageHead>
      <p className="say">{t("ranking.sentence")}</p>
      <Asked of={useQuery(rankingsQuery(vacancy))}>
        {({ criteria, items }) => (
          <div className="ranking">
            <Picking vacancy={vacancy} criteria={criteria} />
            <Result vacancy={vacancy} />
            <Before items={items} criteria={criteria} />
          </div>
        )}
      </Asked>
    </>
  );
}

function useCriterion(): (criterion: RankingCriterion) => string {
  const { t } = useWords();
  return ({ id, sentence }) => sentence?.replace(/\.$/, "") ?? t(`compare.${id}` as WordKey);
}

function Picking({ vacancy, criteria }: { vacancy: string; criteria: RankingCriterion[] }) {
  const { t } = useWords();
  const said = useCriterion();
  const navigate = useNavigate();
  const [picked, setPicked] = useState<string[]>([]);
  const order = counted(criteria, picked);
  const asking = useDoing(() => send<Ranking>("POST", `/api/vacancies/${vacancy}/rankings`, { criteria: picked }), "vacancies");
  return (
    <form onSubmit={(event) => {
      event.preventDefault();
      asking.mutate(undefined, {
        onSuccess: ({ asked }) => void navigate({ to: "/hiring/vacancies/$vacancy/ranking", params: { vacancy }, search: { asked: asked.id }, replace: true }),
      });
    }}>
      <fieldset>
        <legend>{t("ranking.by")}</legend>
        {criteria.map((each) => (
          <label key={each.id} className="check">
            <input
              type="checkbox"
              checked={picked.includes(each.id)}
              onChange={(event) => setPicked(event.target.checked ? [...picked, each.id] : picked.filter((id) => id !== each.id))}
            />
            <span>
              {picked.includes(each.id) && <b>{order.indexOf(each.id) + 1}. </b>}
              {said(each)}{!each.sentence && <> <span className="lab">{t(each.must ? "applications.must" : "applications.should")}</span></>}
            </span>
          </label>
        ))}
      </fieldset>
      <p className="lab">{t("ranking.counts")}</p>
      {asking.error && <Notice problem={asking.error} />}
      <p className="acts">
        <button className="btn go" disabled={picked.length === 0 || asking.isPending}>
          {t("ranking.ask")}
        </button>
      </p>
    </form>
  );
}

function Result({ vacancy }: { vacancy: string }) {
  const { asked } = useSearch({ strict: false }) as { asked?: string };
  return asked ? <Order vacancy={vacancy} asked={asked} /> : null;
}

function Order({ vacancy, asked }: { vacancy: string; asked: string }) {
  return <Asked of={useQuery(rankingQuery(vacancy, asked))}>{(ranking) => <Placed ranking={ranking} />}</Asked>;
}

function Placed({ ranking }: { ranking: Ranking }) {
  const { t } = useWords();
  const dates = useDates();
  const said = useCriterion();
  const { asked, criteria, placed, apart } = ranking;
  return (
    <section aria-labelledby="ranking-order">
      <h2 id="ranking-order">{t("ranking.order", { criteria: criteria.map(said).join(" → ") })}</h2>
      <p className="lab">{t("ranking.asked", { name: asked.author.name, at: dates.moment(asked.at) })}</p>
      {placed.length === 0 && <p className="i2">{t("ranking.nobody")}</p>}
      <ol className="places">
        {grouped(placed).map(({ place, of }) => (
          <li key={place}>
            <p className="place">
              <b>{place}.</b> {of.length > 1 && <span className="lab">{t("ranking.tied", { count: of.length })}</span>}
            </p>
            <div>
              {of.map((each) => (
                <Applicant key={each.application.id} application={each.application} evidence={each.evidence} criteria={criteria} />
              ))}
            </div>
          </li>
        ))}
      </ol>
      {apart.length > 0 && (
        <>
          <h3>{t("ranking.apart")}</h3>
          <p className="i2">{t("ranking.apart.note")}</p>
          <ul className="places">
            {apart.map(({ application, evidence, best, worst }) => (
              <li key={application.id}>
                <p className="place">
                  <span className="lab">{best === worst ? t("ranking.would", { place: best }) : t("ranking.between", { best, worst })}</span>
                </p>
                <Applicant application={application} evidence={evidence} criteria={criteria} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Applicant({ application, evidence, criteria }: { application: JobApplication; evidence: RankingEvidence[]; criteria: RankingCriterion[] }) {
  const { t } = useWords();
  const said = useCriterion();
  return (
    <div className="ranked">
      <p>
        <Link className="lnk" to="/hiring/vacancies/$vacancy/applications/$application" params={{ vacancy: application.vacancy, application: application.id }}>
          {application.name || t("applications.number", { number: application.number })}
        </Link>{" "}
        <span className="lab">{t(`applications.state.${application.state}` as WordKey)}</span>
      </p>
      <ul>
        {evidence.map(({ criterion, finding, line, note, noted }) => {
          const by = criteria.find(({ id }) => id === criterion);
          return (
            <li key={criterion}>
              <Mark finding={finding} />
              <div>
                {by && said(by)}: <b className={`finding ${finding}`}>{t(`applications.finding.${finding}` as WordKey)}</b>
                {note && (
                  <p className="i2">
                    {note} <span className="lab">{noted}</span>
                  </p>
                )}
                {line && <p className="i2"><Quoted text={line.text} /></p>}
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/// Who has asked before, when and by what: for everybody who staffs projects.
function Before({ items, criteria }: { items: RankingAsked[]; criteria: RankingCriterion[] }) {
  const { t } = useWords();
  const dates = useDates();
  const said = useCriterion();
  const { vacancy } = useParams({ strict: false }) as { vacancy: string };
  if (items.length === 0) return null;
  const named = (id: string) => {
    const known = criteria.find((each) => each.id === id);
    return known ? said(known) : id;
  };
  return (
    <section aria-labelledby="ranking-before">
      <h2 id="ranking-before">{t("ranking.before")}</h2>
      <ul className="rows">
        {items.map((each) => (
          <li key={each.id}>
            <Link className="lnk" to="/hiring/vacancies/$vacancy/ranking" params={{ vacancy }} search={{ asked: each.id }}>
              {t("ranking.asked", { name: each.author.name, at: dates.moment(each.at) })}
            </Link>{" "}
            <span className="i2">{each.criteria.map(named).join("; ")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
