import { IntlMessageFormat } from "intl-messageformat";
import { createContext, useContext, useMemo, type ReactNode } from "react";
import de from "./de.json";
import en from "./en.json";

export type Language = "en" | "de";
export type WordKey = keyof typeof en;
export type Values = Record<string, string | number | Date | boolean | null | undefined>;

const catalogues: Record<Language, Record<string, string>> = { en, de };
const compiled = new Map<string, IntlMessageFormat>();

/// A text of the catalogue in ICU MessageFormat; a key that is missing shows itself.
export function translate(language: Language, key: string, values?: Values): string {
  const text = catalogues[language][key];
  if (text === undefined) return key;
  if (!text.includes("{")) return text;
  const id = `${language} ${key}`;
  let format = compiled.get(id);
  if (!format) compiled.set(id, (format = new IntlMessageFormat(text, language === "en" ? "en-GB" : "de-DE")));
  return String(format.format(values));
}

export function hasWord(key: string): boolean {
  return key in en;
}

export type Words = { language: Language; locale: string; t: (key: WordKey, values?: Values) => string };

export function wordsIn(language: Language): Words {
  return {
    language,
    locale: language === "en" ? "en-GB" : "de-DE",
    t: (key, values) => translate(language, key, values),
  };
}

const WordsContext = createContext<Words>(wordsIn("en"));

export function WordsProvider({ language, children }: { language: Language; children: ReactNode }) {
  const words = useMemo(() => wordsIn(language), [language]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

export const useWords = (): Words => useContext(WordsContext);
