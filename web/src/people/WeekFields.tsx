import { useId, useState } from "react";
import type { DayName, Week } from "../api/types";
import { useWords } from "../words/words";
import { asRanges, dayInWords, dayLong, dayMinutes, dayNames, hoursInWords, readDay, stretchesOf } from "./week";
import "./week.css";

/// A working week, a line a day, written as people say it: "9–13, 14–18". Nothing written is a free day.
/// `change` tells the week and whether all of its lines can be read.
export function WeekFields({ value, change }: { value: Week; change: (week: Week, readable: boolean) => void }) {
  const { t, locale } = useWords();
  const id = useId();
  const [lines, setLines] = useState(() => linesOf(value));
  const write = (next: Record<DayName, string>) => {
    setLines(next);
    change(weekOf(next), dayNames.every((day) => readDay(next[day]) !== undefined));
  };
  const total = dayNames.reduce((sum, day) => sum + dayMinutes(readDay(lines[day]) ?? []), 0);
  return (
    <div className="weekfields">
      {dayNames.map((day) => {
        const read = readDay(lines[day]);
        return (
          <div className="day" key={day}>
            <label htmlFor={`${id}-${day}`}>{dayLong(day, locale)}</label>
            <input
              id={`${id}-${day}`}
              className="line"
              value={lines[day]}
              placeholder={t("week.free")}
              aria-invalid={read ? undefined : true}
              aria-describedby={read ? undefined : `${id}-wrong`}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => write({ ...lines, [day]: event.target.value })}
              onBlur={() => read && setLines({ ...lines, [day]: dayInWords(read) })}
            />
            <span className="lab">{read && read.length > 0 && t("week.hours", { hours: hoursInWords(dayMinutes(read), locale) })}</span>
          </div>
        );
      })}
      {dayNames.some((day) => readDay(lines[day]) === undefined) && (
        <p className="wrong" id={`${id}-wrong`} role="alert">
          {t("week.wrong")}
        </p>
      )}
      <p className="total">
        <span>{t("week.total", { hours: hoursInWords(total, locale) })}</span>
        <button className="lnk" type="button" onClick={() => write(likeMonday(lines))}>
          {t("week.likeMonday")}
        </button>
      </p>
    </div>
  );
}

const linesOf = (week: Week) =>
  Object.fromEntries(dayNames.map((day) => [day, dayInWords(stretchesOf(week, day))])) as Record<DayName, string>;

const weekOf = (lines: Record<DayName, string>): Week =>
  Object.fromEntries(
    dayNames.map((day) => [day, asRanges(readDay(lines[day]) ?? [])] as const).filter(([, ranges]) => ranges.length > 0),
  );

const likeMonday = (lines: Record<DayName, string>): Record<DayName, string> => ({
  ...lines,
  tuesday: lines.monday,
  wednesday: lines.monday,
  thursday: lines.monday,
  friday: lines.monday,
});
