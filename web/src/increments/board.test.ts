import { expect, test } from "vitest";
import type { Board, Card } from "../api/types";
import { beside, byColumn, moved, neighbour } from "./board";

const card = (task: string, column: string, finish = "2027-02-01T08:00:00Z") => ({ task, column, finish }) as Card;
const board = {
  columns: [{ id: "ready", stage: "ready" }, { id: "work", stage: "work" }, { id: "review", stage: "review" }, { id: "done", stage: "done" }],
  cards: [card("a", "ready"), card("b", "ready"), card("c", "done"), card("d", "done", "2027-02-02T08:00:00Z")],
  in: [2, 0, 0, 2],
} as unknown as Board;
const columns = [...byColumn(board).values()];

test("what was done last stands first among what is done", () => {
  expect(columns.map((cards) => cards.map(({ task }) => task))).toEqual([["a", "b"], [], [], ["d", "c"]]);
});

test("arrows walk within a column, and past empty ones", () => {
  expect(neighbour(columns, "a", "down")?.task).toBe("b");
  expect(neighbour(columns, "b", "down")).toBeUndefined();
  expect(neighbour(columns, "b", "right")?.task).toBe("c");
  expect(neighbour(columns, "d", "left")?.task).toBe("a");
  expect(neighbour(columns, "gone", "up")?.task).toBe("a");
});

test("a card moves to the column beside, as long as there is one", () => {
  expect(beside(board.columns, "ready", "right")?.id).toBe("work");
  expect(beside(board.columns, "done", "right")).toBeUndefined();
});

test("a moved card is counted where it stands", () => {
  const then = moved(board, "a", "work");
  expect(then.in).toEqual([1, 1, 0, 2]);
  expect(then.cards[0]).toMatchObject({ column: "work", begun: true, done: false });
});
