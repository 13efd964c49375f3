import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { projectsQuery, taskWorkQuery } from "../api/queries";
import { Working } from "../gantt/model/working";
import { useCan } from "../identity/session";
import { SignalLines } from "../increments/SignalLines";
import { Attachments } from "../reporting/Attachments";
import { TaskSystems } from "../systems/TaskSystems";
import { useWords } from "../words/words";
import { ComplicationLine, InTheWay } from "../work/InTheWay";
import { SaidAbout } from "../work/SaidAbout";
import { TaskNeeds } from "../work/TaskNeeds";
import "../work/work.css";
import type { Task } from "./plan";
import { useExtent } from "./TaskPanel";
import { useDesk } from "./useSession";

/// What people say about a task beside its plan: what it needs, what came in its way, what was said.
export function TaskAround({ task }: { task: Task }) {
  const { t } = useWords();
  const { plan, zone } = useDesk();
  const can = useCan();
  const extent = useExtent();
  const [inTheWay, setInTheWay] = useState(false);
  // A draft is in no list, and nobody works on it.
  const listed = useQuery(projectsQuery).data?.some(({ id }) => id === plan.project) ?? false;
  const around = useQuery({ ...taskWorkQuery(plan.project, task.id), enabled: listed && can("work.see") }).data;
  if (!around) return null;
  const length = (minutes: number) => extent({ ...task, kind: "duration", minutes });
  const of = { project: plan.project, projectName: plan.name, task: task.id, name: task.name, zone: plan.zone, dayMinutes: new Working(zone, plan.calendar).minutesOfADay() };
  const done = task.progress?.finished;
  return (
    <>
      <TaskNeeds project={plan.project} task={task.id} needs={around.needs} own={around.own && !done} zone={plan.zone} title={t("need.title.of")} />
      {around.complications.length > 0 && <h3>{t("way.open")}</h3>}
      <ul className="ways">
        {around.complications.map((each) => (
          <ComplicationLine key={each.id} of={each} zone={plan.zone} length={length} />
        ))}
      </ul>
      {inTheWay ? (
        <InTheWay of={of} length={length} done={() => setInTheWay(false)} />
      ) : (
        !done && task.minutes !== undefined && (
          <p className="acts small">
            <button className="btn" type="button" onClick={() => setInTheWay(true)}>
              {t("way.act")}
            </button>
          </p>
        )
      )}
      <TaskSystems project={plan.project} task={task.id} />
      <SignalLines project={plan.project} task={task.id} zone={plan.zone} title />
      <Attachments project={plan.project} task={task.id} zone={plan.zone} />
      <SaidAbout project={plan.project} task={task.id} comments={around.comments} names={around.mentionable} zone={plan.zone} />
    </>
  );
}
