import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { ProgrammeMade } from "../api/types";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/// The one button, and beneath it what may be said beforehand: a name, and when changes may be made.
export function MakeProgramme({ until, count, without }: { until: string; count: number; without: ReadonlySet<string> }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [name, setName] = useState(t("due.make.usual", { year: until.slice(0, 4) }));
  const [days, setDays] = useState<readonly string[]>(["TU", "TH"]);
  const [from, setFrom] = useState("14:00");
  const [hours, setHours] = useState("4");
  const making = useDoing(() => send<ProgrammeMade>("POST", "/api/programmes", {
    name, until, without: [...without], rule: `FREQ=WEEKLY;BYDAY=${DAYS.filter((day) => days.includes(day)).join(",")}`, from, minutes: Math.round(Number(hours) * 60),
  }), "due", "portfolio", "projects");
  const toggle = (day: string) => setDays(days.includes(day) ? days.filter((each) => each !== day) : [...days, day]);
  return (
    <form className="make" onSubmit={(event) => {
      event.preventDefault();
      void making.mutateAsync(undefined).then((made) => {
        say(t("due.made", { count: made.assets }));
        void navigate({ to: "/projects/$project", params: { project: made.project } });
      }, () => undefined);
    }}>
      <button className="btn go big" type="submit" disabled={making.isPending || count <= 0 || days.length === 0}>{t(making.isPending ? "due.making" : "due.make", { count })}</button>
      <details>
        <summary>{t("due.make.more", { name, days: DAYS.filter((day) => days.includes(day)).map((day) => t(`due.day.${day}`)).join(", "), from })}</summary>
        <div className="fields">
          <div className="field">
            <label htmlFor="programme-name">{t("due.make.name")}</label>
            <input id="programme-name" value={name} maxLength={200} required onChange={(event) => setName(event.target.value)} />
          </div>
          <fieldset>
            <legend className="legend">{t("due.make.days")}</legend>
            {DAYS.map((day) => (
              <label className="check" key={day}>
                <input type="checkbox" checked={days.includes(day)} onChange={() => toggle(day)} />
                {t(`due.day.${day}`)}
              </label>
            ))}
          </fieldset>
          <div className="field">
            <label htmlFor="programme-from">{t("due.make.from")}</label>
            <input id="programme-from" type="time" value={from} required onChange={(event) => setFrom(event.target.value)} />
          </div>
          <div className="field">
            <label htmlFor="programme-hours">{t("due.make.hours")}</label>
            <input id="programme-hours" type="number" min="0.5" max="24" step="0.5" value={hours} required onChange={(event) => setHours(event.target.value)} />
          </div>
        </div>
      </details>
      {making.error && <Notice problem={making.error} />}
    </form>
  );
}
