import { useQuery } from "@tanstack/react-query";
import { send } from "../api/client";
import { qualificationsQuery } from "../api/queries";
import type { Qualifications } from "../api/types";
import { TextField } from "../ui/Field";
import { InPlace, useDraft } from "../ui/InPlace";
import { Asked } from "../ui/states";
import { useWords } from "../words/words";
import { draftOf, written } from "./qualifications";

/// What is known of somebody's learning and experience, for whoever keeps the people.
export function QualificationsForm({ person, done }: { person: string; done: () => void }) {
  return <Asked of={useQuery(qualificationsQuery(person))}>{(known) => <Form person={person} known={known} done={done} />}</Asked>;
}

function Form({ person, known, done }: { person: string; known: Qualifications; done: () => void }) {
  const { t } = useWords();
  const { draft, text } = useDraft(() => draftOf(known));
  const lines = (name: "fields" | "certificates" | "degrees" | "budgets" | "hardware" | "shown") => (
    <div className="field">
      <label htmlFor={`learned-${name}`}>{t(`qualifications.${name}`)}</label>
      <textarea id={`learned-${name}`} rows={3} aria-describedby={`learned-${name}-note`} {...text(name)} />
      <p className="note" id={`learned-${name}-note`}>
        {t(`qualifications.${name}.note`)}
      </p>
    </div>
  );
  return (
    <InPlace keep={() => send("PUT", `/api/people/${person}/qualifications`, written(draft), known.version)} touches={["people", "staffing"]} done={done}>
      <TextField label={t("qualifications.leading")} type="date" {...text("leadingSince")} />
      {lines("fields")}
      {lines("certificates")}
      {lines("degrees")}
      {lines("budgets")}
      {lines("hardware")}
      {lines("shown")}
    </InPlace>
  );
}
