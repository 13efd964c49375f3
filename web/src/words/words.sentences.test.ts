import { beforeAll, expect, test } from "vitest";
import { loadWords, translate } from "./words";

beforeAll(() => loadWords("de"));

test("an abbreviation at the end of a sentence brings its own full stop", () => {
  expect(translate("de", "person.sentence.away", { span: "15.–19.\u00a0Feb." })).toBe("Abwesend 15.–19.\u00a0Feb.");
  expect(translate("de", "person.sentence.away", { span: "am <b>2.\u00a0Feb.</b>" })).toBe("Abwesend am <b>2.\u00a0Feb.</b>");
  expect(translate("de", "person.sentence.away", { span: "3.\u00a0Mai" })).toBe("Abwesend 3.\u00a0Mai.");
  expect(translate("de", "person.sentence.away", { span: "und so weiter.." })).toBe("Abwesend und so weiter...");
});
