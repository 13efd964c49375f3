import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, type ReactNode } from "react";
import { projectsQuery } from "../api/queries";
import { ProjectTabs } from "../planning/ProjectTabs";
import { useWords, type WordKey } from "../words/words";

/// A project's name, whom it is for, and its pages.
export function ProjectHead({ project, page, children }: { project: string; page: WordKey; children?: ReactNode }) {
  const { t } = useWords();
  const one = useQuery(projectsQuery).data?.find(({ id }) => id === project);
  useEffect(() => {
    if (one) document.title = `${t(page)}: ${one.name} · ${t("app.name")}`;
  }, [one, page, t]);
  return (
    <div className="head">
      <h1>{one?.name ?? t(page)}</h1>
      {one?.client && <span className="sub">{t("planning.for", { client: one.client.name })}</span>}
      <nav className="tabs" aria-label={one?.name ?? t(page)}>
        <Link to="/projects/$project" params={{ project }} activeOptions={{ exact: true }}>
          {t("staffing.tab.plan")}
        </Link>
        <ProjectTabs project={project} />
      </nav>
      {children && <div className="away">{children}</div>}
    </div>
  );
}
