import { Link } from "@tanstack/react-router";
import type { Portfolio } from "../api/types";
import { lastMoment } from "../ui/dates";
import { useDates } from "../ui/dates";
import { useWords } from "../words/words";
import { PromiseState } from "./PromiseState";

const ORDER = ["broken", "atRisk", "holds", "open", "kept"] as const;
const MOST = 12;

/// All that was promised over all projects: what needs somebody first.
export function PromiseWatch({ portfolio }: { portfolio: Portfolio }) {
  const { t } = useWords();
  const dates = useDates();
  const names = new Map(portfolio.projects.map(({ id, name }) => [id, name]));
  const open = (state: string) => state !== "kept";
  const all = (portfolio.promises ?? []).toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.by.localeCompare(b.by));
  const shown = all.filter(({ state }) => open(state)).slice(0, MOST);
  const kept = all.filter(({ state }) => state === "kept").length;
  if (all.length === 0) return null;
  return (
    <section className="watch">
      <h2>{t("watch.title")}</h2>
      <table className="tbl small stack flush">
        <thead>
          <tr>
            <th scope="col">{t("promises.what")}</th>
            <th scope="col" className="n">{t("promises.day")}</th>
            <th scope="col" className="n">{t("watch.stands")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((each) => (
            <tr key={`${each.project} ${each.task}`}>
              <th scope="row">
                <Link className="lnk" to="/projects/$project/promises" params={{ project: each.project }}>{each.task ? each.name : t("promises.whole")}</Link>
                <span className="i3"> {names.get(each.project)}{each.promisedTo ? `, ${t("watch.to", { to: each.promisedTo })}` : ""}</span>
              </th>
              <td className="n" data-label={t("promises.day")}>{dates.day(lastMoment(each.by))}</td>
              <td className="n" data-label={t("watch.stands")}><PromiseState state={each.state} chance={each.chance} dates={dates} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="lab">{t("watch.kept", { kept, more: all.length - kept - shown.length })}</p>
    </section>
  );
}
