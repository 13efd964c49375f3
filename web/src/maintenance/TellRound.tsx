import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { maintenancePolicyQuery } from "../api/queries";
import { useDates } from "../ui/dates";
import { DayField } from "../ui/DayField";
import { ChoiceField, TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";

const OUTCOMES = ["worked", "undone", "failed", "skipped"] as const;

/// What came of a round, and what each step took.
export function TellRound({ at, policy, done }: { at: string; policy: string; done: () => void }) {
  const { t } = useWords();
  const dates = useDates();
  const steps = useQuery(maintenancePolicyQuery(policy)).data?.policy.steps ?? [];
  const [outcome, setOutcome] = useState<string>("worked");
  const [day, setDay] = useState(dates.today);
  const [note, setNote] = useState("");
  const [hours, setHours] = useState<readonly string[]>([]);
  const minutes = (place: number) => (hours[place] ? Math.round(Number(hours[place]) * 60) : null);
  const telling = useDoing(() => send("POST", `${at}/outcome`, {
    outcome, done: day, note: note || undefined, took: hours.some(Boolean) ? steps.map((_, place) => minutes(place)) : undefined,
  }), "maintenance");
  return (
    <form className="change" onSubmit={(event) => {
      event.preventDefault();
      void telling.mutateAsync(undefined).then(() => {
        say(t("maintenance.told"));
        done();
      }, () => undefined);
    }}>
      <div className="fields">
        <ChoiceField label={t("maintenance.outcome")} value={outcome} onChange={(event) => setOutcome(event.target.value)}>
          {OUTCOMES.map((each) => <option key={each} value={each}>{t(`maintenance.outcome.${each}`)}</option>)}
        </ChoiceField>
        <DayField label={t("maintenance.done")} value={day} change={setDay} note="" />
        <TextField label={t("maintenance.note")} optional maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
        {steps.map((step, place) => (
          <TextField key={`${place} ${step.name}`} label={t("maintenance.took", { step: step.name })} optional type="number" min="0" max="1000" step="0.25"
            value={hours[place] ?? ""} onChange={(event) => setHours(Object.assign([...steps.map((_, i) => hours[i] ?? "")], { [place]: event.target.value }))} />
        ))}
      </div>
      {telling.error && <Notice problem={telling.error} />}
      <p className="acts">
        <button className="btn go" type="submit" disabled={telling.isPending}>{t("app.save")}</button>
        <button className="btn" type="button" onClick={done}>{t("app.cancel")}</button>
      </p>
    </form>
  );
}
