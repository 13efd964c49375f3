import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { useQuery } from "@tanstack/react-query";
import { boardQuery } from "../api/queries";
import type { Board, IncrementDetail, IncrementList } from "../api/types";
import { useCan } from "../identity/session";
import type { Dates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { BurnUp } from "./BurnUp";

/// How much of an increment is likely done by its end, why, and what may be done about it.
export function HowItGoes({ project, list, detail, board, dates }: {
  project: string;
  list: IncrementList;
  detail: IncrementDetail;
  board: Board;
  dates: Dates;
}) {
  const { t } = useWords();
  const { increment } = detail;
  const { outlook } = increment;
  return (
    <>
      {outlook && (
        <div className="inc-hero">
          <p>{t("increment.by", { day: dates.weekdayDay(increment.ends) })}</p>
          <p><b>{t("increment.of", { likely: outlook.likely, tasks: increment.tasks })}</b> {t("increment.ofTasks")}</p>
        </div>
      )}
      <BurnUp detail={detail} dates={dates} file={`increment-${increment.number}`} />
      {outlook && (
        <p className="three">
          <span><Rich>{t("increment.most", { count: outlook.most })}</Rich></span>
          <span><Rich>{t("increment.even", { count: outlook.even })}</Rich></span>
          <span className="c-accent"><Rich>{t("increment.likely", { count: outlook.likely })}</Rich></span>
        </p>
      )}
      <div className="so">
        <h3>{t("increment.soWhat")}</h3>
        <ul>
          {outlook && (
            <li><span><Rich>{t(outlook.throughput === undefined ? "increment.all.network" : "increment.all", {
              chance: dates.percent(outlook.all), network: dates.percent(outlook.network), throughput: dates.percent(outlook.throughput ?? 0),
            })}</Rich></span></li>
          )}
          {outlook && increment.tasks > outlook.likely && <Surplus project={project} list={list} detail={detail} board={board} dates={dates} />}
          {detail.changes.map(({ at, name, key, task, added }) => (
            <li key={`${key} ${at}`}><span>{t(added ? "increment.added" : "increment.removed", { task: `${key} ${task}`, name, day: dates.day(at) })}</span></li>
          ))}
          {board.cards.filter(({ done, waits }) => !done && waits.length > 0).map(({ task, name, waits }) => (
            <li key={task}><span>{t("increment.waits", { name, what: waits.map(({ what }) => what).join(", ") })}</span></li>
          ))}
          {increment.review && <li><span>{increment.review.text} {increment.review.learnt && t("increment.learntWas", { learnt: increment.review.learnt })}</span></li>}
        </ul>
        <p className="lab">{t("increment.from", { finished: detail.finished, days: detail.finishedInDays })}</p>
      </div>
    </>
  );
}

/// What does not fit can go into the next one.
function Surplus({ project, list, detail, board, dates }: { project: string; list: IncrementList; detail: IncrementDetail; board: Board; dates: Dates }) {
  const { t } = useWords();
  const can = useCan();
  const { increment } = detail;
  const open = board.cards.filter(({ done }) => !done).toSorted((a, b) => a.finish.localeCompare(b.finish));
  const surplus = open.slice(Math.max(0, outlookLeft(detail)));
  const next = list.items.find(({ number, state }) => number > increment.number && state !== "over");
  const has = useQuery({ ...boardQuery(project, next?.id), enabled: next !== undefined && surplus.length > 0 }).data;
  const moving = useDoing(
    () => send("PUT", `/api/projects/${project}/increments/${next!.id}/scope`, { tasks: [...has!.cards, ...surplus].map(({ task }) => task) }, next!.version),
    "increments", "board", "backlog",
  );
  if (surplus.length === 0) return null;
  return (
    <li>
      <span>
        {t("increment.surplus", { names: surplus.map(({ name }) => name).join(", "), count: surplus.length, chance: dates.percent(increment.outlook!.all) })}
        {moving.error && <Notice problem={moving.error} />}
      </span>
      {next && has && can("plan.edit") && (
        <button className="lnk" type="button" disabled={moving.isPending} onClick={() => void moving.mutateAsync(undefined).then(() => say(t("increment.movedTo", { number: next.number })), () => undefined)}>
          {t("increment.moveTo", { number: next.number })}
        </button>
      )}
    </li>
  );
}

/// How many of the open ones are likely done.
const outlookLeft = ({ increment }: IncrementDetail) => increment.outlook!.likely - increment.done;
