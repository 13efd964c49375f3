import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { Project, ProjectLog } from "../api/types";
import { TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";

const QUESTIONS = ["well", "other", "surprise"] as const;

/// The end of a project: what is still open is named, and it asks for what was learnt.
export function CloseProject({ project, log }: { project: Project; log: ProjectLog }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [learnt, setLearnt] = useState<Record<string, string>>({});
  const [nothing, setNothing] = useState("");
  const lessons = QUESTIONS.map((each) => (learnt[each] ?? "").trim()).filter(Boolean);
  const known = log.items.some(({ kind }) => kind === "lesson");
  const closing = useDoing(
    () => send("POST", `/api/projects/${project.id}/closing`, { lessons: lessons.map((title) => ({ title })), nothing: nothing.trim() || undefined }),
    "log", "projects", "portfolio", "desk",
  );
  const left = log.items.filter(({ state, kind }) => state === "open" && (kind === "issue" || kind === "assumption")).length;
  if (project.status === "finished") return <p className="i2 closing">{t("log.closed")}</p>;
  if (!open)
    return (
      <p className="acts closing">
        <button className="btn" type="button" onClick={() => setOpen(true)}>{t("log.close")}</button>
      </p>
    );
  return (
    <form
      className="closing rowed"
      aria-labelledby="close-head"
      onSubmit={(event) => {
        event.preventDefault();
        closing.mutate(undefined, { onSuccess: () => say(t("log.said.closed", { project: project.name })) });
      }}
    >
      <h2 id="close-head">{t("log.close.head")}</h2>
      <p className="i2">{left > 0 ? t("log.close.left", { left }) : t("log.close.detail")}</p>
      {QUESTIONS.map((each) => (
        <TextField key={each} label={t(`log.close.${each}`)} optional maxLength={300} value={learnt[each] ?? ""} onChange={(event) => setLearnt((was) => ({ ...was, [each]: event.target.value }))} />
      ))}
      {lessons.length === 0 && !known && <TextField label={t("log.close.nothing")} optional maxLength={300} value={nothing} onChange={(event) => setNothing(event.target.value)} />}
      {closing.error && <Notice problem={closing.error} />}
      <p className="acts">
        <button className="btn go" disabled={closing.isPending || (lessons.length === 0 && !known && nothing.trim() === "")}>{t("log.close.act")}</button>
        <button className="btn" type="button" onClick={() => setOpen(false)}>{t("app.cancel")}</button>
      </p>
    </form>
  );
}
