import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { Problem, send } from "../api/client";
import { boardQuery, incrementQuery, incrementsQuery } from "../api/queries";
import type { Board, BoardColumn, Card, IncrementList } from "../api/types";
import { ProjectHead } from "../forecasting/ProjectHead";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Asked, Empty, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { AheadList } from "./AheadList";
import { columnName, moved } from "./board";
import { ChosenCard } from "./ChosenCard";
import { Columns } from "./Columns";
import { HowItGoes } from "./HowItGoes";
import { IncrementLine } from "./IncrementLine";
import "../forecasting/forecasting.css";
import "./increments.css";

/// The board of an increment, or of the whole project.
export default function BoardPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  return (
    <>
      <ProjectHead project={project} page="board.title" />
      <Asked of={useQuery(incrementsQuery(project))}>{(list) => <OfIncrement project={project} list={list} />}</Asked>
    </>
  );
}

/// The one that goes on, else the next that isn't over.
function running({ items, now, zone }: IncrementList, today: string): string | undefined {
  void now, zone;
  const open = items.filter(({ state }) => state !== "over");
  return (open.find(({ starts, ends }) => starts <= today && today <= ends) ?? open[0])?.id;
}

function OfIncrement({ project, list }: { project: string; list: IncrementList }) {
  const { of } = useSearch({ strict: false }) as { of?: string };
  const dates = useDates(list.zone);
  const chosen = of === "all" ? undefined : (list.items.find(({ id }) => id === of)?.id ?? running(list, dates.today));
  const board = useQuery(boardQuery(project, chosen));
  const navigate = useNavigate();
  const go = (next: string) => void navigate({ to: "/projects/$project/board", params: { project }, search: { of: next } });
  return (
    <>
      <IncrementLine project={project} list={list} chosen={chosen} go={go} />
      <Asked of={board}>{(data) => <Work project={project} list={list} board={data} />}</Asked>
    </>
  );
}

function Work({ project, list, board }: { project: string; list: IncrementList; board: Board }) {
  const words = useWords();
  const { t } = words;
  const client = useQueryClient();
  const [task, setTask] = useState<string>();
  const [refused, setRefused] = useState<{ problem: unknown; again?: () => void }>();
  const detail = useQuery({ ...incrementQuery(project, board.increment ?? ""), enabled: board.increment !== undefined }).data;
  const dates = useDates(board.zone);
  const key = boardQuery(project, board.increment).queryKey;
  // Moves reach the server in the order in which they were made; what it has then is read once the last is through.
  const line = useRef({ last: Promise.resolve(), length: 0 });
  const move = (card: Card, column: BoardColumn, anyway = false) => {
    setRefused(undefined);
    client.setQueryData<Board>(key, (now) => now && moved(now, card.task, column.id));
    const path = `/api/projects/${project}/cards/${encodeURIComponent(card.task)}/column`;
    line.current.length++;
    line.current.last = line.current.last.then(() => send("PUT", path, { column: column.id, anyway })).then(
      () => say(t("board.moved", { name: card.name, column: columnName(column, words) })),
      (problem: unknown) => {
        const full = problem instanceof Problem && problem.code === "column-full";
        setRefused({ problem, again: full ? () => move(card, column, true) : undefined });
      },
    ).finally(() => {
      if (--line.current.length > 0) return;
      for (const touched of ["board", "increments"]) void client.invalidateQueries({ queryKey: [touched, project] });
    });
  };
  const card = board.cards.find((each) => each.task === task);
  if (board.cards.length === 0 && !board.increment && list.epics.some(({ all }) => all > 0))
    return <Empty title={t("board.empty.done")}>{t("board.empty.done.detail")}</Empty>;
  if (board.cards.length === 0)
    return <Empty title={t("board.empty")}>{t(board.increment ? "board.empty.increment" : "board.empty.project")}</Empty>;
  return (
    <div className="board">
      <div className="board-main">
        {refused && (
          <div className="inc-part" style={{ border: 0, paddingBottom: 0 }}>
            <Notice problem={refused.problem} />
            {refused.again && <button className="btn" type="button" onClick={refused.again}>{t("board.anyway")}</button>}
          </div>
        )}
        <Columns board={board} chosen={task} choose={setTask} move={move} />
        <AheadList project={project} list={list} after={board.increment} />
      </div>
      <aside>
        {card
          ? <ChosenCard key={card.task} project={project} board={board} card={card} move={move} close={() => setTask(undefined)} />
          : detail ? <HowItGoes project={project} list={list} detail={detail} board={board} dates={dates} /> : <p className="i3">{t("board.choose")}</p>}
      </aside>
    </div>
  );
}
