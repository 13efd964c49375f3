import { useSyncExternalStore } from "react";
import type { Density, Theme } from "../api/types";

/// Theme and density, kept in this browser so that the next first paint has them (theme.js), and set by the account.
const dark = matchMedia("(prefers-color-scheme: dark)");
const watchers = new Set<() => void>();
let theme: Theme = (localStorage.getItem("theme") as Theme | null) ?? "system";

export function setTheme(chosen: Theme): void {
  theme = chosen;
  localStorage.setItem("theme", chosen);
  paint();
}

export function setDensity(density: Density): void {
  document.documentElement.dataset.density = density;
}

function paint(): void {
  document.documentElement.dataset.theme = scheme();
  for (const watcher of watchers) watcher();
}

function scheme(): "light" | "dark" {
  if (theme === "system") return dark.matches ? "dark" : "light";
  return theme;
}

dark.addEventListener("change", paint);

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

export const useScheme = (): "light" | "dark" => useSyncExternalStore(watch, scheme);
export const useTheme = (): Theme => useSyncExternalStore(watch, () => theme);
