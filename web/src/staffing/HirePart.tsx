import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { Hire, JobApplicationView } from "../api/types";
import { ArrivalFields } from "../people/ArrivalFields";
import { arrival } from "../people/personDraft";
import { words } from "../people/skills";
import { ChoiceField, TextField } from "../ui/Field";
import { useDates } from "../ui/dates";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";

/// Whoever was accepted becomes one of the people; afterwards, who that is.
export function HirePart({ view, path, project }: { view: JobApplicationView; path: string; project: boolean }) {
  const { application, hire } = view;
  if (hire) return <Hired hire={hire} name={application.name ?? ""} />;
  return application.state === "accepted" && application.openedBy ? <Hiring path={path} project={project} /> : null;
}

function Hired({ hire, name }: { hire: Hire; name: string }) {
  const { t } = useWords();
  const dates = useDates();
  return (
    <section className="part" aria-labelledby="hired">
      <h2 id="hired">{t("hire.done", { first: dates.dayLong(hire.first) })}</h2>
      <p>
        <Link className="lnk" to="/people/$person" params={{ person: hire.person }}>
          {t("hire.person", { name })}
        </Link>
      </p>
      {hire.part && <p className="i2">{t(`hire.is.${hire.part}` as "hire.is.manager", { first: dates.dayLong(hire.first) })}</p>}
      <p className="lab">{t("vacancy.by", { name: hire.author.name })}</p>
    </section>
  );
}

function Hiring({ path, project }: { path: string; project: boolean }) {
  const { t } = useWords();
  const [draft, setDraft] = useState({ first: "", rampWeeks: "6", rampShare: "50", fields: "", skills: "" });
  const [chosen, setPart] = useState<string>();
  const part = project ? (chosen ?? "manager") : "";
  const change = (more: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...more }));
  const hiring = useDoing(
    () =>
      send("POST", `${path}/hire`, {
        ...arrival(draft),
        ...(draft.fields.trim() ? { fields: words(draft.fields) } : {}),
        skills: words(draft.skills),
        part: part || null,
      }),
    "vacancies",
    "people",
    "load",
    "projects",
  );
  return (
    <form className="part rowed" onSubmit={(event) => {
      event.preventDefault();
      hiring.mutate(undefined);
    }}>
      <h2>{t("hire.title")}</h2>
      <div className="fields">
        <ArrivalFields draft={draft} change={change} required />
        <TextField label={t("person.fields")} note={t("hire.fields.note")} value={draft.fields} onChange={(event) => change({ fields: event.target.value })} />
        <TextField label={t("people.skills")} value={draft.skills} onChange={(event) => change({ skills: event.target.value })} />
        {project && (
          <ChoiceField label={t("hire.part")} value={part} onChange={(event) => setPart(event.target.value)}>
            <option value="manager">{t("hire.part.manager")}</option>
            <option value="deputy">{t("hire.part.deputy")}</option>
            <option value="">{t("hire.part.neither")}</option>
          </ChoiceField>
        )}
      </div>
      {hiring.error && <Notice problem={hiring.error} />}
      <p className="acts">
        <button className="btn go" disabled={hiring.isPending}>
          {t("hire.do")}
        </button>
      </p>
    </form>
  );
}
