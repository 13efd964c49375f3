import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { projectsQuery, promisesQuery, queries } from "../api/queries";
import type { Promised } from "../api/types";
import { useCan } from "../identity/session";
import { live } from "../live/live";
import { useDates, type Dates } from "../ui/dates";
import { Asked } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { GivePromise } from "./GivePromise";
import { ProjectHead } from "./ProjectHead";
import { PromiseRow } from "./PromiseRow";
import "./forecasting.css";
import "./promises.css";

/// What a project promised to whom, how each promise stands, every date that it had, and the ways back.
export default function PromisesPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const can = useCan();
  const asked = useQuery(promisesQuery(project));
  const zone = useQuery(projectsQuery).data?.find(({ id }) => id === project)?.zone;
  const dates = useDates(zone);
  useEffect(() => live.onEvent((event) => {
    if (["forecast", "promise", "plan"].includes(event.noun) && (event.id === project))
      void queries.invalidateQueries({ queryKey: ["promises", project] });
  }), [project]);
  return (
    <>
      <ProjectHead project={project} page="promises.title" />
      <Asked of={asked}>
        {(promises) => (
          <>
            <p className="say"><Says promises={promises} /></p>
            <div className={can("plan.edit") ? "promises cols" : "promises"}>
              <Standing project={project} promises={promises} dates={dates} />
              {can("plan.edit") && <GivePromise project={project} promises={promises} dates={dates} />}
            </div>
          </>
        )}
      </Asked>
    </>
  );
}

function Says({ promises }: { promises: Promised[] }) {
  const { t } = useWords();
  const of = (state: Promised["state"]) => promises.filter((each) => each.state === state).length;
  if (promises.length === 0) return <>{t("promises.none")}</>;
  return <Rich>{t("promises.says", { all: promises.length, kept: of("kept"), holds: of("holds") + of("open"), risk: of("atRisk"), broken: of("broken") })}</Rich>;
}

function Standing({ project, promises, dates }: { project: string; promises: Promised[]; dates: Dates }) {
  const { t } = useWords();
  if (promises.length === 0) return <p className="text">{t("promises.none.detail")}</p>;
  return (
    <ul className="standing" aria-label={t("promises.title")}>
      {promises.map((promise) => (
        <PromiseRow key={promise.task ?? "project"} project={project} promise={promise} dates={dates} />
      ))}
    </ul>
  );
}
