import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { loadQuery } from "../api/queries";
import type { Load } from "../api/types";
import { useCan } from "../identity/session";
import { addDays, monday, useDates, type Dates } from "../ui/dates";
import { Asked, Empty } from "../ui/states";
import { useWords } from "../words/words";
import { OverloadWays } from "./OverloadWays";
import { PeopleHead } from "./PeopleHead";
import { skillsOf } from "./skills";
import "./people.css";

const weeks = 13;

type Line = Load["people"][number];

export default function LoadPage() {
  const { t } = useWords();
  const dates = useDates();
  const thisWeek = monday(dates.today);
  const [from, setFrom] = useState(thisWeek);
  const load = useQuery({
    ...loadQuery(from, addDays(from, 7 * weeks - 1)),
    placeholderData: (before: Load | undefined) => before,
  });
  return (
    <>
      <PeopleHead>
        <button className="btn" type="button" onClick={() => setFrom(addDays(from, -28))}>
          {t("load.earlier")}
        </button>
        {from !== thisWeek && (
          <button className="btn" type="button" onClick={() => setFrom(thisWeek)}>
            {t("load.today")}
          </button>
        )}
        <button className="btn" type="button" onClick={() => setFrom(addDays(from, 28))}>
          {t("load.later")}
        </button>
      </PeopleHead>
      <Asked of={load}>
        {(known) =>
          known.people.length === 0 ? (
            <Empty title={t("people.empty")}>{t("people.empty.detail")}</Empty>
          ) : (
            <Heat load={known} dates={dates} thisWeek={thisWeek} />
          )
        }
      </Asked>
    </>
  );
}

function Heat({ load, dates, thisWeek }: { load: Load; dates: Dates; thisWeek: string }) {
  const { t } = useWords();
  const [skill, setSkill] = useState("");
  const [overFirst, setOverFirst] = useState(false);
  const [ways, look] = useState<{ person: string; week: string }>();
  const can = useCan();
  const lines = load.people.filter((line) => !skill || line.skills.includes(skill));
  const shown = overFirst ? lines.toSorted((a, b) => excess(b) - excess(a)) : lines;
  return (
    <>
      <p className="say">
        <Sentence load={load} dates={dates} />
      </p>
      <div className="sift">
        <div className="field">
          <label htmlFor="load-skill">{t("people.skill")}</label>
          <select id="load-skill" value={skill} onChange={(event) => setSkill(event.target.value)}>
            <option value="">{t("people.anySkill")}</option>
            {skillsOf(load.people).map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </div>
        <label className="check">
          <input type="checkbox" checked={overFirst} onChange={(event) => setOverFirst(event.target.checked)} />
          {t("load.overFirst")}
        </label>
        <p className="lab key">
          <svg width="74" height="20" aria-hidden="true" className="keyed">
            <rect className="work" x="0" y="6" width="10" height="14" />
            <rect className="work" x="26" y="4" width="10" height="16" />
            <rect className="over" x="26" y="0" width="10" height="4" />
            <rect className="off" x="52" y="4" width="10" height="16" />
          </svg>
          {t("load.key")}
        </p>
      </div>
      {ways && <OverloadWays key={ways.person + ways.week} {...ways} close={() => look(undefined)} />}
      <div className="heatbox">
        <table className="heat" style={{ "--weeks": load.periods.length } as React.CSSProperties}>
          <caption className="sr">{t("load.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("people.name")}</th>
              {load.periods.map((week, i) => (
                <th scope="col" key={week} className={week === thisWeek ? "now" : ""}>
                  <span className="month">
                    {i === 0 || week.slice(5, 7) !== load.periods[i - 1]!.slice(5, 7) ? dates.month(week) : ""}
                  </span>
                  <span className="sr">{t("load.weekOf", { day: dates.dayLong(week) })}</span>
                  <span aria-hidden="true">{Number(week.slice(8))}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <tr key={line.person}>
                <th scope="row">
                  <Link to="/people/$person" params={{ person: line.person }}>
                    {line.name}
                  </Link>
                </th>
                {line.cells.map((cell, i) => (
                  <Cell key={load.periods[i]} {...cell} now={load.periods[i] === thisWeek} name={line.name} week={load.periods[i]!}
                    open={ways?.person === line.person && ways.week === load.periods[i]}
                    look={can("plan.see") ? () => look({ person: line.person, week: load.periods[i]! }) : undefined} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Cell({ percent, away, now, name, week, open, look }: { percent: number; away?: boolean; now: boolean; name: string; week: string; open: boolean; look?: () => void }) {
  const { t } = useWords();
  const dates = useDates();
  const over = percent > 100;
  return (
    <td className={[over && "ov", away && "off", now && "now"].filter(Boolean).join(" ")}>
      <i style={{ height: `${Math.min(percent, 100) * 0.2}px` }} />
      {over && <u style={{ height: `${Math.min(percent - 100, 60) * 0.2}px` }} />}
      {over && look ? (
        <button type="button" className="ways-out" aria-expanded={open} onClick={look}>
          {percent}
          <span className="sr"> {t("overload.open", { name, week: dates.dayLong(week) })}</span>
        </button>
      ) : (
        <span>{percent === 0 ? <span className="i3">–</span> : percent}</span>
      )}
      {over && <span className="sr"> {t("load.over")}</span>}
      {away && <span className="sr"> {t("load.away")}</span>}
    </td>
  );
}

const excess = (line: Line) => line.cells.reduce((sum, { percent }) => sum + Math.max(0, percent - 100), 0);

function Sentence({ load, dates }: { load: Load; dates: Dates }) {
  const { t } = useWords();
  const over = load.people.filter((line) => excess(line) > 0);
  if (over.length === 0) return t("load.sentence.fits", { weeks: load.periods.length });
  const worst = over.reduce((a, b) => (peak(b) > peak(a) ? b : a));
  const week = load.periods[worst.cells.findIndex(({ percent }) => percent === peak(worst))]!;
  return (
    <>
      <b>{t("load.sentence.over", { over: over.length, weeks: load.periods.length })}</b>{" "}
      {t("load.sentence.worst", { name: worst.name, percent: peak(worst), week: dates.dayLong(week) })}
    </>
  );
}

const peak = (line: Line) => Math.max(...line.cells.map(({ percent }) => percent));
