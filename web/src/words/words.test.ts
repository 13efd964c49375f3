import { expect, test } from "vitest";
import { IntlMessageFormat } from "intl-messageformat";
import de from "./de.json";
import en from "./en.json";

test("both languages have the same keys, in order of the alphabet or not", () => {
  expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
});

test.each(Object.entries({ ...en }))("%s is well formed in English and takes the same values in German", (key, text) => {
  const names = (message: string) =>
    [...new Set([...message.matchAll(/\{\s*([a-zA-Z]\w*)/g)].map((found) => found[1]))].sort();
  new IntlMessageFormat(text, "en-GB");
  const german = (de as Record<string, string>)[key]!;
  new IntlMessageFormat(german, "de-DE");
  expect(names(german)).toEqual(names(text));
});
