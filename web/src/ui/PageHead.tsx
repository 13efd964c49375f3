import { Link } from "@tanstack/react-router";
import { useEffect, type ReactNode } from "react";
import { useWords } from "../words/words";

export type Tab = { to: string; name: string; exact?: boolean };

/// Title, tabs, and what belongs to the page as a whole at the right. Names the window, too.
export function PageHead({ title, sub, tabs, children }: {
  title: string;
  sub?: ReactNode;
  tabs?: readonly Tab[];
  children?: ReactNode;
}) {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${title} · ${t("app.name")}`;
  }, [title, t]);
  return (
    <div className="head">
      <h1>{title}</h1>
      {sub && <span className="sub">{sub}</span>}
      {tabs && tabs.length > 1 && (
        <nav className="tabs" aria-label={title}>
          {tabs.map((tab) => (
            <Link key={tab.to} to={tab.to} activeOptions={{ exact: tab.exact ?? true }}>
              {tab.name}
            </Link>
          ))}
        </nav>
      )}
      {children && <div className="away">{children}</div>}
    </div>
  );
}
