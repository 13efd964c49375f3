import { IntlMessageFormat } from "intl-messageformat";
import { createContext, useContext, useMemo, type ReactNode } from "react";
import type en from "./en.json";

export type Language = "en" | "de";
export type WordKey = keyof typeof en;
export type Values = Record<string, string | number | Date | boolean | null | undefined>;

const catalogues: Partial<Record<Language, Record<string, string>>> = {};
const firsts: Partial<Record<Language, Promise<void>>> = {};
const laters: Partial<Record<Language, Promise<void>>> = {};
const compiled = new Map<string, IntlMessageFormat>();
// <b> is ours to read (Rich), not the format's.
const plain = { ignoreTag: true };
const locales: Record<Language, string> = { en: "en-GB", de: "de-DE" };

/// Fetches what the first pages say in one language. Nothing of it may be shown before this has come back.
export function loadFirstWords(language: Language): Promise<void> {
  return once(firsts, language, language === "de" ? () => import("./de.json?first") : () => import("./en.json?first"));
}

/// Fetches all that pages say in one language. None but the first pages may be shown before this has come back.
export async function loadWords(language: Language): Promise<void> {
  const later = once(laters, language, language === "de" ? () => import("./de.json?later") : () => import("./en.json?later"));
  await Promise.all([loadFirstWords(language), later]);
}

/// What failed is asked for again the next time.
function once(kept: typeof firsts, language: Language, fetch: () => Promise<{ default: Record<string, string> }>): Promise<void> {
  return (kept[language] ??= fetch().then(
    (words) => void (catalogues[language] = { ...catalogues[language], ...words.default }),
    (failed) => {
      delete kept[language];
      throw failed;
    },
  ));
}

/// An abbreviation ends its sentence with its own full stop: "15. Feb.".
const TWO_STOPS = /(?<=\p{L})\.(<\/b>)?\.(?!\.)/gu;

/// A text of the catalogue in ICU MessageFormat; a key that is missing shows itself.
export function translate(language: Language, key: string, values?: Values): string {
  const text = catalogues[language]?.[key];
  if (text === undefined) return key;
  if (!text.includes("{")) return text;
  const id = `${language} ${key}`;
  let format = compiled.get(id);
  if (!format) compiled.set(id, (format = new IntlMessageFormat(text, locales[language], undefined, plain)));
  return String(format.format(values)).replace(TWO_STOPS, ".$1");
}

export type Words = {
  language: Language;
  locale: string;
  t: (key: WordKey, values?: Values) => string;
  /// For keys that are put together from codes of the server: undefined where the catalogue has none.
  word: (key: string, values?: Values) => string | undefined;
};

export function wordsIn(language: Language): Words {
  return {
    language,
    locale: locales[language],
    t: (key, values) => translate(language, key, values),
    word: (key, values) => (catalogues[language]?.[key] === undefined ? undefined : translate(language, key, values)),
  };
}

const WordsContext = createContext<Words>(wordsIn("en"));

export function WordsProvider({ language, children }: { language: Language; children: ReactNode }) {
  const words = useMemo(() => wordsIn(language), [language]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

/// A text whose <b>important parts</b> are set bold.
export function Rich({ children }: { children: string }) {
  return children.split(/<b>(.*?)<\/b>/).map((part, i) => (i % 2 === 1 ? <b key={i}>{part}</b> : part));
}

export const useWords = (): Words => useContext(WordsContext);
