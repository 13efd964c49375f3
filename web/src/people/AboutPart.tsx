import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { peopleQuery } from "../api/queries";
import type { Arrival, Person } from "../api/types";
import { useCan } from "../identity/session";
import { addDays, useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { draftOf, written } from "./personDraft";
import { PersonFields } from "./PersonFields";

/// Skills, place, lead and rate of somebody.
export function AboutPart({ person, edits }: { person: Person; edits: boolean }) {
  const { t } = useWords();
  const [editing, setEditing] = useState(false);
  return (
    <section className="part" aria-labelledby="about-head">
      <header>
        <h2 id="about-head">{t("person.about")}</h2>
        {edits && !editing && (
          <button className="lnk" type="button" onClick={() => setEditing(true)}>
            {t("app.edit")}
          </button>
        )}
      </header>
      {editing ? <Editing person={person} done={() => setEditing(false)} /> : <Facts person={person} />}
    </section>
  );
}

function Facts({ person }: { person: Person }) {
  const { t } = useWords();
  const dates = useDates();
  const lead = useQuery(peopleQuery).data?.find(({ id }) => id === person.lead);
  const began = ({ first, rampUpWeeks, rampUpShare }: Arrival) =>
    rampUpWeeks > 0 && rampUpShare < 100
      ? t("person.arrival", { first: dates.dayLong(first), until: dates.dayLong(addDays(first, 7 * rampUpWeeks)), share: rampUpShare })
      : dates.dayLong(first);
  const facts: [string, React.ReactNode][] = [
    [t("people.skills"), person.skills.join(", ")],
    [t("person.fields"), person.fields.join(", ")],
    [t("person.site"), person.calendarName],
    [
      t("person.lead"),
      lead && (
        <Link className="lnk" to="/people/$person" params={{ person: lead.id }}>
          {lead.name}
        </Link>
      ),
    ],
    [t("person.first"), person.arrival && began(person.arrival)],
    [t("person.email"), person.email],
    [
      t("person.kind"),
      person.pool
        ? t("people.pool", { people: Math.round(person.capacity / 100) })
        : person.units < 100 && t("people.share", { share: person.units }),
    ],
    [t("person.rate"), person.rate && dates.money(person.rate.minor, person.rate.currency)],
  ];
  return (
    <dl className="pairs">
      {facts.map(
        ([name, fact]) =>
          fact && (
            <div className="pair" key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Editing({ person, done }: { person: Person; done: () => void }) {
  const { t } = useWords();
  const can = useCan();
  const [draft, setDraft] = useState(() => draftOf(person));
  const saving = useDoing(
    () => send("PATCH", `/api/people/${person.id}`, written(draft, can("rates.see")), person.version),
    "people",
    "load",
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving
          .mutateAsync(undefined)
          .then(() => {
            done();
            say(t("app.saved"));
          })
          .catch(() => undefined);
      }}
    >
      {saving.error && <Notice problem={saving.error} />}
      <PersonFields draft={draft} change={setDraft} self={person.id} />
      <div className="acts">
        <button className="btn go" disabled={saving.isPending}>
          {t("app.save")}
        </button>
        <button className="btn" type="button" onClick={done}>
          {t("app.cancel")}
        </button>
      </div>
    </form>
  );
}
