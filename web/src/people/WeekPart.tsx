import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { Person, Week } from "../api/types";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { WeekDrawn } from "./WeekDrawn";
import { WeekFields } from "./WeekFields";

/// When somebody works, in an ordinary week.
export function WeekPart({ person, edits }: { person: Person; edits: boolean }) {
  const { t } = useWords();
  const [editing, setEditing] = useState(false);
  const [week, setWeek] = useState<Week | undefined>(person.week);
  const saving = useDoing(
    (next: Week | null) => send("PATCH", `/api/people/${person.id}`, { week: next }, person.version),
    "people",
    "load",
  );
  const save = async (next: Week | null) => {
    await saving.mutateAsync(next);
    setEditing(false);
    say(t("person.week.saved", { name: person.name }));
  };
  return (
    <section className="part" aria-labelledby="week-head">
      <header>
        <h2 id="week-head">{t("people.week")}</h2>
        {edits && !editing && (
          <button
            className="lnk"
            type="button"
            onClick={() => {
              setWeek(person.week);
              setEditing(true);
            }}
          >
            {t("person.week.change")}
          </button>
        )}
      </header>
      {!editing && <WeekDrawn week={person.week} />}
      {editing && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (week) save(week).catch(() => undefined);
          }}
        >
          {saving.error && <Notice problem={saving.error} />}
          <p className="lab">{t("week.how")}</p>
          <WeekFields value={person.week} change={(next, readable) => setWeek(readable ? next : undefined)} />
          <div className="acts">
            <button className="btn go" disabled={!week || saving.isPending}>
              {t("app.save")}
            </button>
            <button className="btn" type="button" onClick={() => save(null).catch(() => undefined)}>
              {t("person.week.company")}
            </button>
            <button className="btn bare" type="button" onClick={() => setEditing(false)}>
              {t("app.cancel")}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
