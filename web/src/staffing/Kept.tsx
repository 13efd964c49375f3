import type { ReactNode } from "react";
import type { Assessment, AssessmentQuestion } from "../api/types";
import { useWords } from "../words/words";
import { Answer, Demands, Factors } from "./Answer";
import { Fine } from "./Asking";
import { SideBySide, WhatWouldChange } from "./Beside";
import { LeanChart } from "./LeanChart";

/// An assessment as it was made: the answer and what leans at the left, what would change it at the right.
export function Kept({ assessment, questions, above, acts }: {
  assessment: Assessment;
  questions: AssessmentQuestion[];
  above?: ReactNode;
  acts?: ReactNode;
}) {
  const { t } = useWords();
  const { result } = assessment;
  return (
    <div className="assess kept">
      <div className="l">
        {above}
        <Answer result={result} label={t("assess.needs")} />
        <LeanChart result={result} />
        <Demands result={result} />
        <details className="all">
          <summary>{t("assess.openExact")}</summary>
          <Factors result={result} />
        </details>
        <Fine result={result} />
      </div>
      <aside>
        <WhatWouldChange result={result} questions={questions} />
        <SideBySide result={result} />
        {acts}
      </aside>
    </div>
  );
}
