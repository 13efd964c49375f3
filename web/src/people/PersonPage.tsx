import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { loadQuery, personQuery } from "../api/queries";
import type { Person } from "../api/types";
import { useCan, useSession } from "../identity/session";
import { addDays, monday, useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { Asked } from "../ui/states";
import { useWords } from "../words/words";
import { ManagingPart } from "../staffing/ManagingPart";
import { TermsPart } from "../staffing/TermsPart";
import { AboutPart } from "./AboutPart";
import { AbsencesPart } from "./AbsencesPart";
import { AskPart } from "./AskPart";
import { BookingsPart } from "./BookingsPart";
import { WeekPart } from "./WeekPart";
import "./people.css";

const weeks = 13;

export default function PersonPage() {
  const { person: id } = useParams({ strict: false }) as { person: string };
  return <Asked of={useQuery(personQuery(id))}>{(person) => <OnePerson person={person} />}</Asked>;
}

function OnePerson({ person }: { person: Person }) {
  const can = useCan();
  const session = useSession();
  const { t } = useWords();
  const dates = useDates();
  const from = monday(dates.today);
  const to = addDays(from, 7 * weeks - 1);
  const edits = can("people.edit");
  const own = session?.person !== undefined && (session.person === person.id || session.person === person.lead);
  const inCompany = session?.grants.some(({ role, scope }) => scope === "company" && role !== "worker" && role !== "deputy");
  const staffs = inCompany && can("staffing.see");
  const checks = inCompany === true && can("staffing.edit");
  return (
    <>
      <PageHead
        title={person.name}
        sub={person.skills.join(", ")}
        tabs={[{ to: "/people", name: t("people.tab.all") }, { to: `/people/${person.id}`, name: t("person.tab") }]}
      />
      <p className="say">
        <Sentence person={person} from={from} to={to} />
      </p>
      <div className="cols rule-top">
        <div>
          <BookingsPart person={person.id} from={from} to={to} />
          {can("plan.edit") && <AskPart person={person} />}
        </div>
        <div>
          <WeekPart person={person} edits={edits} />
          <AbsencesPart person={person} edits={edits || own} />
          {(own || staffs) && !person.pool && <ManagingPart person={person.id} staffs={checks} />}
          {(own || staffs) && !person.pool && <TermsPart person={person.id} edits={checks} />}
          <AboutPart person={person} edits={edits} />
        </div>
      </div>
    </>
  );
}

function Sentence({ person, from, to }: { person: Person; from: string; to: string }) {
  const { t } = useWords();
  const dates = useDates();
  const { data: load } = useQuery(loadQuery(from, to));
  const cells = load?.people.find((line) => line.person === person.id)?.cells;
  const away = person.away?.find((days) => days.to >= dates.today);
  if (!load || !cells || cells.length === 0) return null;
  const mean = Math.round(cells.reduce((sum, { percent }) => sum + percent, 0) / cells.length);
  const over = cells.findIndex(({ percent }) => percent > 100);
  const free = cells.findIndex(({ percent, away: gone }) => percent < 80 && !gone);
  return (
    <>
      {t("person.sentence.booked", { percent: mean, weeks: cells.length })}{" "}
      {over >= 0 && (
        <b>
          {t("person.sentence.over", { percent: cells[over]!.percent, week: dates.dayLong(load.periods[over]!) })}{" "}
        </b>
      )}
      {free > 0 && t("person.sentence.free", { week: dates.dayLong(load.periods[free]!) })}{" "}
      {away && t("person.sentence.away", { span: dates.span(away.from, away.to) })}
    </>
  );
}
