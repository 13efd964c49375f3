import { useState } from "react";
import type { DayName, Week } from "../api/types";
import { useWords } from "../words/words";
import { asRanges, dayInWords, dayLong, dayNames, hoursInWords, readDay, stretchesOf, weekMinutes, type Stretch } from "./week";
import "./people.css";

/// A working week to read: each day's hours in words and drawn on one axis from midnight to midnight.
export function WeekDrawn({ week }: { week: Week }) {
  const { t, locale } = useWords();
  return (
    <>
      <dl className="week">
        {dayNames.map((day) => {
          const stretches = stretchesOf(week, day);
          if (stretches.length === 0 && (day === "saturday" || day === "sunday")) return null;
          return (
            <div className="day" key={day}>
              <dt>{dayLong(day, locale)}</dt>
              <dd>{dayInWords(stretches) || <span className="i3">{t("week.free")}</span>}</dd>
              <DayAxis stretches={stretches} />
            </div>
          );
        })}
      </dl>
      <p className="lab">{t("people.hours", { hours: hoursInWords(weekMinutes(week), locale) })}</p>
    </>
  );
}

/// A working week to write, a line a day, as people write hours: "9-13, 14-18". `change` hears undefined as long as a
/// line can't be read.
export function WeekEditor({ week, change, id = "week" }: {
  week: Week;
  change: (week: Week | undefined) => void;
  id?: string;
}) {
  const { t, locale } = useWords();
  const [lines, setLines] = useState(() =>
    Object.fromEntries(dayNames.map((day) => [day, dayInWords(stretchesOf(week, day))])) as Record<DayName, string>,
  );
  const write = (day: DayName, text: string) => {
    const next = { ...lines, [day]: text };
    setLines(next);
    change(weekOf(next));
  };
  const written = weekOf(lines);
  return (
    <>
      <p className="lab" id={`${id}-how`}>
        {t("week.how")}
      </p>
      <div className="week">
        {dayNames.map((day) => {
          const stretches = readDay(lines[day]);
          return (
            <div className="day" key={day}>
              <label htmlFor={`${id}-${day}`}>{dayLong(day, locale)}</label>
              <input
                className="line"
                id={`${id}-${day}`}
                value={lines[day]}
                placeholder={t("week.free")}
                autoComplete="off"
                aria-invalid={!stretches}
                aria-describedby={stretches ? `${id}-how` : `${id}-${day}-wrong`}
                onChange={(event) => write(day, event.target.value)}
              />
              <DayAxis stretches={stretches ?? []} />
              {!stretches && (
                <p className="wrong" id={`${id}-${day}-wrong`}>
                  {t("week.wrong")}
                </p>
              )}
            </div>
          );
        })}
      </div>
      <p className="lab" role="status">
        {written && t("people.hours", { hours: hoursInWords(weekMinutes(written), locale) })}
      </p>
    </>
  );
}

function weekOf(lines: Record<DayName, string>): Week | undefined {
  const week: Week = {};
  for (const day of dayNames) {
    const stretches = readDay(lines[day]);
    if (!stretches) return undefined;
    if (stretches.length > 0) week[day] = asRanges(stretches);
  }
  return week;
}

function DayAxis({ stretches }: { stretches: readonly Stretch[] }) {
  return (
    <svg className="axis" viewBox="0 0 1440 20" preserveAspectRatio="none" aria-hidden="true">
      <rect className="night" width="1440" height="20" />
      {stretches.map(([from, to]) => (
        <rect className="work" key={from} x={from} y="4" width={to - from} height="12" />
      ))}
    </svg>
  );
}
