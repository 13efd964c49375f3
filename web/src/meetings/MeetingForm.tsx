import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { peopleQuery } from "../api/queries";
import type { Meeting } from "../api/types";
import { RuleFields } from "../maintenance/RuleFields";
import { DayField } from "../ui/DayField";
import { TextField } from "../ui/Field";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { draftOf, writtenOf, type MeetingDraft } from "./meetings";
import "../maintenance/maintenance.css";

/// A new meeting, or another time and other people for one that is there.
export function MeetingForm({ project, meeting, done }: { project: string; meeting?: Meeting; done?: () => void }) {
  const { t } = useWords();
  const { today } = useDates();
  const [draft, setDraft] = useState(() => draftOf(meeting, today));
  const change = (part: Partial<MeetingDraft>) => setDraft((before) => ({ ...before, ...part }));
  const text = (name: "title" | "place" | "link" | "from" | "minutes") => ({ value: draft[name], onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }) });
  const people = (useQuery(peopleQuery).data ?? []).filter(({ pool }) => !pool);
  const keeping = useDoing(
    () =>
      meeting
        ? send("PUT", `/api/projects/${project}/meetings/${meeting.id}`, writtenOf(draft), meeting.version)
        : send("POST", `/api/projects/${project}/meetings`, writtenOf(draft)),
    "meetings",
    "work",
    "plan",
  );
  const toggle = (person: string) => change({ persons: draft.persons.includes(person) ? draft.persons.filter((each) => each !== person) : [...draft.persons, person] });
  return (
    <form
      className={meeting ? "rowed" : "give"}
      aria-label={meeting ? t("meetings.edit.of", { title: meeting.title }) : t("meetings.add")}
      onSubmit={(event) => {
        event.preventDefault();
        keeping.mutate(undefined, {
          onSuccess: () => {
            say(t("meetings.said.kept"));
            if (!meeting) setDraft(draftOf(undefined, today));
            done?.();
          },
        });
      }}
    >
      {!meeting && <h2>{t("meetings.add")}</h2>}
      <TextField label={t("meetings.name")} required maxLength={300} {...text("title")} />
      <div className="fields">
        <DayField label={t("meetings.first")} value={draft.first} change={(first) => change({ first })} note="" />
        <TextField label={t("meetings.from")} type="time" required {...text("from")} />
        <TextField label={t("meetings.minutes")} type="number" min={5} max={480} step={5} required {...text("minutes")} />
      </div>
      <label className="check">
        <input type="checkbox" checked={draft.again} onChange={(event) => change({ again: event.target.checked })} />
        {t("meetings.again")}
      </label>
      {draft.again && <RuleFields rule={draft.rule} first={draft.first} change={(rule) => change({ rule })} />}
      <TextField label={t("meetings.place")} optional maxLength={300} {...text("place")} />
      <TextField label={t("meetings.link")} optional type="url" maxLength={300} {...text("link")} />
      <fieldset className="meet-who">
        <legend className="legend">{t("meetings.who", { count: draft.persons.length })}</legend>
        {people.map(({ id, name }) => (
          <label className="check" key={id}>
            <input type="checkbox" checked={draft.persons.includes(id)} onChange={() => toggle(id)} />
            {name}
          </label>
        ))}
      </fieldset>
      <p className="note">{t("meetings.takes")}</p>
      {keeping.error && <Notice problem={keeping.error} />}
      <p className="acts">
        <button className="btn go" disabled={keeping.isPending || draft.persons.length === 0}>
          {meeting ? t("app.save") : t("meetings.add")}
        </button>
        {done && (
          <button className="btn" type="button" onClick={done}>
            {t("app.cancel")}
          </button>
        )}
      </p>
    </form>
  );
}
