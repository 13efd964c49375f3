import type { Id, Import, ImportFile } from "../api/types";

/// What somebody answers to a dry run: the project's name, and who the file's people are ("new", "skip", or a person).
export type FileAnswer = { taken: boolean; projectName: string; people: Record<string, Id | "new" | "skip" | ""> };
export type Answers = Record<string, FileAnswer>;

/// What the server thinks already; only the unsure are left open.
export const firstAnswers = (dryRun: Import): Answers =>
  Object.fromEntries(dryRun.files.filter(({ error }) => !error).map((file) => [file.name, answerOf(file)]));

const answerOf = (file: ImportFile): FileAnswer => ({
  taken: true,
  projectName: file.project?.name ?? file.name.replace(/\.\w+$/, ""),
  people: Object.fromEntries(
    (file.people ?? []).map(({ name, match, person }) => [
      name,
      match === "known" ? (person ?? "") : match === "new" ? ("new" as const) : ("" as const),
    ]),
  ),
});

/// How many questions are still open in the files that are taken.
export const openQuestions = (answers: Answers): number =>
  Object.values(answers)
    .filter(({ taken }) => taken)
    .reduce((sum, { people }) => sum + Object.values(people).filter((answer) => answer === "").length, 0);

/// As the server takes it.
export const acceptance = (answers: Answers, client: Id) => ({
  client: client || undefined,
  files: Object.entries(answers)
    .filter(([, { taken }]) => taken)
    .map(([name, { projectName, people }]) => ({ name, projectName: projectName.trim(), people })),
});
