import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, type ReactNode } from "react";
import { projectsQuery } from "../api/queries";
import { useCan } from "../identity/session";
import { useWords, type WordKey } from "../words/words";

/// A project's name, whom it is for, and its pages.
export function ProjectHead({ project, page, children }: { project: string; page: WordKey; children?: ReactNode }) {
  const { t } = useWords();
  const can = useCan();
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
        <Link to="/projects/$project/forecast" params={{ project }} activeOptions={{ exact: true }}>
          {t("forecast.title")}
        </Link>
        <Link to="/projects/$project/promises" params={{ project }}>
          {t("promises.title")}
        </Link>
        {can("work.see") && (
          <Link to="/projects/$project/risks" params={{ project }}>
            {t("risks.title")}
          </Link>
        )}
        {can("work.see") && (
          <Link to="/projects/$project/board" params={{ project }}>
            {t("board.title")}
          </Link>
        )}
        {can("work.see") && (
          <Link to="/projects/$project/increments" params={{ project }}>
            {t("increments.title")}
          </Link>
        )}
        {can("plan.edit") && (
          <Link to="/projects/$project/drafts" params={{ project }}>
            {t("drafts.title")}
          </Link>
        )}
        {can("work.see") && (
          <Link to="/projects/$project/updates" params={{ project }}>
            {t("updates.tab")}
          </Link>
        )}
        {can("work.see") && (
          <Link to="/projects/$project/changes" params={{ project }}>
            {t("changes.tab")}
          </Link>
        )}
        {can("money.see") && (
          <Link to="/projects/$project/money" params={{ project }}>
            {t("money.title")}
          </Link>
        )}
        {can("staffing.see") && (
          <Link to="/projects/$project/staffing" params={{ project }}>
            {t("staffing.title")}
          </Link>
        )}
      </nav>
      {children && <div className="away">{children}</div>}
    </div>
  );
}
