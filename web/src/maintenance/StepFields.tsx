import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { peopleQuery } from "../api/queries";
import type { MaintenanceStepTime } from "../api/types";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { TextField } from "../ui/Field";
import { useWords } from "../words/words";
import { NO_STEP, type StepDraft } from "./policyDraft";

/// What is done in each round, in order: how long, by whom, and whether within a window.
export function StepFields({ steps, times, windowed, change }: {
  steps: readonly StepDraft[];
  times: readonly MaintenanceStepTime[];
  windowed: boolean;
  change: (steps: readonly StepDraft[]) => void;
}) {
  const { t } = useWords();
  const dates = useDates();
  const can = useCan();
  const list = useId();
  const people = useQuery({ ...peopleQuery, enabled: can("people.see") }).data ?? [];
  const skills = [...new Set(people.flatMap((person) => Object.keys(person.skills ?? {})))].toSorted();
  const set = (place: number, more: Partial<StepDraft>) => change(steps.map((step, i) => (i === place ? { ...step, ...more } : step)));
  const learnt = (place: number) => {
    const time = times[place];
    return time?.learnt ? t("maintenance.learnt", { hours: dates.number(time.minutes / 60), rounds: time.measured }) : undefined;
  };
  return (
    <fieldset>
      <legend className="h">{t("maintenance.steps")}</legend>
      {steps.length === 0 && <p className="i2">{t("maintenance.steps.none")}</p>}
      {steps.map((step, place) => (
        <div className="mt-step" key={place}>
          <TextField label={t("maintenance.step", { number: place + 1 })} required maxLength={200} value={step.name} onChange={(event) => set(place, { name: event.target.value })} note={learnt(place)} />
          <TextField label={t("maintenance.hours")} type="number" required min="0.05" max="200" step="any" value={step.hours} onChange={(event) => set(place, { hours: event.target.value })} />
          <TextField label={t("maintenance.skill")} optional list={list} maxLength={100} value={step.skill} onChange={(event) => set(place, { skill: event.target.value })} />
          <span className="marks">
            <label className="check"><input type="checkbox" checked={step.each} onChange={(event) => set(place, { each: event.target.checked })} />{t("maintenance.each")}</label>
            <label className="check"><input type="checkbox" disabled={!windowed} checked={step.within && windowed} onChange={(event) => set(place, { within: event.target.checked })} />{t("maintenance.within")}</label>
            <button className="btn" type="button" aria-label={t("maintenance.step.remove.of", { name: step.name })} onClick={() => change(steps.filter((_, i) => i !== place))}>{t("maintenance.step.remove")}</button>
          </span>
        </div>
      ))}
      <datalist id={list}>{skills.map((skill) => <option key={skill} value={skill} />)}</datalist>
      <p className="acts"><button className="btn" type="button" onClick={() => change([...steps, NO_STEP])}>{t("maintenance.step.add")}</button></p>
    </fieldset>
  );
}
