import type { Week } from "../api/types";
import { useWords } from "../words/words";
import { dayInWords, dayLong, dayNames, hoursInWords, stretchesOf, weekMinutes, type Stretch } from "./week";
import "./people.css";

/// A working week to read: each day's hours in words and drawn on one axis from midnight to midnight.
export function WeekDrawn({ week }: { week: Week }) {
  const { t, locale } = useWords();
  return (
    <>
      <dl className="drawn">
        {dayNames.map((day) => {
          const stretches = stretchesOf(week, day);
          if (stretches.length === 0 && (day === "saturday" || day === "sunday")) return null;
          return (
            <div key={day}>
              <dt>{dayLong(day, locale)}</dt>
              <dd>{dayInWords(stretches) || <span className="i3">{t("week.free")}</span>}</dd>
              <dd>
                <DayAxis stretches={stretches} />
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="lab">{t("people.hours", { hours: hoursInWords(weekMinutes(week), locale) })}</p>
    </>
  );
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
