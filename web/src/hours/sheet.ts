import type { WeekSheet, WeekSheetLine, WeekSheetPlanned } from "../api/types";

export type Line = WeekSheetLine;

/// Hours as people write them: "7.5", "7,5", "7:30", "7 h"; in minutes, or undefined for what is no time.
export function minutesOf(written: string): number | undefined {
  const text = written.trim().replace(/\s*h$/i, "");
  if (text === "") return 0;
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  if (!/^\d{1,2}([.,]\d{0,2})?$|^[.,]\d{1,2}$/.test(text)) return undefined;
  const minutes = Math.round(Number(text.replace(",", ".")) * 60);
  return minutes <= 24 * 60 ? minutes : undefined;
}

/// Minutes as hours: "7.5" or "7,5"; nothing for none.
export function hoursOf(minutes: number, locale: string): string {
  return minutes === 0 ? "" : new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(minutes / 60);
}

export const sumOf = (minutes: readonly number[]): number => minutes.reduce((sum, each) => sum + each, 0);

export const keyOf = (line: { project?: string; task?: string; code?: string }): string => `${line.project ?? ""}/${line.task ?? line.code ?? ""}`;

/// Of what the calendar had for the week, what has come already.
export function planned(line: WeekSheetPlanned, sheet: Pick<WeekSheet, "days" | "today">): Line {
  const minutes = line.minutes.map((each, day) => (sheet.days[day]!.date <= sheet.today ? each : 0));
  return { project: line.project, projectName: line.projectName, task: line.task, name: line.name, code: line.code, minutes };
}

export const blank = (days: number): number[] => Array.from({ length: days }, () => 0);

/// As the server takes it.
export const written = (lines: readonly Line[]) => ({
  lines: lines.map(({ project, task, code, note, minutes }) => ({ project, task, code: code?.trim() || undefined, note: note?.trim() || undefined, minutes })),
});
