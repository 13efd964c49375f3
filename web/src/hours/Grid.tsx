import { useState } from "react";
import type { WeekSheet } from "../api/types";
import { useDates } from "../ui/dates";
import { useWords } from "../words/words";
import { hoursOf, keyOf, minutesOf, sumOf, type Line } from "./sheet";

/// Lines by days. On a phone one day at a time.
export function Grid({ sheet, lines, change }: { sheet: WeekSheet; lines: readonly Line[]; change?: (lines: Line[]) => void }) {
  const { t, locale } = useWords();
  const dates = useDates(sheet.zone);
  const today = sheet.days.findIndex(({ date }) => date === sheet.today);
  const [day, setDay] = useState(today < 0 ? 0 : today);
  const put = (at: number, line: Line | undefined) => change?.(lines.flatMap((each, i) => (i !== at ? [each] : line ? [line] : [])));
  if (lines.length === 0) return <p className="narrow i2">{t(change ? "hours.none" : "hours.none.locked")}</p>;
  return (
    <div className="sheet" data-day={day}>
      <div className="seg day-choice" role="group" aria-label={t("hours.day")}>
        {sheet.days.map(({ date }, i) => (
          <button key={date} type="button" aria-pressed={i === day} onClick={() => setDay(i)}>
            {dates.weekdayDay(date).slice(0, 2)}
          </button>
        ))}
      </div>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t("hours.what")}</th>
            <th scope="col" className="code">{t("hours.code")}</th>
            {sheet.days.map(({ date, away }, i) => (
              <th key={date} scope="col" className={`n d d${i} ${date === sheet.today ? "c-accent" : ""}`}>
                {dates.weekdayDay(date)}
                {away && <span className="lab"> {t("work.away")}</span>}
              </th>
            ))}
            <th scope="col" className="n">{t("hours.sum")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <Row key={`${keyOf(line)}-${at}`} sheet={sheet} line={line} put={change && ((next) => put(at, next))} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("hours.sum")}</th>
            <td className="code" />
            {sheet.days.map(({ date }, i) => (
              <td key={date} className={`n d d${i}`}>{hoursOf(sumOf(lines.map(({ minutes }) => minutes[i] ?? 0)), locale) || "–"}</td>
            ))}
            <td className="n"><b>{hoursOf(sumOf(lines.map(({ minutes }) => sumOf(minutes))), locale) || "0"}</b></td>
          </tr>
          <tr className="i3">
            <th scope="row">{t("hours.calendar")}</th>
            <td className="code" />
            {sheet.days.map(({ date, minutes }, i) => (
              <td key={date} className={`n d d${i}`}>{hoursOf(minutes, locale) || "–"}</td>
            ))}
            <td className="n">{hoursOf(sumOf(sheet.days.map(({ minutes }) => minutes)), locale) || "0"}</td>
          </tr>
        </tfoot>
      </table>
      <datalist id="cost-codes">
        {sheet.codes.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
    </div>
  );
}

function Row({ sheet, line, put }: { sheet: WeekSheet; line: Line; put?: (line: Line | undefined) => void }) {
  const { t, locale } = useWords();
  const dates = useDates(sheet.zone);
  return (
    <tr>
      <th scope="row">
        {line.task ? line.name : t("hours.company")}
        <span className="lab">
          {line.projectName}
          {put && (
            <>
              {line.projectName && " · "}
              <button className="lnk" type="button" aria-label={t("hours.removeOf", { name: line.name })} onClick={() => put(undefined)}>
                {t("hours.remove")}
              </button>
            </>
          )}
        </span>
      </th>
      <td className="code">
        {put ? (
          <input className="line" list="cost-codes" aria-label={t("hours.codeOf", { name: line.name })} maxLength={40} value={line.code ?? ""} onChange={(event) => put({ ...line, code: event.target.value })} />
        ) : (
          line.code
        )}
      </td>
      {sheet.days.map(({ date }, day) => (
        <td key={date} className={`n d d${day}`}>
          {put ? (
            <Cell
              label={t("hours.cell", { name: line.name, day: dates.weekdayDay(date) })}
              minutes={line.minutes[day] ?? 0}
              disabled={date > sheet.today}
              put={(minutes) => put({ ...line, minutes: line.minutes.map((each, i) => (i === day ? minutes : each)) })}
            />
          ) : (
            hoursOf(line.minutes[day] ?? 0, locale) || "–"
          )}
        </td>
      ))}
      <td className="n">{hoursOf(sumOf(line.minutes), locale) || "0"}</td>
    </tr>
  );
}

/// Takes what was written when one leaves it, or at Enter.
function Cell({ label, minutes, disabled, put }: { label: string; minutes: number; disabled: boolean; put: (minutes: number) => void }) {
  const { locale } = useWords();
  const shown = hoursOf(minutes, locale);
  const [text, setText] = useState<string>();
  const read = text === undefined ? minutes : minutesOf(text);
  const leave = () => {
    if (text === undefined || read === undefined) return;
    setText(undefined);
    if (read !== minutes) put(read);
  };
  return (
    <input
      className="line"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={read === undefined || undefined}
      disabled={disabled}
      value={text ?? shown}
      onChange={(event) => setText(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === "Enter" && leave()}
    />
  );
}
