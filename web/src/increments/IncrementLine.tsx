import { Link } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { incrementQuery } from "../api/queries";
import type { IncrementList } from "../api/types";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { useWords } from "../words/words";

/// Which increment this is, with its goal; the ones before and after.
export function IncrementLine({ project, list, chosen, go }: {
  project: string;
  list: IncrementList;
  chosen?: string;
  go: (increment: string) => void;
}) {
  const { t } = useWords();
  const can = useCan();
  const dates = useDates(list.zone);
  const at = list.items.findIndex(({ id }) => id === chosen);
  const one = list.items[at];
  const left = useQuery({ ...incrementQuery(project, chosen ?? ""), enabled: chosen !== undefined }).data?.daysLeft;
  const to = (way: number, name: string) => (
    <button className="btn" type="button" disabled={!list.items[at + way]} onClick={() => go(list.items[at + way]!.id)}>{name}</button>
  );
  return (
    <div className="inc-line">
      {one ? (
        <>
          <b>{t("increment.name", { number: one.number })}</b>
          <span className="i2">
            {dates.span(one.starts, one.ends)}
            {one.state !== "over" && left !== undefined && `, ${t("increment.left", { days: left })}`}
          </span>
          <span className="goal">{one.goal}</span>
        </>
      ) : (
        <span className="goal">{t("board.whole")}</span>
      )}
      <span className="away">
        {one && to(-1, t("increment.earlier"))}
        {one && to(1, t("increment.next"))}
        {one ? <button className="btn bare" type="button" onClick={() => go("all")}>{t("board.showAll")}</button>
          : list.items.length > 0 && <button className="btn bare" type="button" onClick={() => go("")}>{t("board.showIncrement")}</button>}
        {one && can("plan.edit") && (
          <Link className="btn" to="/projects/$project/increments/$increment" params={{ project, increment: one.id }}>{t("increment.plan")}</Link>
        )}
      </span>
    </div>
  );
}
