import { expect, test } from "vitest";
import type { LogEntry } from "../api/types";
import { matches } from "./entries";

const entry = { title: "Postgres instead of Oracle", text: "Licences run out in May", who: "Ada Osei", kind: "decision", state: "open" } as LogEntry;

test.each(["post", "LICEN may", "ada", "", "  "])("finds it by %j", (words) => {
  expect(matches(entry, words)).toBe(true);
});

test.each(["gres", "post june"])("does not find it by %j", (words) => {
  expect(matches(entry, words)).toBe(false);
});
