import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { bookingsQuery, projectsQuery } from "../api/queries";
import { addDays, useDates, type Dates } from "../ui/dates";
import { Asked } from "../ui/states";
import { useWords } from "../words/words";
import { bookedLines, type BookedLine } from "./bookedLines";

/// What somebody is booked for, a line a project on one axis of weeks.
export function BookingsPart({ person, from, to }: { person: string; from: string; to: string }) {
  const { t } = useWords();
  const dates = useDates();
  const bookings = useQuery(bookingsQuery(person, from, to));
  const names = new Map(useQuery(projectsQuery).data?.map((project) => [project.id, project.name]));
  const scale = { from: Date.parse(from), days: (Date.parse(addDays(to, 1)) - Date.parse(from)) / 86_400_000 };
  return (
    <section className="part" aria-labelledby="bookings-head">
      <h2 id="bookings-head">{t("person.bookings")}</h2>
      <Asked of={bookings}>
        {(all) =>
          all.length === 0 ? (
            <p className="i3">{t("person.bookings.none", { to: dates.dayLong(to) })}</p>
          ) : (
            <table className="booked">
              <thead>
                <tr>
                  <th scope="col" className="lab">
                    {t("person.bookings.project")}
                  </th>
                  <th scope="col">
                    <span className="sr">{t("person.bookings.when")}</span>
                    <Ruler from={from} days={scale.days} dates={dates} />
                  </th>
                </tr>
              </thead>
              <tbody>
                {bookedLines(all).map((line) => (
                  <Line
                    key={line.project ?? ""}
                    line={line}
                    name={line.project && names.get(line.project)}
                    scale={scale}
                    dates={dates}
                  />
                ))}
              </tbody>
            </table>
          )
        }
      </Asked>
    </section>
  );
}

type Scale = { from: number; days: number };

function Line({ line, name, scale, dates }: { line: BookedLine; name?: string; scale: Scale; dates: Dates }) {
  const { t } = useWords();
  const x = (at: number) => Math.max(0, Math.min(scale.days, (at - scale.from) / 86_400_000));
  const iso = (at: number) => new Date(at).toISOString();
  return (
    <tr>
      <th scope="row">
        {line.project ? (
          <Link className="lnk" to="/projects/$project" params={{ project: line.project }}>
            {name ?? t("person.bookings.aProject")}
          </Link>
        ) : (
          <span>{t("person.bookings.hidden")}</span>
        )}
        <span className="lab">
          {t(line.hard ? "person.bookings.hard" : "person.bookings.soft", {
            span: dates.span(iso(line.from), iso(line.to)),
            units: line.most,
          })}
        </span>
      </th>
      <td>
        <svg viewBox={`0 0 ${scale.days} 22`} preserveAspectRatio="none" aria-hidden="true">
          {line.stretches.map((stretch) => (
            <rect
              key={stretch.from}
              className={stretch.hard ? "work" : "soft"}
              vectorEffect="non-scaling-stroke"
              x={x(stretch.from)}
              y="6"
              width={Math.max(0.4, x(stretch.to) - x(stretch.from))}
              height="12"
            />
          ))}
          <path className="todayline" vectorEffect="non-scaling-stroke" d={`M${x(Date.parse(dates.today))} -8V32`} />
        </svg>
      </td>
    </tr>
  );
}

function Ruler({ from, days, dates }: { from: string; days: number; dates: Dates }) {
  const weeks = Array.from({ length: Math.floor(days / 7) }, (_, week) => addDays(from, week * 7));
  return (
    <span className="ruler" aria-hidden="true">
      {weeks.map((week, i) => {
        const begins = i === 0 || week.slice(5, 7) !== weeks[i - 1]!.slice(5, 7);
        return begins && <span key={week} style={{ left: `${((i * 7) / days) * 100}%` }}>{dates.day(week)}</span>;
      })}
    </span>
  );
}
