import { expect, test } from "vitest";
import type { AnswerDraft, ClientFact } from "../api/types";
import { factsOf, newerThan, textOf, withDraft } from "./written";

const fact = (ref: string | undefined) => ({ kind: "document", ref }) as ClientFact;
const draft = (text: string, at: string, ...facts: ClientFact[]): AnswerDraft => ({ text, drafted: { name: "Dewi", at }, facts });
const first = draft("At rest, yes.", "2027-02-01T09:00:00Z", fact("wards"), fact(undefined));
const second = draft("No, never.", "2027-02-01T09:05:00Z", fact("secret"));

test("a draft comes into a field that nobody touched, with what the client still sees", () => {
  const written = withDraft({}, first);
  expect(textOf(written)).toBe("At rest, yes.");
  expect(factsOf(written)).toEqual([fact("wards")]);
});

test("what was read stays when another draft comes, which stands beside it", () => {
  const written = withDraft(withDraft({}, first), second);
  expect(textOf(written)).toBe("At rest, yes.");
  expect(factsOf(written)).toEqual([fact("wards")]);
  expect(newerThan(written, second)).toBe(second);
  expect(newerThan(written, first)).toBeUndefined();
});

test("whoever has typed takes over no facts of a draft that comes later", () => {
  const written = withDraft({ typed: "We think so." }, first);
  expect(textOf(written)).toBe("We think so.");
  expect(factsOf(written)).toEqual([]);
  expect(newerThan(written, first)).toBe(first);
});
