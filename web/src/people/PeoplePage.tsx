import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useDeferredValue, useMemo, useState } from "react";
import { loadQuery, peopleQuery, sitesQuery } from "../api/queries";
import type { Load, Person } from "../api/types";
import { useCan } from "../identity/session";
import { addDays, monday, useDates, type Dates } from "../ui/dates";
import { Asked, Empty } from "../ui/states";
import { useWords } from "../words/words";
import { LoadLine } from "./LoadLine";
import { PeopleHead } from "./PeopleHead";
import { skillsOf } from "./skills";
import { hoursInWords, weekInWords, weekMinutes } from "./week";
import "./people.css";

const weeksAhead = 8;

export default function PeoplePage() {
  const { t } = useWords();
  const can = useCan();
  const people = useQuery(peopleQuery);
  return (
    <>
      <PeopleHead>
        {can("people.edit") && (
          <>
            <Link className="btn" to="/people/import">
              {t("people.readList")}
            </Link>
            <Link className="btn go" to="/people/new">
              {t("people.add")}
            </Link>
          </>
        )}
      </PeopleHead>
      <Asked of={people}>{(all) => (all.length === 0 ? <Nobody /> : <Everybody all={all} />)}</Asked>
    </>
  );
}

function Nobody() {
  const { t } = useWords();
  const can = useCan();
  return (
    <Empty
      title={t("people.empty")}
      acts={
        can("people.edit") && (
          <>
            <Link className="btn go" to="/people/new">
              {t("people.add")}
            </Link>
            <Link className="btn" to="/people/import">
              {t("people.readList")}
            </Link>
          </>
        )
      }
    >
      {t("people.empty.detail")}
    </Empty>
  );
}

function Everybody({ all }: { all: Person[] }) {
  const { t } = useWords();
  const dates = useDates();
  const [words, setWords] = useState("");
  const [skill, setSkill] = useState("");
  const sought = useDeferredValue(words.trim().toLowerCase());
  const from = monday(dates.today);
  const { data: load } = useQuery(loadQuery(from, addDays(from, 7 * weeksAhead - 1)));
  const sites = new Map(useQuery(sitesQuery).data?.map((site) => [site.id, site.name]));
  const shown = all.filter(
    (person) =>
      (!skill || person.skills.includes(skill)) &&
      (!sought || [person.name, ...person.skills, ...person.fields].join("\n").toLowerCase().includes(sought)),
  );
  return (
    <>
      <p className="say">
        <Sentence all={all} load={load} dates={dates} />
      </p>
      <div className="sift">
        <div className="field">
          <label htmlFor="people-words">{t("people.find")}</label>
          <input id="people-words" type="search" value={words} onChange={(event) => setWords(event.target.value)} />
        </div>
        <div className="field">
          <label htmlFor="people-skill">{t("people.skill")}</label>
          <select id="people-skill" value={skill} onChange={(event) => setSkill(event.target.value)}>
            <option value="">{t("people.anySkill")}</option>
            {skillsOf(all).map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </div>
        <p className="lab" role="status">
          {shown.length === all.length ? "" : t("people.shown", { shown: shown.length, all: all.length })}
        </p>
      </div>
      {shown.length === 0 ? (
        <Empty title={t("people.none")}>{t("people.none.detail")}</Empty>
      ) : (
        <table className="tbl stack people">
          <thead>
            <tr>
              <th scope="col">{t("people.name")}</th>
              <th scope="col">{t("people.skills")}</th>
              <th scope="col">{t("people.week")}</th>
              <th scope="col">{t("people.away")}</th>
              <th scope="col">{t("people.nextWeeks", { weeks: weeksAhead })}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((person) => (
              <Row key={person.id} person={person} site={sites.get(person.site ?? "")} load={load} dates={dates} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Row({ person, site, load, dates }: { person: Person; site?: string; load?: Load; dates: Dates }) {
  const { t, locale } = useWords();
  const away = (person.away ?? []).filter(({ to }) => to >= dates.today);
  const cells = load?.people.find((each) => each.person === person.id)?.cells;
  return (
    <tr>
      <th scope="row">
        <Link to="/people/$person" params={{ person: person.id }}>
          {person.name}
        </Link>
        <span className="lab">{[standing(person, t), site].filter(Boolean).join(" · ")}</span>
      </th>
      <td>{person.skills.join(", ") || <span className="i3">{t("people.noSkills")}</span>}</td>
      <td className="i2">
        {weekInWords(person.week, locale) || t("people.companyWeek")}
        <span className="lab">{t("people.hours", { hours: hoursInWords(weekMinutes(person.week), locale) })}</span>
      </td>
      <td className="i2" data-label={away.length > 0 ? t("people.away") : undefined}>
        {away.slice(0, 2).map(({ from, to }) => (
          <span className="line" key={from}>
            {from <= dates.today ? t("people.awayNow", { to: dates.day(to) }) : dates.span(from, to)}
          </span>
        ))}
        {away.length > 2 && <span className="lab">{t("people.awayMore", { more: away.length - 2 })}</span>}
      </td>
      <td>{cells && load && <LoadLine periods={load.periods} cells={cells} dates={dates} />}</td>
    </tr>
  );
}

function standing(person: Person, t: ReturnType<typeof useWords>["t"]): string {
  if (person.pool) return t("people.pool", { people: Math.round(person.capacity / 100) });
  return person.capacity === 100 ? "" : t("people.share", { share: person.capacity });
}

function Sentence({ all, load, dates }: { all: Person[]; load?: Load; dates: Dates }) {
  const { t } = useWords();
  const sunday = addDays(monday(dates.today), 6);
  const away = all.filter((person) => person.away?.some(({ from, to }) => from <= sunday && to >= dates.today)).length;
  const over = useMemo(
    () => load?.people.filter(({ cells }) => cells.some(({ percent }) => percent > 100)) ?? [],
    [load],
  );
  return (
    <>
      {t("people.sentence", { people: all.length, away })}{" "}
      {over.length > 0 ? (
        <b>
          {over.length === 1
            ? t("people.sentence.overOne", { name: over[0]!.name, weeks: weeksAhead })
            : t("people.sentence.over", { over: over.length, weeks: weeksAhead })}
        </b>
      ) : (
        load && t("people.sentence.fits", { weeks: weeksAhead })
      )}
    </>
  );
}
