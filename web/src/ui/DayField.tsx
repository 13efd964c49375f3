import { useId, useState } from "react";
import { useWords } from "../words/words";
import { addDays, useDates } from "./dates";
import { readWrittenDay } from "./writtenDay";

/// A day, written as one writes days ("12 Feb", "12.2.", "2027-02-12", "+3"), or stepped with the arrow keys.
export function DayField({ label, value, change, note, required = true, min }: {
  label: string;
  value: string;
  change: (day: string) => void;
  note?: string;
  required?: boolean;
  min?: string;
}) {
  const { t, locale } = useWords();
  const dates = useDates("UTC");
  const own = useDates();
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const shown = draft ?? (value ? `${dates.weekdayDay(value)}${value.slice(0, 4) === own.today.slice(0, 4) ? ` ${value.slice(0, 4)}` : ""}` : "");
  const take = () => {
    if (draft === undefined) return;
    const day = draft.trim() === "" ? "" : readWrittenDay(draft, own.today, locale);
    if (day === undefined || (min && day && day < min)) return setWrong(true);
    setWrong(false);
    setDraft(undefined);
    change(day);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={shown}
        required={required}
        autoComplete="off"
        aria-invalid={wrong || undefined}
        aria-describedby={`${id}-note`}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setWrong(false);
          setDraft(event.target.value);
        }}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === "Enter") take();
          const step = { ArrowUp: 1, ArrowDown: -1, PageUp: 7, PageDown: -7 }[event.key];
          if (!step || draft !== undefined) return;
          event.preventDefault();
          const next = addDays(value || own.today, step);
          if (!min || next >= min) change(next);
        }}
      />
      <div id={`${id}-note`}>
        {wrong && <p className="wrong">{t("day.wrong")}</p>}
        <p className="note">{note ?? t("day.note")}</p>
      </div>
    </div>
  );
}
