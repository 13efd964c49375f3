import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import { ask } from "../api/client";
import type { AssessmentQuestion, AssessmentResult, StaffingFact } from "../api/types";
import { Notice, Waiting } from "../ui/states";
import { useWords } from "../words/words";
import { Answer, Demands } from "./Answer";
import type { Given } from "./assessment";
import { SideBySide, WhatWouldChange } from "./Beside";
import { LeanChart } from "./LeanChart";
import { Questionnaire } from "./Questionnaire";
import { useAssessmentWords } from "./words";

type Props = {
  questions: AssessmentQuestion[];
  facts?: Record<string, StaffingFact>;
  begin: Given;
  /// Where the answers are weighed.
  preview: string;
  /// Above the questions.
  children?: ReactNode;
  /// What can be done with the answers.
  acts?: (given: Given) => ReactNode;
};

/// Questions at the left, the answer beside them, new with every answer.
export function Asking({ questions, facts = {}, begin, preview, children, acts }: Props) {
  const { t } = useWords();
  const [given, setGiven] = useState(begin);
  const weighed = useSoon(given);
  const result = useQuery({
    queryKey: ["assessment-preview", preview, weighed],
    queryFn: async () => (await ask<AssessmentResult>(preview, { method: "POST", body: { answers: weighed }, key: null })).body,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  return (
    <div className="assess">
      <div className="l">
        {children}
        <Questionnaire questions={questions} given={given} facts={facts} change={setGiven} />
        {acts?.(given)}
      </div>
      <aside aria-label={t("assess.summary.label")} tabIndex={0}>
        {result.error ? <Notice problem={result.error} again={() => void result.refetch()} /> : result.data ? <Live result={result.data} questions={questions} /> : <Waiting />}
      </aside>
      {result.data && <Thumb result={result.data} />}
    </div>
  );
}

/// Somebody who walks through levels by arrow keys is not asked about after.
function useSoon<T>(value: T): T {
  const [soon, setSoon] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSoon(value), 120);
    return () => clearTimeout(timer);
  }, [value]);
  return soon;
}

function Live({ result, questions }: { result: AssessmentResult; questions: AssessmentQuestion[] }) {
  const { t } = useWords();
  return (
    <>
      <div role="status">
        <Answer result={result} label={t("assess.answer.so.far")} />
      </div>
      <p className={result.assumed > 0 ? "lab c-wait" : "lab"}>{t("assess.assumed.count", { count: result.assumed })}</p>
      <LeanChart result={result} close />
      <Demands result={result} />
      <WhatWouldChange result={result} questions={questions} />
      <SideBySide result={result} />
      <Fine result={result} />
    </>
  );
}

export function Fine({ result }: { result: AssessmentResult }) {
  const { t } = useWords();
  return (
    <p className="nt i3">
      {t("assess.rules", { rules: result.rules.version })} {t("assess.credit")}
    </p>
  );
}

/// On a phone the answer stays at the thumb while questions go by.
function Thumb({ result }: { result: AssessmentResult }) {
  const { t } = useWords();
  const words = useAssessmentWords();
  return (
    <p className="assess-thumb" aria-hidden="true">
      <span className="lab">{t("assess.answer.so.far")}</span> <b>{words.outcome(result.answer)}</b>
    </p>
  );
}
