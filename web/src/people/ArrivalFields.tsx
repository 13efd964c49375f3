import { TextField } from "../ui/Field";
import { useWords } from "../words/words";
import type { PersonDraft } from "./personDraft";

type Draft = Pick<PersonDraft, "first" | "rampWeeks" | "rampShare">;

/// When somebody begins, and how much of their days work has while they learn.
export function ArrivalFields({ draft, change, required }: { draft: Draft; change: (part: Partial<Draft>) => void; required?: boolean }) {
  const { t } = useWords();
  return (
    <>
      <TextField label={t("person.first")} type="date" required={required} value={draft.first} onChange={(event) => change({ first: event.target.value })} />
      {draft.first && (
        <>
          <TextField label={t("person.rampWeeks")} type="number" min={0} max={52} required value={draft.rampWeeks} onChange={(event) => change({ rampWeeks: event.target.value })} />
          <TextField label={t("person.rampShare")} type="number" min={10} max={100} required value={draft.rampShare} note={t("person.rampShare.note")} onChange={(event) => change({ rampShare: event.target.value })} />
        </>
      )}
    </>
  );
}
