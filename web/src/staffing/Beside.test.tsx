import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import type { AssessmentResult } from "../api/types";
import { loadWords, WordsProvider, type Language } from "../words/words";
import { SideBySide } from "./Beside";

beforeAll(() => Promise.all([loadWords("en"), loadWords("de")]));

const euros = (minor: number) => ({ minor, currency: "EUR" });
const assumed = { assumed: true, source: "assumed", cases: 0 };
const own = { assumed: false, source: "ownRates", cases: 3 };

function shown(language: Language, rate: typeof own) {
  const option = (kind: string) => ({ kind, dayRate: { ...euros(90000), ...rate }, cost: euros(9000000), leadTime: { days: 60, ...assumed } });
  const result = { answer: "general", options: [option("general"), option("technicalSoftware")], rules: { version: "7.1" } };
  return renderToStaticMarkup(
    <WordsProvider language={language}>
      <SideBySide result={result as unknown as AssessmentResult} />
    </WordsProvider>,
  );
}

test("a figure of one's own is told with where it is from and of how many cases", () => {
  expect(shown("en", own)).toContain("A day costs: mean of own people and freelancers of this kind, 3 cases.");
  expect(shown("de", own)).toMatch(/Ein Tag kostet: .+, 3 Fälle\./);
});

test("where all figures are assumed, the rules are named that say so", () => {
  expect(shown("en", assumed)).toContain("orders of magnitude by rules 7.1");
  expect(shown("de", assumed)).toContain("nach Regeln 7.1");
});
