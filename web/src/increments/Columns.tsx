import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { Board, BoardColumn, Card } from "../api/types";
import { useWords } from "../words/words";
import { beside, byColumn, columnName, neighbour, type Step } from "./board";
import { CardFace } from "./CardFace";

type Props = {
  board: Board;
  /// The card that is looked at closely.
  chosen?: string;
  choose: (task: string) => void;
  move: (card: Card, column: BoardColumn) => void;
};

const STEPS: Record<string, Step> = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };
/// Only what can be seen of a column is in the page: a guess until it is.
const HEIGHT = 66;

/// Cards in columns: dragged, or walked with the arrow keys and moved with Alt.
export function Columns({ board, chosen, choose, move }: Props) {
  const words = useWords();
  const { t } = words;
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<string>();
  const [at, setAt] = useState<string>();
  const [shown, setShown] = useState<string>();
  const all = useMemo(() => byColumn(board), [board]);
  const visible = shown ?? board.columns.find(({ stage }) => stage === "work")?.id;
  const drop = (column: BoardColumn) => {
    const card = board.cards.find(({ task }) => task === dragged);
    setDragged(undefined);
    setOver(undefined);
    if (card && card.column !== column.id) move(card, column);
  };
  const keys = (event: KeyboardEvent, card: Card) => {
    const step = STEPS[event.key];
    if (event.key === "Enter" || event.key === " ") choose(card.task);
    else if (step && event.altKey && (step === "left" || step === "right")) {
      const target = beside(board.columns, card.column, step);
      if (target) move(card, target);
    } else if (step && !event.altKey) {
      const next = neighbour([...all.values()], card.task, step);
      if (next) setAt(next.task);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="board-seg">
        <span className="seg" role="group" aria-label={t("board.columns")}>
          {board.columns.map((column) => (
            <button key={column.id} type="button" aria-pressed={column.id === visible} onClick={() => setShown(column.id)}>
              {columnName(column, words)} {all.get(column.id)!.length}
            </button>
          ))}
        </span>
      </div>
      <p className="sr" id="board-keys">{t("board.keys")}</p>
      <div className="board-cols">
        {board.columns.map((column, i) => (
          <section
            key={column.id}
            className={`board-col${over === column.id ? " over" : ""}${column.id === visible ? " shown" : ""}`}
            aria-labelledby={`column-${column.id}`}
            onDragOver={(event) => {
              if (dragged === undefined) return;
              event.preventDefault();
              setOver(column.id);
            }}
            onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node) && setOver(undefined)}
            onDrop={(event) => {
              event.preventDefault();
              drop(column);
            }}
          >
            <h2 id={`column-${column.id}`}>
              {columnName(column, words)} <Count column={column} count={all.get(column.id)!.length} all={board.in[i]!} />
            </h2>
            <List
              cards={all.get(column.id)!}
              zone={board.zone}
              at={at}
              chosen={chosen}
              dragged={dragged}
              setDragged={setDragged}
              enter={setAt}
              choose={choose}
              keys={keys}
            />
          </section>
        ))}
      </div>
    </>
  );
}

function Count({ column, count, all }: { column: BoardColumn; count: number; all: number }) {
  const { t } = useWords();
  if (!column.limit) return <span>{count}</span>;
  return <span className={all >= column.limit ? "full" : ""}>{t("board.limit", { count: all, limit: column.limit })}</span>;
}

function List({ cards, zone, at, chosen, dragged, setDragged, enter, choose, keys }: {
  cards: readonly Card[];
  zone: string;
  at?: string;
  chosen?: string;
  dragged?: string;
  setDragged: (task: string | undefined) => void;
  enter: (task: string) => void;
  choose: (task: string) => void;
  keys: (event: KeyboardEvent, card: Card) => void;
}) {
  const { t } = useWords();
  const scrolled = useRef<HTMLDivElement>(null);
  const active = Math.max(0, cards.findIndex(({ task }) => task === at));
  // The card that the Tab key leads to is there even when it is out of sight.
  const rangeExtractor = useCallback(
    (range: Range) => [...new Set([...defaultRangeExtractor(range), active])].filter((i) => i < cards.length).sort((a, b) => a - b),
    [active, cards.length],
  );
  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scrolled.current,
    getItemKey: (i) => cards[i]!.task,
    estimateSize: () => HEIGHT,
    overscan: 6,
    initialRect: { width: 200, height: 700 },
    rangeExtractor,
  });
  const focus = useRef<string>(undefined);
  useEffect(() => {
    const i = at === undefined ? -1 : cards.findIndex(({ task }) => task === at);
    if (i < 0 || focus.current === at) return;
    focus.current = at;
    rows.scrollToIndex(i);
    requestAnimationFrame(() => scrolled.current?.querySelector<HTMLElement>(`[data-task="${CSS.escape(at!)}"]`)?.focus());
  }, [at, cards, rows]);
  if (cards.length === 0) return <p className="i3 board-list">{t("board.none")}</p>;
  return (
    <div className="board-list" ref={scrolled}>
      <ul style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const card = cards[index]!;
          return (
            <li key={key} data-index={index} ref={rows.measureElement} style={{ transform: `translateY(${start}px)` }}>
              <div
                role="button"
                data-task={card.task}
                className={`card${card.critical ? " critical" : ""}${card.done ? " is-done" : ""}${card.task === chosen ? " chosen" : ""}${card.task === dragged ? " dragged" : ""}`}
                tabIndex={index === active ? 0 : -1}
                draggable
                aria-pressed={card.task === chosen}
                aria-describedby="board-keys"
                onClick={() => choose(card.task)}
                onFocus={() => {
                  focus.current = card.task;
                  enter(card.task);
                }}
                onBlur={() => (focus.current = undefined)}
                onKeyDown={(event) => keys(event, card)}
                onDragStart={(event) => {
                  event.dataTransfer.setData("text/plain", card.key);
                  event.dataTransfer.effectAllowed = "move";
                  setDragged(card.task);
                }}
                onDragEnd={() => setDragged(undefined)}
              >
                <CardFace card={card} zone={zone} />
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
