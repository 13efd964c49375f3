import { Link } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import { projectsQuery } from "../api/queries";
import { useWords, type WordKey } from "../words/words";

const TABS = [
  { to: "/projects/$project/staffing", name: "staffing.tab.manager" },
  { to: "/projects/$project/staffing/people", name: "staffing.tab.people" },
] as const satisfies { to: string; name: WordKey }[];

/// A project's name, whom it is for, and the steps of staffing it.
export function StaffingHead({ project, children }: { project: string; children?: ReactNode }) {
  const { t } = useWords();
  const one = useQuery(projectsQuery).data?.find(({ id }) => id === project);
  useEffect(() => {
    if (one) document.title = `${t("staffing.title")}: ${one.name} · ${t("app.name")}`;
  }, [one, t]);
  return (
    <div className="head">
      <h1>{one?.name ?? t("staffing.title")}</h1>
      {one?.client && <span className="sub">{t("planning.for", { client: one.client.name })}</span>}
      <nav className="tabs" aria-label={t("staffing.title")}>
        <Link to="/projects/$project" params={{ project }} activeOptions={{ exact: true }}>
          {t("staffing.tab.plan")}
        </Link>
        <Link to="/projects/$project/forecast" params={{ project }}>
          {t("forecast.title")}
        </Link>
        {TABS.map(({ to, name }) => (
          <Link key={to} to={to} params={{ project }} activeOptions={{ exact: true }}>
            {t(name)}
          </Link>
        ))}
      </nav>
      {children && <div className="away">{children}</div>}
    </div>
  );
}
