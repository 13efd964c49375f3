import { describe, expect, it } from "vitest";
import type { UpdateFacts } from "../api/types";
import { movedFor } from "./forYou";

const dates = { day: (at: string) => at.slice(0, 10) };
const promise = { task: "a", name: "Go-live", by: "2027-05-28T15:00:00Z", planned: "2027-05-05T15:00:00Z", likely: "2027-06-01T15:00:00Z", likelyWas: "2027-05-20T15:00:00Z" };
const facts = (...promises: object[]) => ({ promises }) as UpdateFacts;

describe("what an update does to its audience", () => {
  it("is told of promises that are likely by another day than was told last", () => {
    expect(movedFor("client", facts(promise), dates)).toHaveLength(1);
    expect(movedFor("official", facts({ ...promise, likelyWas: "2027-06-01T09:00:00Z" }), dates)).toEqual([]);
    expect(movedFor("client", facts({ ...promise, kept: "2027-05-20T15:00:00Z" }), dates)).toEqual([]);
    expect(movedFor("client", facts({ ...promise, likely: undefined }), dates)).toEqual([]);
  });

  it("is nothing for those whose own dates stand elsewhere", () => {
    expect(movedFor("worker", facts(promise), dates)).toEqual([]);
  });
});
