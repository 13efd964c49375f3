import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { applicationQuery, vacancyQuery } from "../api/queries";
import type { JobApplicationView } from "../api/types";
import { PageHead } from "../ui/PageHead";
import { Asked } from "../ui/states";
import { useWords } from "../words/words";
import "./staffing.css";

/// What every page of an application has: who it is, for what, and the steps of looking at it.
export function ApplicationFrame({ children }: { children: (view: JobApplicationView) => ReactNode }) {
  const { vacancy, application } = useParams({ strict: false }) as { vacancy: string; application: string };
  return (
    <Asked of={useQuery(applicationQuery(vacancy, application))}>
      {(view) => (
        <>
          <Head view={view} />
          {children(view)}
        </>
      )}
    </Asked>
  );
}

function Head({ view: { application } }: { view: JobApplicationView }) {
  const { t } = useWords();
  const job = useQuery(vacancyQuery(application.vacancy)).data?.vacancy.title;
  const page = `/hiring/vacancies/${application.vacancy}/applications/${application.id}`;
  const tabs = [
    { to: page, name: t("application.tab.cv") },
    { to: `${page}/interview`, name: t("application.tab.interview") },
    { to: `${page}/decision`, name: t("application.tab.decision") },
  ];
  return (
    <PageHead title={application.name || t("applications.number", { number: application.number })} sub={job} tabs={tabs}>
      {!application.openedBy && <span>{t("application.blank")}</span>}
      <Link className="lnk" to="/hiring/vacancies/$vacancy/compare" params={{ vacancy: application.vacancy }} search={{ of: application.id }}>
        {t("compare.title")}
      </Link>
      <Link className="lnk" to="/hiring/vacancies/$vacancy" params={{ vacancy: application.vacancy }}>
        {t("applications.back")}
      </Link>
    </PageHead>
  );
}

export const pathOf = ({ application }: JobApplicationView) => `/api/vacancies/${application.vacancy}/applications/${application.id}`;
