import { expect, test } from "vitest";
import type { Vacancy } from "../api/types";
import { changed, seen, stateOf } from "./vacancy";

test("a vacancy is open through its last day", () => {
  const vacancy = { published: "2027-02-01T09:00:00Z", validUntil: "2027-03-15" };

  expect(stateOf({ validUntil: "2027-03-15" }, "2027-02-01")).toBe("draft");
  expect(stateOf(vacancy, "2027-03-15")).toBe("open");
  expect(stateOf(vacancy, "2027-03-16")).toBe("over");
  expect(stateOf({ ...vacancy, closed: "2027-02-02T09:00:00Z" }, "2027-02-03")).toBe("closed");
});

test("what is written is kept while the vacancy changes, and saved over nobody's words", () => {
  const before = { title: "Manager", place: "Hamburg", version: 1 } as Vacancy;
  const draft = changed(changed(undefined, before, { place: "Kiel" }), { ...before, version: 2 }, { contact: "jobs@harbour-it.example" });

  expect(draft.parts).toEqual({ place: "Kiel", contact: "jobs@harbour-it.example" });
  expect(seen(draft, { ...before, title: "Lead", version: 3 })).toBe(3);
  expect(seen(draft, { ...before, place: "Bremen", version: 3 })).toBe(1);
  expect(seen(undefined, before)).toBe(1);
});
