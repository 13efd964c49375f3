import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { assetWorkQuery, replacedQuery } from "../api/queries";
import { useCan } from "../identity/session";
import type { Task } from "../planning/plan";
import { useDates } from "../ui/dates";
import { useWords } from "../words/words";

/// The tasks that replace an asset.
export function ReplacedBy({ asset }: { asset: string }) {
  const { t } = useWords();
  const dates = useDates();
  const work = useQuery(assetWorkQuery(asset)).data;
  if (!work) return null;
  return (
    <section className="asset-part" aria-labelledby="replaced-by">
      <h2 id="replaced-by">{t("due.work")}</h2>
      {work.length === 0 ? <p className="i2">{t("due.work.none")} <Link className="lnk" to="/register/due">{t("due.link")}</Link></p> : (
        <ul>
          {work.map((each) => (
            <li key={`${each.project} ${each.task}`}>
              <Link to="/projects/$project" params={{ project: each.project }} search={{ task: each.task }}>{each.projectName}: {each.name}</Link>{" "}
              <span className="i2">{[each.finish && t("due.work.finish", { day: dates.day(each.finish) }), each.likely && t("due.work.likely", { day: dates.day(each.likely) })].filter(Boolean).join(" · ")}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/// Which asset a task replaces, or the summary that it belongs to.
export function Replaces({ project, task }: { project: string; task: Task }) {
  const { t } = useWords();
  const can = useCan();
  const { data } = useQuery(replacedQuery(project));
  const replaced = data?.filter((each) => each.task === task.id || each.task === task.parent) ?? [];
  if (replaced.length === 0) return null;
  return (
    <p className="lab">
      {t("planning.replaces")}{" "}
      {replaced.map((each) => can("assets.see") ? <Link key={each.asset} className="lnk" to="/register/$asset" params={{ asset: each.asset }}>{each.name}</Link> : <span key={each.asset}>{each.name}</span>)}
    </p>
  );
}
