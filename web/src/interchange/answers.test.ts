import { expect, test } from "vitest";
import { acceptance, firstAnswers, openQuestions } from "./answers";

const dryRun = {
  id: "1",
  expires: "2027-02-02T08:00:00Z",
  files: [
    {
      name: "lan.mpp",
      project: { name: "LAN", start: "2027-02-01T08:00:00Z", tasks: 3, links: 2 },
      lines: [],
      people: [
        { name: "Ada", match: "known" as const, person: "p1", candidates: [] },
        { name: "Cabling", match: "new" as const, candidates: [] },
        { name: "K. Lorenz", match: "unsure" as const, candidates: [{ person: "p2", name: "Kaya Lorenz" }] },
      ],
    },
    { name: "notes.txt", lines: [], people: [], error: { code: "file-unreadable", title: "The file can’t be read", detail: "This is no plan.", hint: "Choose another file." } },
  ],
};

test("what is known is answered already, and only the unsure are asked about", () => {
  const answers = firstAnswers(dryRun);
  expect(Object.keys(answers)).toEqual(["lan.mpp"]);
  expect(answers["lan.mpp"]!.people).toEqual({ Ada: "p1", Cabling: "new", "K. Lorenz": "" });
  expect(openQuestions(answers)).toBe(1);
});

test("a file that is left out asks nothing and is not sent", () => {
  const answers = firstAnswers(dryRun);
  answers["lan.mpp"]!.taken = false;
  expect(openQuestions(answers)).toBe(0);
  expect(acceptance(answers, "")).toEqual({ client: undefined, files: [] });
});
