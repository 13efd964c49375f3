import { useQuery } from "@tanstack/react-query";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { backlogQuery, boardQuery, suggestionQuery } from "../api/queries";
import type { Card, IncrementDetail, Suggested } from "../api/types";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { lengthIn } from "./board";

/// What an increment takes on: suggested by what is likely done, chosen by people.
export function ScopePart({ project, detail, edit, zone }: { project: string; detail: IncrementDetail; edit: boolean; zone: string }) {
  const { t } = useWords();
  const { increment } = detail;
  const dates = useDates(zone);
  const board = useQuery(boardQuery(project, increment.id));
  const backlog = useQuery(backlogQuery(project));
  const suggestion = useQuery(suggestionQuery(project, increment.id));
  const taking = useDoing(
    (tasks: string[]) => send("PUT", `/api/projects/${project}/increments/${increment.id}/scope`, { tasks }, increment.version),
    "increments", "board", "backlog",
  );
  return (
    <section className="inc-part" aria-labelledby="scope">
      <h2 id="scope">{t("scope.title")}</h2>
      <Asked of={board}>
        {({ cards }) => (
          <Asked of={suggestion}>
            {({ lines, chance }) => {
              const suggested = lines.filter(({ why }) => !why);
              const kept = [...new Set([...cards.filter(({ done }) => done).map(({ task }) => task), ...suggested.map(({ task }) => task)])];
              return (
                <>
                  <p className="i2">{t("scope.suggested", { count: suggested.length, chance: dates.percent(chance) })}</p>
                  {taking.error && <Notice problem={taking.error} />}
                  {edit && suggested.length > 0 && (
                    <p className="acts" style={{ marginTop: 8 }}>
                      <button className="btn" type="button" disabled={taking.isPending}
                        onClick={() => void taking.mutateAsync(kept).then(() => say(t("scope.taken", { count: kept.length })), () => undefined)}>
                        {t("scope.take", { count: suggested.length })}
                      </button>
                    </p>
                  )}
                  <Lines cards={cards} more={(backlog.data?.items ?? []).filter(({ task }) => !cards.some((card) => card.task === task))} lines={lines} edit={edit && !taking.isPending}
                    zone={zone} take={(tasks) => taking.mutate(tasks)} />
                </>
              );
            }}
          </Asked>
        )}
      </Asked>
    </section>
  );
}

const LISTED = 30;

function Lines({ cards, more, lines, edit, zone, take }: {
  cards: readonly Card[];
  more: readonly Card[];
  lines: readonly Suggested[];
  edit: boolean;
  zone: string;
  take: (tasks: string[]) => void;
}) {
  const words = useWords();
  const { t } = words;
  const dates = useDates(zone);
  const has = new Set(cards.map(({ task }) => task));
  const set = (task: string, on: boolean) => take(on ? [...has, task] : [...has].filter((each) => each !== task));
  return (
    <table className="tbl stack flush scope">
      <thead>
        <tr>
          <th scope="col"><span className="sr">{t("scope.in")}</span></th>
          <th scope="col">{t("backlog.task")}</th>
          <th scope="col">{t("board.estimate")}</th>
          <th scope="col">{t("increments.likely")}</th>
          <th scope="col">{t("scope.says")}</th>
        </tr>
      </thead>
      <tbody>
        {[...cards, ...more.slice(0, LISTED)].map((card) => {
          const line = lines.find(({ task }) => task === card.task);
          const on = has.has(card.task);
          return (
            <tr key={card.task} className={on ? "in" : ""}>
              <td>
                <label className="check">
                  <input type="checkbox" checked={on} disabled={!edit || (on && card.done)} onChange={(event) => set(card.task, event.target.checked)} />
                  <span className="sr">{card.key} {card.name}</span>
                </label>
              </td>
              <th scope="row">{card.name} <span className="lab">{card.key}</span></th>
              <td data-label={t("board.estimate")}>{card.minutes !== undefined && lengthIn(card.minutes, words, card.elapsed)}</td>
              <td data-label={t("increments.likely")}>{card.done ? t("scope.done") : card.likely && dates.day(card.likely)}</td>
              <td className="why">{card.done ? "" : said(line, card)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );

  function said(line: Suggested | undefined, card: Card): string {
    if (!line) return card.increment && !has.has(card.task) ? t("scope.elsewhere") : "";
    if (!line.why) return t("scope.fits", { chance: dates.percent(line.chance ?? 0) });
    if (line.why === "late") return t("scope.late", { chance: dates.percent(line.chance ?? 0) });
    return t(`scope.why.${line.why}` as "scope.why.after");
  }
}
