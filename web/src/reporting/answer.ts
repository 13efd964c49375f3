import type { SeenPortfolio } from "../api/queries";
import type { Portfolio, PortfolioRow } from "../api/types";
import { lastMoment, type Dates } from "../ui/dates";
import type { Words } from "../words/words";

const holds = 0.75;

/// The one or two sentences that answer what a portfolio is opened for: do we keep what we promised, and what is to do?
export function answer({ projects, promises: watched, bare }: SeenPortfolio, words: Words, dates: Dates): string {
  const open = projects.filter((row) => row.status !== "finished");
  if (bare) return words.t("portfolio.answer.bare", { projects: open.length });
  const promised = open.filter((row) => row.promise?.chance !== undefined);
  return [
    promised.length === 0 ? nothingPromised(open, words, dates) : promises(promised, words, dates),
    onTheWay(promised, watched, words),
    decisions(open, words),
  ]
    .filter(Boolean)
    .join(" ");
}

function promises(promised: PortfolioRow[], words: Words, dates: Dates): string {
  const kept = promised.filter((row) => row.promise!.chance! >= holds);
  const missed = promised.filter((row) => row.promise!.chance! < holds).toSorted((a, b) => chance(a) - chance(b));
  const least = Math.min(1, ...kept.map(chance));
  const values = { kept: kept.length, all: promised.length, ...inWords(words, kept.length, promised.length) };
  const first =
    missed.length === 0
      ? words.t("portfolio.answer.all", { ...values, chance: dates.percent(least) })
      : kept.length === 0
        ? words.t("portfolio.answer.none", values)
        : words.t("portfolio.answer.some", { ...values, chance: dates.percent(least) });
  return [first, whichMiss(missed, words, dates)].filter(Boolean).join(" ");
}

/// What was promised before a project's last promise, and is not safe.
function onTheWay(promised: PortfolioRow[], watched: Watched[], words: Words): string {
  const last = new Map(promised.map((row) => [row.id, row.promise!.by]));
  const unsafe = watched.filter(({ project, by, state }) => (state === "atRisk" || state === "broken") && last.get(project) !== by);
  return unsafe.length === 0 ? "" : words.t("portfolio.answer.onTheWay", { count: unsafe.length });
}

function whichMiss(missed: PortfolioRow[], words: Words, dates: Dates): string {
  if (missed.length === 0) return "";
  if (missed.length === 1) {
    return words.t("portfolio.answer.miss", { name: missed[0]!.name, chance: dates.percent(chance(missed[0]!)) });
  }
  const named = missed.slice(0, 3).map((row) => `${row.name} (${dates.percent(chance(row))})`);
  const names = new Intl.ListFormat(words.locale, { type: "conjunction" }).format(named);
  return words.t("portfolio.answer.misses", { names, more: missed.length - named.length });
}

function nothingPromised(open: PortfolioRow[], words: Words, dates: Dates): string {
  const next = open.filter((row) => row.likely).toSorted((a, b) => a.likely![3]!.localeCompare(b.likely![3]!))[0];
  if (!next) return words.t("portfolio.answer.open", { projects: open.length });
  return words.t("portfolio.answer.next", { name: next.name, day: dates.dayLong(lastMoment(next.likely![3]!)) });
}

function decisions(open: PortfolioRow[], words: Words): string {
  const waiting = open.reduce((sum, row) => sum + (row.decisions?.length ?? 0), 0);
  return words.t("portfolio.answer.decisions", { waiting, ...inWords(words, waiting, 0) });
}

function inWords(words: Words, kept: number, all: number): { keptWord: string; allWord: string } {
  const names = words.t("app.numberWords").split(" ");
  const capital = (word: string) => word[0]!.toLocaleUpperCase(words.locale) + word.slice(1);
  return { keptWord: capital(names[kept] ?? String(kept)), allWord: names[all] ?? String(all) };
}

type Watched = NonNullable<Portfolio["promises"]>[number];

const chance = (row: PortfolioRow) => row.promise!.chance!;
