import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { projectsQuery } from "../api/queries";
import type { MaintenancePlanned } from "../api/types";
import { useCan } from "../identity/session";
import { addDays, useDates } from "../ui/dates";
import { DayField } from "../ui/DayField";
import { ChoiceField } from "../ui/Field";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";

const DAYS_AHEAD = 92;

/// Makes tasks of what is due, in the plan of a project of infrastructure.
export function PlanRounds({ free }: { free: number }) {
  const { t } = useWords();
  const can = useCan();
  const dates = useDates();
  const projects = useQuery(projectsQuery).data?.filter(({ kind, status }) => kind === "infrastructure" && status !== "finished") ?? [];
  const [chosen, setChosen] = useState("");
  const [until, setUntil] = useState(addDays(dates.today, DAYS_AHEAD));
  const project = chosen || projects[0]?.id || "";
  const planning = useDoing(() => send<MaintenancePlanned>("POST", `/api/projects/${project}/maintenance`, { until }), "maintenance", "portfolio", "projects");
  if (!can("plan.edit") || projects.length === 0 || (free === 0 && !planning.data)) return null;
  return (
    <form className="mt-plan" aria-label={t("maintenance.plan")} onSubmit={(event) => {
      event.preventDefault();
      void planning.mutateAsync(undefined).catch(() => undefined);
    }}>
      <ChoiceField label={t("maintenance.plan.in")} value={project} onChange={(event) => setChosen(event.target.value)}>
        {projects.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </ChoiceField>
      <DayField label={t("maintenance.plan.until")} value={until} min={dates.today} change={setUntil} note="" />
      <button className="btn go big" type="submit" disabled={planning.isPending}>{t(planning.isPending ? "maintenance.planning" : "maintenance.plan")}</button>
      {planning.data && <Said planned={planning.data} />}
      {planning.error && <Notice problem={planning.error} />}
    </form>
  );
}

function Said({ planned }: { planned: MaintenancePlanned }) {
  const { t } = useWords();
  const dates = useDates();
  return (
    <div className="mt-said" role="status">
      <p>{t("maintenance.planned", { planned: planned.planned, waiting: planned.waiting })}</p>
      {planned.blocked.map(({ policy, name, day }) => (
        <p key={`${policy} ${day}`} className="c-risk">▲ {t("maintenance.blocked", { name, day: dates.day(day) })}</p>
      ))}
      {planned.more && <p className="i2">{t("maintenance.planned.more")}</p>}
    </div>
  );
}
