import { expect, test } from "vitest";
import { levels } from "./levels";

const system = (id: string, ...runsOn: string[]) => ({ id, runsOn });
const drawn = (...items: ReturnType<typeof system>[]) => levels(items).map((row) => row.map(({ id }) => id).join(" "));

test("each stands above all on which it runs", () => {
  expect(drawn(system("app", "gateway", "host"), system("gateway", "host"), system("host"), system("wiki"))).toEqual(["app", "gateway", "host wiki"]);
});

test("what runs on something that isn't there stands at the ground, and circles end", () => {
  expect(drawn(system("app", "gone"))).toEqual(["app"]);
  expect(drawn(system("a", "b"), system("b", "a"))).toHaveLength(2);
});
