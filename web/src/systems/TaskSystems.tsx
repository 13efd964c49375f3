import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { systemsQuery } from "../api/queries";
import { useWords } from "../words/words";
import "./systems.css";

/// Which systems of the project a task is about, and who knows them.
export function TaskSystems({ project, task }: { project: string; task: string }) {
  const { t } = useWords();
  const about = useQuery(systemsQuery(project)).data?.items.filter(({ tasks }) => tasks.some((each) => each.task === task)) ?? [];
  if (about.length === 0) return null;
  return (
    <>
      <h3>{t("systems.about.task")}</h3>
      <ul className="task-systems">
        {about.map(({ id, name, knows, tasks }) => {
          const strangers = tasks.find((each) => each.task === task)?.strangers ?? [];
          return (
            <li key={id}>
              <Link className="lnk" to="/projects/$project/systems" params={{ project }} hash={`system-${id}`}>{name}</Link>{" "}
              <span className="i3">{knows.length === 0 ? t("systems.nobody") : t("systems.knownBy", { names: knows.map((each) => each.name).join(", ") })}</span>
              {strangers.length > 0 && <span className="c-risk"> ▲ {t("systems.stranger", { names: strangers.join(", "), many: strangers.length })}</span>}
            </li>
          );
        })}
      </ul>
    </>
  );
}
