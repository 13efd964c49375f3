import { useSyncExternalStore, type ReactNode } from "react";
import { loadWords, WordsProvider, type Language } from "./words";

const watchers = new Set<() => void>();
let spoken: Language = document.documentElement.lang === "de" ? "de" : "en";

/// The language this browser was last used in, else the browser's own (theme.js has put it on the page).
export const startLanguage = (): Promise<void> => loadWords(spoken);

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
