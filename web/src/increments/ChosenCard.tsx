import { Link } from "@tanstack/react-router";
import type { Board, BoardColumn, Card } from "../api/types";
import { useDates } from "../ui/dates";
import { ChoiceField } from "../ui/Field";
import { useWords } from "../words/words";
import { SignalLines } from "./SignalLines";
import { columnName, lengthIn } from "./board";

/// One card closely, beside the board: where it stands, who has it, and what is known of it.
export function ChosenCard({ project, board, card, move, close }: {
  project: string;
  board: Board;
  card: Card;
  move: (card: Card, column: BoardColumn) => void;
  close: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const dates = useDates(board.zone);
  const epic = board.epics.find(({ task }) => task === card.epic);
  return (
    <section className="chosen-card" aria-label={card.key}>
      <p className="lab">
        {card.key}{card.bug && ` · ${t("board.bug")}`}
        <button className="lnk" type="button" style={{ float: "right" }} onClick={close}>{t("board.close")}</button>
      </p>
      <h2>{card.name}</h2>
      <ChoiceField label={t("board.column")} value={card.column} onChange={(event) => move(card, board.columns.find(({ id }) => id === event.target.value)!)}>
        {board.columns.map((column) => <option key={column.id} value={column.id}>{columnName(column, words)}</option>)}
      </ChoiceField>
      <dl className="pairs">
        {epic && <><dt>{t("board.epic")}</dt><dd>{epic.name}</dd></>}
        {card.who.length > 0 && <><dt>{t("board.who")}</dt><dd>{card.who.map(({ name }) => name).join(", ")}</dd></>}
        {card.minutes !== undefined && <><dt>{t("board.estimate")}</dt><dd>{lengthIn(card.minutes, words, card.elapsed)}</dd></>}
        {card.remainingMinutes !== undefined && <><dt>{t("board.left")}</dt><dd>{lengthIn(card.remainingMinutes, words, card.elapsed)}</dd></>}
        <dt>{t(card.done ? "board.was" : "board.planned")}</dt><dd>{dates.span(card.start, card.finish)}</dd>
        {card.likely && <><dt>{t("board.likelyBy")}</dt><dd><b>{dates.weekdayDay(card.likely)}</b> (80 %)</dd></>}
      </dl>
      <SignalLines project={project} task={card.task} zone={board.zone} />
      <p>
        <Link className="lnk" to="/projects/$project" params={{ project }} hash={card.task}>{t("board.inPlan")}</Link>
        {!card.done && <>{" · "}<Link className="lnk" to="/projects/$project/estimates" params={{ project }} search={{ task: card.task }}>{t("estimates.title")}</Link></>}
      </p>
    </section>
  );
}
