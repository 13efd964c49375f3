import type { AssessedFact, AssessedFactor } from "../api/types";
import { useWords, type WordKey } from "../words/words";
import { inShort } from "./assessment";

/// The words of assessments: for codes of the server, with their values as this reader writes them.
export function useAssessmentWords() {
  const { t, word, locale } = useWords();
  const day = (text: unknown) =>
    new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(String(text)));
  const fact = ({ code, values }: AssessedFact) => {
    const said = { ...values } as Record<string, string | number>;
    if (code === "span") Object.assign(said, { from: day(said.from), to: day(said.to) });
    return t(`assess.fact.${code}` as WordKey, said);
  };
  const level = (question: string, points: number) => t(`assess.${question}.${points}` as WordKey);
  return {
    name: (id: string) => t(`assess.${id}.name` as WordKey),
    question: (id: string) => t(`assess.${id}.question` as WordKey),
    level,
    short: (question: string, points: number) => inShort(level(question, points)),
    fact,
    sentence: (factor: AssessedFactor) => (factor.fact ? fact(factor.fact) : (factor.because ?? level(factor.id, factor.points))),
    source: (source: string) => word(`assess.source.${source}`) ?? source,
    outcome: (answer: string) => t(`assess.outcome.${answer}` as WordKey),
    then: (answer: string) => t(`assess.then.${answer}` as WordKey),
    kind: (kind: string) => t(`assess.kind.${kind}` as WordKey),
    of: (what: "basis" | "band" | "seniority" | "knowledge" | "heading", code: string) => t(`assess.${what}.${code}` as WordKey),
    money: ({ minor, currency }: { minor: number; currency: string }) =>
      new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 0 }).format(minor / 100),
    list: (items: string[]) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
  };
}
