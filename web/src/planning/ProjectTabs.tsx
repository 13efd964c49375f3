import { Link } from "@tanstack/react-router";
import { useCan } from "../identity/session";
import { useWords } from "../words/words";

/// The pages of a project beside its plan, as far as one may see them; a draft has its forecast alone.
export function ProjectTabs({ project, draft }: { project: string; draft?: boolean }) {
  const { t } = useWords();
  const can = useCan();
  const params = { project };
  const sees = !draft && can("work.see");
  return (
    <>
      <Link to="/projects/$project/forecast" params={params} activeOptions={{ exact: true }}>{t("forecast.title")}</Link>
      {!draft && <Link to="/projects/$project/promises" params={params}>{t("promises.title")}</Link>}
      {sees && <Link to="/projects/$project/risks" params={params}>{t("risks.title")}</Link>}
      {sees && <Link to="/projects/$project/board" params={params}>{t("board.title")}</Link>}
      {sees && <Link to="/projects/$project/increments" params={params}>{t("increments.title")}</Link>}
      {!draft && can("plan.edit") && <Link to="/projects/$project/drafts" params={params}>{t("drafts.title")}</Link>}
      {sees && <Link to="/projects/$project/updates" params={params}>{t("updates.tab")}</Link>}
      {sees && <Link to="/projects/$project/log" params={params}>{t("log.tab")}</Link>}
      {sees && <Link to="/projects/$project/systems" params={params}>{t("systems.title")}</Link>}
      {sees && <Link to="/projects/$project/meetings" params={params}>{t("meetings.tab")}</Link>}
      {sees && <Link to="/projects/$project/changes" params={params}>{t("changes.tab")}</Link>}
      {!draft && can("money.see") && <Link to="/projects/$project/money" params={params}>{t("money.title")}</Link>}
      {!draft && can("sales.see") && <Link to="/projects/$project/contract" params={params}>{t("contract.title")}</Link>}
      {!draft && can("staffing.see") && <Link to="/projects/$project/staffing" params={params}>{t("staffing.title")}</Link>}
    </>
  );
}
