import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { qualificationsQuery } from "../api/queries";
import type { Qualifications } from "../api/types";
import { TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { draftOf, written } from "./qualifications";

/// What is known of somebody's learning and experience, for whoever keeps the people.
export function QualificationsForm({ person, done }: { person: string; done: () => void }) {
  return <Asked of={useQuery(qualificationsQuery(person))}>{(known) => <Form person={person} known={known} done={done} />}</Asked>;
}

function Form({ person, known, done }: { person: string; known: Qualifications; done: () => void }) {
  const { t } = useWords();
  const [draft, setDraft] = useState(() => draftOf(known));
  const saving = useDoing(() => send("PUT", `/api/people/${person}/qualifications`, written(draft), known.version), "people", "staffing");
  const lines = (name: "fields" | "certificates" | "degrees") => (
    <div className="field">
      <label htmlFor={`learned-${name}`}>{t(`qualifications.${name}`)}</label>
      <textarea id={`learned-${name}`} rows={3} aria-describedby={`learned-${name}-note`} value={draft[name]} onChange={(event) => setDraft({ ...draft, [name]: event.target.value })} />
      <p className="note" id={`learned-${name}-note`}>
        {t(`qualifications.${name}.note`)}
      </p>
    </div>
  );
  return (
    <form className="rowed" onSubmit={(event) => {
      event.preventDefault();
      saving.mutate(undefined, {
        onSuccess: () => {
          say(t("app.saved"));
          done();
        },
      });
    }}>
      <TextField label={t("qualifications.leading")} type="date" value={draft.leadingSince} onChange={(event) => setDraft({ ...draft, leadingSince: event.target.value })} />
      {lines("fields")}
      {lines("certificates")}
      {lines("degrees")}
      {saving.error && <Notice problem={saving.error} />}
      <p className="acts">
        <button className="btn go" disabled={saving.isPending}>
          {t("app.save")}
        </button>
        <button className="btn" type="button" onClick={done}>
          {t("app.cancel")}
        </button>
      </p>
    </form>
  );
}
