import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import de from "./de.json";
import en from "./en.json";
import { isLater } from "./parts";

const german = de as Record<string, string>;
const english = en as Record<string, string>;

test("both languages have the same keys", () => {
  expect(Object.keys(german).filter((key) => !(key in english))).toEqual([]);
  expect(Object.keys(english).filter((key) => !(key in german))).toEqual([]);
});

test("keys stand in order, so that two who add words seldom meet", () => {
  expect(Object.keys(english)).toEqual(Object.keys(english).toSorted());
  expect(Object.keys(german)).toEqual(Object.keys(german).toSorted());
});

test("each text is well formed and takes the same values in both languages", () => {
  const names = (text: string) => [...new Set(namesIn(new IntlMessageFormat(text, "en-GB").getAst() as Part[]))].toSorted();
  const wrong = Object.keys(english).filter((key) => {
    new IntlMessageFormat(english[key]!, "en-GB", undefined, { ignoreTag: true });
    new IntlMessageFormat(german[key] ?? "", "de-DE", undefined, { ignoreTag: true });
    return String(names(english[key]!)) !== String(names(german[key] ?? ""));
  });
  expect(wrong).toEqual([]);
});

test("each key that the pages use is in the catalogue", () => {
  const used = sources(join(import.meta.dirname, "..")).flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\bt\(\s*"([a-z][\w.-]+)"/g)].map((found) => found[1]!),
  );
  expect(used.length).toBeGreaterThan(0);
  expect([...new Set(used.filter((key) => !(key in english)))]).toEqual([]);
});

test("each action that the server keeps a trail of is told in words", () => {
  const actions = sources(join(import.meta.dirname, "../../../server/src/main/java"), /\.java$/).flatMap((file) => actionsIn(readFileSync(file, "utf8")));
  expect(actions.length).toBeGreaterThan(150);
  expect([...new Set(actions.filter((action) => !(`audit.action.${action}` in english)))].toSorted()).toEqual([]);
});

/// What a class hands to the trail, itself or by a method of its own whose parameter is called an action. A noun with the
/// same form stands before its action.
function actionsIn(java: string): string[] {
  const own = [...java.matchAll(/void (\w+)\([^)]*String action/g)].map((found) => found[1]!);
  const calls = [...java.matchAll(new RegExp(`\\b(?:${["audit\\w*\\s*\\.record\\w*", "trail\\.done", ...own].join("|")})\\(([^;{]*)`, "g"))];
  return calls.flatMap(([, given]) => [...given!.matchAll(/"([a-z]+(?:-[a-z]+)+)"/g)].map((found) => found[1]!)).filter((action) => !NOUNS.has(action));
}

const NOUNS = new Set(["delay-cost", "money-limit", "reserve-use"]);

test("the first pages, and what stands on each page, need none of the texts that come later", () => {
  const first = "main planning/PlanPage reporting/Portfolio identity/SignIn find/Palette find/Keys work/KeptSending".split(" ");
  const needed = withImports(first.map((each) => join(import.meta.dirname, "..", `${each}.tsx`)));
  const later = needed.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/["'`](\w+\.)[\w$]/g)].filter((found) => isLater(found[1]!)).map((found) => `${file}: ${found[0]}`),
  );
  expect(needed.length).toBeGreaterThan(50);
  expect(later).toEqual([]);
});

function withImports(files: string[]): string[] {
  const found = new Set(files);
  for (const file of found)
    for (const [, path] of readFileSync(file, "utf8").matchAll(/^(?:import|export)\s+(?!type\b)(?:[^;"']*?from\s+)?"(\.[^"]+)"/gm)) {
      const source = [".ts", ".tsx"].map((end) => join(dirname(file), path + end)).find((each) => existsSync(each));
      if (source) found.add(source);
    }
  return [...found];
}

function sources(folder: string, named = /\.tsx?$/): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path, named);
    return named.test(entry.name) && !entry.name.includes(".test.") ? [path] : [];
  });
}

type Part = { type: number; value?: unknown; options?: Record<string, { value: Part[] }> };

// Parts of the type 0 are text, 7 is the number in a plural; the branches of a plural or a choice have parts again.
function namesIn(parts: readonly Part[]): string[] {
  return parts.flatMap(({ type, value, options }) => [
    ...(type === 0 || type === 7 ? [] : [String(value)]),
    ...Object.values(options ?? {}).flatMap((branch) => namesIn(branch.value)),
  ]);
}
