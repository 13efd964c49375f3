import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { loadQuery, projectsQuery } from "../api/queries";
import type { Person } from "../api/types";
import { addDays, useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";

/// A project asks for somebody's time; who owns that time grants it, or not.
export function AskPart({ person }: { person: Person }) {
  const { t } = useWords();
  const dates = useDates();
  const projects = (useQuery(projectsQuery).data ?? []).filter(({ status }) => status !== "finished");
  const [open, setOpen] = useState(false);
  const [project, setProject] = useState("");
  const [from, setFrom] = useState(dates.today);
  const [to, setTo] = useState(addDays(dates.today, 13));
  const [units, setUnits] = useState("100");
  const [hard, setHard] = useState(true);
  const [note, setNote] = useState("");
  const asking = useDoing(
    () =>
      send("POST", `/api/people/${person.id}/requests`, {
        project,
        from,
        to,
        units: Number(units),
        hard,
        note: note.trim() || undefined,
      }),
    "requests",
    "load",
    "bookings",
  );
  const ask = async () => {
    await asking.mutateAsync(undefined);
    setOpen(false);
    setNote("");
    say(t("ask.sent", { name: person.name }));
  };
  return (
    <section className="part" aria-labelledby="ask-head">
      <h2 id="ask-head">{t("ask.title")}</h2>
      {!open && (
        <>
          <p className="i2">{t("ask.what")}</p>
          <div className="acts">
            <button className="btn" type="button" onClick={() => setOpen(true)}>
              {t("ask.open")}
            </button>
          </div>
        </>
      )}
      {open && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            ask().catch(() => undefined);
          }}
        >
          {asking.error && <Notice problem={asking.error} />}
          <div className="fields">
            <div className="field">
              <label htmlFor="ask-project">{t("ask.project")}</label>
              <select id="ask-project" required value={project} onChange={(event) => setProject(event.target.value)}>
                <option value="">{t("ask.choose")}</option>
                {projects.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.name}
                  </option>
                ))}
              </select>
            </div>
            <div className="field">
              <label htmlFor="ask-from">{t("absence.from")}</label>
              <input id="ask-from" type="date" required value={from} onChange={(event) => setFrom(event.target.value)} />
            </div>
            <div className="field">
              <label htmlFor="ask-to">{t("absence.to")}</label>
              <input
                id="ask-to"
                type="date"
                required
                min={from}
                value={to}
                onChange={(event) => setTo(event.target.value)}
              />
            </div>
            <div className="field">
              <label htmlFor="ask-units">{t("ask.units")}</label>
              <input
                id="ask-units"
                type="number"
                required
                min={1}
                max={person.capacity}
                value={units}
                onChange={(event) => setUnits(event.target.value)}
              />
            </div>
          </div>
          <div className="field spaced">
            <label htmlFor="ask-note">{t("ask.note")}</label>
            <input id="ask-note" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
          </div>
          <label className="check spaced">
            <input type="checkbox" checked={hard} onChange={(event) => setHard(event.target.checked)} />
            {t("ask.hard")}
          </label>
          <Effect person={person.id} from={from} to={to} units={Number(units)} />
          <div className="acts">
            <button className="btn go" disabled={asking.isPending}>
              {t("ask.send")}
            </button>
            <button className="btn" type="button" onClick={() => setOpen(false)}>
              {t("app.cancel")}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

/// What is booked already in the time that is asked for, before anybody is asked.
export function Effect({ person, from, to, units }: { person: string; from: string; to: string; units: number }) {
  const { t } = useWords();
  const dates = useDates();
  const valid = from !== "" && to >= from;
  const { data: load } = useQuery({ ...loadQuery(from, to), enabled: valid });
  const cells = load?.people.find((line) => line.person === person)?.cells;
  if (!valid || !load || !cells || cells.length === 0) return null;
  const most = Math.max(...cells.map(({ percent }) => percent));
  const week = dates.day(load.periods[cells.findIndex(({ percent }) => percent === most)]!);
  return most + units > 100 ? (
    <p className="c-late effect">{t("ask.effect.over", { most, week, sum: most + units })}</p>
  ) : (
    <p className="i2 effect">{t("ask.effect.fits", { most })}</p>
  );
}
