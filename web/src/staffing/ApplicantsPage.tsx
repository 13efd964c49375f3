import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { applicationSearchQuery, vacanciesQuery } from "../api/queries";
import type { ApplicationSearch } from "../api/types";
import { ChoiceField, TextField } from "../ui/Field";
import { useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { Notice, Waiting } from "../ui/states";
import { Rich, useWords, type WordKey } from "../words/words";
import { DecideAll } from "./DecideAll";
import { CV_STATES, FIELDS, FINDINGS, STATES, queryOfApplicants, type Sought } from "./applicants";
import "../people/people.css";
import "./staffing.css";

/// Everybody who has applied to anything, by what their CVs say. The first who came is first; nobody is ranked.
export default function ApplicantsPage() {
  const { vacancy } = useSearch({ strict: false }) as { vacancy?: string };
  const { t } = useWords();
  const [sought, setSought] = useState<Sought>({ vacancy });
  const [pages, setPages] = useState<string[]>([]);
  const change = (part: Partial<Sought>) => {
    setSought((before) => ({ ...before, ...part }));
    setPages([]);
  };
  const found = useQuery({ ...applicationSearchQuery(queryOfApplicants(sought, pages.at(-1))), placeholderData: keepPreviousData });
  return (
    <>
      <PageHead title={t("applicants.title")}>
        <Link className="lnk" to="/hiring">
          {t("nav.hiring")}
        </Link>
      </PageHead>
      {found.data && (
        <p className="say">
          <Rich>{t("applicants.sentence", { total: found.data.total })}</Rich>
        </p>
      )}
      <Sieve sought={sought} change={change} criteria={found.data?.criteria ?? []} />
      {found.error ? <Notice problem={found.error} again={() => void found.refetch()} /> : found.data ? <List found={found.data} /> : <Waiting />}
      <p className="acts pad">
        {pages.length > 0 && (
          <button className="btn" type="button" onClick={() => setPages(pages.slice(0, -1))}>
            {t("applicants.back")}
          </button>
        )}
        {found.data?.next && (
          <button className="btn" type="button" onClick={() => setPages([...pages, found.data.next as string])}>
            {t("applicants.more")}
          </button>
        )}
      </p>
    </>
  );
}

function Sieve({ sought, change, criteria }: { sought: Sought; change: (part: Partial<Sought>) => void; criteria: ApplicationSearch["criteria"] }) {
  const { t, word } = useWords();
  const vacancies = useQuery(vacanciesQuery).data ?? [];
  const choice = (name: keyof Sought, label: WordKey, options: readonly (readonly [string, string])[]) => (
    <ChoiceField label={t(label)} value={sought[name] ?? ""} onChange={(event) => change({ [name]: event.target.value })}>
      <option value="">{t("applicants.any")}</option>
      {options.map(([value, said]) => (
        <option key={value} value={value}>
          {said}
        </option>
      ))}
    </ChoiceField>
  );
  return (
    <div className="sift takers-sift" role="search" aria-label={t("applicants.sift")}>
      {choice("vacancy", "applicants.vacancy", vacancies.map(({ id, title }) => [id, title] as const))}
      {choice("criterion", "applicants.criterion", criteria.map(({ id, sentence }) => [id, sentence] as const))}
      {sought.criterion && choice("finding", "applicants.finding", FINDINGS.map((each) => [each, t(`applications.finding.${each}`)] as const))}
      {choice("field", "applicants.field", FIELDS.map((each) => [each, word(`cv.field.${each}`) ?? each] as const))}
      <TextField label={t("takers.certificate")} value={sought.certificate ?? ""} onChange={(event) => change({ certificate: event.target.value })} />
      {choice("state", "applications.state", STATES.map((each) => [each, t(`applications.state.${each}`)] as const))}
      {choice("cv", "applicants.cv", CV_STATES.map((each) => [each, t(`applications.cv.${each}`)] as const))}
    </div>
  );
}

function List({ found }: { found: ApplicationSearch }) {
  const { t } = useWords();
  const dates = useDates();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (id: string, on: boolean) =>
    setChosen((before) => {
      const next = new Set(before);
      if (on) next.add(id);
      else next.delete(id);
      return next;
    });
  if (found.items.length === 0) return <p className="pad i2">{t("applicants.none")}</p>;
  const here = found.items.filter(({ application }) => chosen.has(application.id)).map(({ application }) => application);
  return (
    <>
      <table className="tbl stack applicants">
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={t("applicants.chooseAll")}
                checked={here.length === found.items.length}
                onChange={(event) => setChosen(new Set(event.target.checked ? found.items.map(({ application }) => application.id) : []))}
              />
            </th>
            <th scope="col">{t("applicants.who")}</th>
            <th scope="col">{t("applicants.vacancy")}</th>
            <th scope="col">{t("applicants.cv")}</th>
            <th scope="col">{t("applicants.came")}</th>
            <th scope="col">{t("applications.state")}</th>
          </tr>
        </thead>
        <tbody>
          {found.items.map(({ application: { id, vacancy, number, name, cv, at, state }, vacancyTitle }) => {
            const said = name || t("applications.number", { number });
            return (
              <tr key={id}>
                <td>
                  <input type="checkbox" aria-label={t("applicants.choose", { name: said })} checked={chosen.has(id)} onChange={(event) => choose(id, event.target.checked)} />
                </td>
                <th scope="row">
                  <Link to="/hiring/vacancies/$vacancy/applications/$application" params={{ vacancy, application: id }}>
                    {said}
                  </Link>
                </th>
                <td className="i2">{vacancyTitle}</td>
                <td className="i2">{t(`applications.cv.${cv}` as WordKey)}</td>
                <td className="i2">{dates.moment(at)}</td>
                <td>{t(`applications.state.${state}` as WordKey)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {here.length > 0 && <DecideAll applications={here} done={() => setChosen(new Set())} />}
    </>
  );
}
