import { expect, test } from "vitest";
import { known, withWords } from "./known";

const questions = [
  { id: "a", text: "Can two more wards take part in the pilot?", answer: "Yes, from 8 March." },
  { id: "b", text: "Who trains the nurses?", answer: "Dewi does, in the week before." },
  { id: "c", text: "Can the wards print?" },
];
const ids = (asked: string) => known(asked, questions).map(({ id }) => id);

test("finds what was answered before, whatever the endings", () => {
  expect(ids("Could another ward join the pilot?")).toEqual(["a"]);
  expect(ids("May a ward take part in the pilots")).toEqual(["a"]);
  expect(ids("When is the nurse trained?")).toEqual(["b"]);
});

test("finds nothing without an answer, and nothing for nothing", () => {
  expect(ids("Can we print in the wards?")).toEqual([]);
  expect(ids("How is the weather in the pilot?")).toEqual([]);
  expect(ids("")).toEqual([]);
  expect(ids("a an it")).toEqual([]);
});

test("finds by all words of a question and its answer", () => {
  expect(withWords("ward march", questions).map(({ id }) => id)).toEqual(["a"]);
  expect(withWords(" ", questions)).toHaveLength(3);
});
