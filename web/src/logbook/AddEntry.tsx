import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { forecastQuery, peopleQuery } from "../api/queries";
import { useCan, useSession } from "../identity/session";
import { DayField } from "../ui/DayField";
import { ChoiceField, TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { KINDS, type Kind } from "./entries";

const empty = { title: "", text: "", who: "", day: "", owner: "", task: "", outcome: "" };

/// Whoever works in the project writes what they see; decisions are written by those who plan it.
export function AddEntry({ project, preset }: { project: string; preset?: Kind }) {
  const { t } = useWords();
  const can = useCan();
  const session = useSession()!;
  const [chosen, setKind] = useState<Kind>();
  const kinds = KINDS.filter((each) => each !== "decision" || can("plan.edit"));
  const wanted = chosen ?? preset ?? kinds[0]!;
  const kind = kinds.includes(wanted) ? wanted : kinds[0]!;
  const [draft, setDraft] = useState(empty);
  const set = (field: keyof typeof empty) => (event: { target: { value: string } }) => setDraft((was) => ({ ...was, [field]: event.target.value }));
  const people = useQuery({ ...peopleQuery, enabled: can("people.see") }).data ?? [];
  const rows = useQuery(forecastQuery(project)).data?.rows ?? [];
  const decision = kind === "decision";
  const owned = kind === "issue" || kind === "assumption";
  const adding = useDoing(
    () =>
      send("POST", `/api/projects/${project}/log`, {
        kind,
        title: draft.title.trim(),
        text: draft.text.trim() || undefined,
        ...(decision ? { who: draft.who.trim() || undefined, outcome: draft.outcome.trim() || undefined } : {}),
        ...(owned && draft.owner ? { owner: draft.owner } : {}),
        ...(kind !== "lesson" && draft.day ? { day: draft.day } : {}),
        ...(draft.task ? { tasks: [draft.task] } : {}),
      }),
    "log",
    "desk",
  );
  return (
    <form
      className="give"
      onSubmit={(event) => {
        event.preventDefault();
        adding.mutate(undefined, { onSuccess: () => { say(t("log.said.added")); setDraft(empty); } });
      }}
    >
      <h2>{t("log.add")}</h2>
      <ChoiceField label={t("log.kind")} value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
        {kinds.map((each) => <option key={each} value={each}>{t(`log.one.${each}`)}</option>)}
      </ChoiceField>
      <TextField label={t(`log.title.${kind}`)} required maxLength={300} value={draft.title} onChange={set("title")} />
      <Words label={t(`log.text.${kind}`)} value={draft.text} change={set("text")} />
      {decision && <TextField label={t("log.who")} maxLength={300} placeholder={session.account.name} optional value={draft.who} onChange={set("who")} />}
      {decision && <Words label={t("log.changes")} value={draft.outcome} change={set("outcome")} />}
      {owned && people.length > 0 && (
        <ChoiceField label={t("log.owner")} value={draft.owner} onChange={set("owner")}>
          <option value="">{t("log.owner.none")}</option>
          {people.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </ChoiceField>
      )}
      {kind !== "lesson" && <DayField label={t(decision ? "log.day.decision" : "log.day")} required={false} value={draft.day} change={(day) => setDraft((was) => ({ ...was, day }))} />}
      {rows.length > 0 && (
        <ChoiceField label={t("log.task")} value={draft.task} onChange={set("task")}>
          <option value="">{t("log.task.none")}</option>
          {rows.map((row) => <option key={row.task} value={row.task}>{row.wbs} {row.name}</option>)}
        </ChoiceField>
      )}
      {adding.error && <Notice problem={adding.error} />}
      <p className="acts"><button className="btn go" disabled={adding.isPending || draft.title.trim() === ""}>{t("log.add.act")}</button></p>
    </form>
  );
}

function Words({ label, value, change }: { label: string; value: string; change: (event: { target: { value: string } }) => void }) {
  const id = `words-${label.replace(/\W+/g, "-")}`;
  const { t } = useWords();
  return (
    <div className="field">
      <label htmlFor={id}>{label} ({t("app.optional")})</label>
      <textarea id={id} rows={2} maxLength={4000} value={value} onChange={change} />
    </div>
  );
}
