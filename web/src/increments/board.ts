import type { Board, BoardColumn, Card } from "../api/types";
import type { Words } from "../words/words";

/// The cards of each column, in their order.
export function byColumn(board: Board): Map<string, Card[]> {
  const columns = new Map<string, Card[]>(board.columns.map(({ id }) => [id, []]));
  for (const card of board.cards) columns.get(card.column)?.push(card);
  // What is done comes as it was done, the last first.
  for (const { id, stage } of board.columns)
    if (stage === "done") columns.get(id)!.sort((a, b) => (a.finish < b.finish ? 1 : a.finish > b.finish ? -1 : 0));
  return columns;
}

export type Step = "up" | "down" | "left" | "right";

/// Which card the arrow keys lead to: within a column, or to the same height of the next that has any.
export function neighbour(columns: readonly Card[][], task: string, step: Step): Card | undefined {
  const x = columns.findIndex((cards) => cards.some((card) => card.task === task));
  if (x < 0) return columns.find((cards) => cards.length > 0)?.[0];
  const y = columns[x]!.findIndex((card) => card.task === task);
  if (step === "up" || step === "down") return columns[x]![y + (step === "up" ? -1 : 1)];
  const way = step === "left" ? -1 : 1;
  for (let i = x + way; i >= 0 && i < columns.length; i += way) {
    const cards = columns[i]!;
    if (cards.length > 0) return cards[Math.min(y, cards.length - 1)];
  }
  return undefined;
}

/// The column beside that of a card.
export function beside(columns: readonly BoardColumn[], column: string, step: "left" | "right"): BoardColumn | undefined {
  const at = columns.findIndex(({ id }) => id === column);
  return columns[at + (step === "left" ? -1 : 1)];
}

export const columnName = (column: BoardColumn, { t }: Pick<Words, "t">): string => column.name ?? t(`board.stage.${column.stage}`);

/// The board with a card in another column, as it will be once the server has heard of it.
export function moved(board: Board, task: string, column: string): Board {
  const stage = board.columns.find(({ id }) => id === column)?.stage;
  return {
    ...board,
    cards: board.cards.map((card) =>
      card.task === task ? { ...card, column, begun: stage !== "ready", done: stage === "done" } : card,
    ),
    in: board.columns.map(({ id }, i) => {
      const was = board.cards.find((card) => card.task === task)?.column;
      return board.in[i]! + (id === column ? 1 : 0) - (id === was ? 1 : 0);
    }),
  };
}

const hours = 60;
const day = 480;

/// A length in days or hours, as estimates are said.
export function lengthIn(minutes: number, { t }: Pick<Words, "t">, elapsed = false): string {
  if (elapsed && minutes >= 24 * hours) return t("board.days", { days: Math.round((minutes / 24 / hours) * 10) / 10 });
  if (minutes >= day) return t("board.days", { days: Math.round((minutes / day) * 10) / 10 });
  return t("board.hours", { hours: Math.round((minutes / hours) * 10) / 10 });
}
