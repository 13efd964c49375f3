import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, type ReactNode } from "react";
import { ruleDaysQuery } from "../api/queries";
import { useDates } from "../ui/dates";
import { ChoiceField, TextField } from "../ui/Field";
import { useProblemWords } from "../ui/states";
import { useWords } from "../words/words";
import { DAYS, readRule, UNITS, writeRule, type SimpleRule } from "./rule";

const NTHS = [1, 2, 3, 4, -1];
const SHOWN = 4;

/// By which days it comes again: by simple fields, or as the rule's own text; with its next days beneath.
export function RuleFields({ rule, first, change, children }: { rule: string; first: string; change: (rule: string) => void; children?: ReactNode }) {
  const { t } = useWords();
  const simple = readRule(rule);
  const set = (more: Partial<SimpleRule>) => simple && change(writeRule({ ...simple, ...more }));
  const toggle = (day: string) => set({ days: simple!.days.includes(day) ? simple!.days.filter((each) => each !== day) : [...simple!.days, day] });
  return (
    <fieldset className="mt-rule">
      <legend className="h">{t("maintenance.when")}</legend>
      <div className="fields">
        <ChoiceField label={t("maintenance.unit")} value={simple?.unit ?? ""} onChange={(event) => event.target.value && change(writeRule({ every: 1, unit: event.target.value as SimpleRule["unit"], days: event.target.value === "WEEKLY" ? ["TU"] : [], nth: 0, monthDay: 0 }))}>
          {!simple && <option value="">{t("maintenance.unit.own")}</option>}
          {UNITS.map((unit) => <option key={unit} value={unit}>{t(`maintenance.unit.${unit}`)}</option>)}
        </ChoiceField>
        {simple && <TextField label={t("maintenance.every")} type="number" min="1" max="100" value={simple.every} onChange={(event) => set({ every: Math.max(1, Number(event.target.value) || 1) })} />}
        {simple?.unit === "MONTHLY" && (
          <ChoiceField label={t("maintenance.on")} value={simple.nth} onChange={(event) => set({ nth: Number(event.target.value), days: simple.days.length ? simple.days : ["TU"], monthDay: 0 })}>
            <option value={0}>{t("maintenance.on.day")}</option>
            {NTHS.map((nth) => <option key={nth} value={nth}>{t("maintenance.nth", { nth })}</option>)}
          </ChoiceField>
        )}
        {simple?.unit === "MONTHLY" && simple.nth !== 0 && (
          <ChoiceField label={t("maintenance.weekday")} value={simple.days[0]} onChange={(event) => set({ days: [event.target.value] })}>
            {DAYS.map((day) => <option key={day} value={day}>{t(`due.day.${day}`)}</option>)}
          </ChoiceField>
        )}
        {children}
      </div>
      {simple?.unit === "WEEKLY" && (
        <div className="days7" role="group" aria-label={t("maintenance.weekdays")}>
          {DAYS.map((day) => (
            <label className="check" key={day}><input type="checkbox" checked={simple.days.includes(day)} onChange={() => toggle(day)} />{t(`due.day.${day}`)}</label>
          ))}
        </div>
      )}
      <div className="fields">
        <TextField label={t("maintenance.text")} value={rule} required maxLength={300} spellCheck={false} onChange={(event) => change(event.target.value)} note={<Next rule={rule} first={first} />} />
      </div>
    </fieldset>
  );
}

function Next({ rule, first }: { rule: string; first: string }) {
  const { t } = useWords();
  const dates = useDates();
  const words = useProblemWords();
  const asked = useQuery({ ...ruleDaysQuery(useDeferredValue(rule), first), retry: false, placeholderData: keepPreviousData });
  if (asked.error) return <span className="c-late">▲ {words(asked.error).detail}</span>;
  if (!asked.data) return null;
  if (asked.data.days.length === 0) return <span className="c-late">▲ {t("maintenance.days.none")}</span>;
  return <span className="mt-next">{t("maintenance.days", { days: asked.data.days.slice(0, SHOWN).map(dates.weekdayDay).join(", ") })}</span>;
}
