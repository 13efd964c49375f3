import { useState } from "react";
import type { AssessmentChange, AssessmentQuestion, AssessmentResult, ManagerOption } from "../api/types";
import { Rich, useWords } from "../words/words";
import { levelOf } from "./assessment";
import { useAssessmentWords } from "./words";

const FIRST = 3;

/// What would change the answer: the nearest changes first, the others on request.
export function WhatWouldChange({ result, questions }: { result: AssessmentResult; questions: AssessmentQuestion[] }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? result.changes : result.changes.slice(0, FIRST);
  const more = result.changes.length - shown.length;
  return (
    <section aria-labelledby="would-change">
      <h2 id="would-change">{t("assess.changes")}</h2>
      {result.changes.length === 0 && <p className="i2">{t("assess.changes.none")}</p>}
      <ol className="chg">
        {shown.map((change) => (
          <Change key={change.set.map(({ factor, to }) => factor + to).join()} change={change} result={result} questions={questions} />
        ))}
      </ol>
      {more > 0 && (
        <button className="lnk" type="button" onClick={() => setAll(true)}>
          {t("assess.changes.more", { count: more })}
        </button>
      )}
    </section>
  );
}

function Change({ change, result, questions }: { change: AssessmentChange; result: AssessmentResult; questions: AssessmentQuestion[] }) {
  const { t } = useWords();
  const words = useAssessmentWords();
  return (
    <li>
      <div>
        {change.set.map(({ factor, from, to }) => {
          const question = questions.find(({ id }) => id === factor);
          if (!question) return null;
          const values = {
            factor: words.name(factor),
            from: words.short(factor, levelOf(question, from)),
            to: words.short(factor, levelOf(question, to)),
          };
          return (
            <p key={factor}>
              <Rich>{t("assess.change", values)}</Rich>
            </p>
          );
        })}
      </div>
      <p className="mv">
        <s>{result.lean}</s> {change.lean} <em>{words.then(change.answer)}</em>
      </p>
    </li>
  );
}

/// What both kinds of manager cost, and how long until one starts.
export function SideBySide({ result }: { result: AssessmentResult }) {
  const { t } = useWords();
  const words = useAssessmentWords();
  const chosen = (option: ManagerOption) => (option.kind === result.answer ? "on" : undefined);
  const rows: { name: string; cell: (option: ManagerOption) => string; of: (option: ManagerOption) => Figure }[] = [
    { name: t("assess.option.day"), cell: (option) => words.money(option.dayRate), of: ({ dayRate }) => dayRate },
    { name: t("assess.option.cost"), cell: (option) => words.money(option.cost), of: ({ dayRate }) => dayRate },
    { name: t("assess.option.lead"), cell: (option) => t("assess.option.days", { days: option.leadTime.days }), of: ({ leadTime }) => leadTime },
  ];
  return (
    <section aria-labelledby="side-by-side">
      <h2 id="side-by-side">{t("assess.options")}</h2>
      <table className="both">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{t("assess.option.what")}</span>
            </th>
            {result.options.map((option) => (
              <th key={option.kind} scope="col" className={chosen(option)}>
                {words.kind(option.kind)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cell, of }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {result.options.map((option) => (
                <td key={option.kind} className={chosen(option)}>
                  {cell(option)}
                  <span className="lab">{of(option).assumed ? t("assess.option.assumed") : t("assess.option.cases", { count: of(option).cases })}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Difference result={result} />
    </section>
  );
}

type Figure = { assumed: boolean; cases: number };

/// What one has counted and what is assumed are not to be taken from each other.
const alike = (one: Figure, other: Figure) => one.assumed === other.assumed;

function Difference({ result }: { result: AssessmentResult }) {
  const { t } = useWords();
  const words = useAssessmentWords();
  const [plain, technical] = result.options;
  if (!plain || !technical) return null;
  const more = technical.cost.minor - plain.cost.minor;
  const days = technical.leadTime.days - plain.leadTime.days;
  const amount = words.money({ minor: Math.abs(more), currency: plain.cost.currency });
  const all = result.options.flatMap((option) => [
    { what: `${words.kind(option.kind)}, ${t("assess.option.day")}`, ...option.dayRate },
    { what: `${words.kind(option.kind)}, ${t("assess.option.lead")}`, ...option.leadTime },
  ]);
  const counted = all.filter(({ assumed }) => !assumed);
  return (
    <div className="nt i3">
      <p>
        {alike(plain.dayRate, technical.dayRate) && t("assess.option.dearer", { amount, dearer: more >= 0 ? "yes" : "no" })}{" "}
        {alike(plain.leadTime, technical.leadTime) && t("assess.option.later", { days: Math.abs(days), later: days >= 0 ? "yes" : "no" })}{" "}
        {!(alike(plain.dayRate, technical.dayRate) && alike(plain.leadTime, technical.leadTime)) && t("assess.option.unlike")}
      </p>
      {counted.map(({ what, source, cases }) => (
        <p key={what}>
          {what}: {words.source(source)}, {t("assess.option.cases", { count: cases })}.
        </p>
      ))}
      {counted.length < all.length && <p>{t(counted.length === 0 ? "assess.option.allAssumed" : "assess.option.rest", { rules: result.rules.version })}</p>}
    </div>
  );
}
