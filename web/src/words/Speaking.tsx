import { useSyncExternalStore, type ReactNode } from "react";
import { loadFirstWords, loadWords, WordsProvider, type Language } from "./words";

const watchers = new Set<() => void>();
let spoken: Language = document.documentElement.lang === "de" ? "de" : "en";

/// The language this browser was last used in, else the browser's own (theme.js has put it on the page).
export const startLanguage = (): Promise<void> => loadFirstWords(spoken);

/// What is loaded, once it can be shown in the language that is spoken.
export const withWords = async <T,>(loaded: Promise<T>): Promise<T> => (await Promise.all([loaded, loadWords(spoken)]))[0];

/// Changes the language of the whole page, and of the next visit.
export async function speak(language: Language): Promise<void> {
  localStorage.setItem("language", language);
  if (language === spoken) return;
  await loadWords(language);
  spoken = language;
  document.documentElement.lang = language;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

export function Speaking({ children }: { children: ReactNode }) {
  return <WordsProvider language={useSyncExternalStore(watch, () => spoken)}>{children}</WordsProvider>;
}
