import { beforeEach, expect, test } from "vitest";
import { Away, Problem } from "../api/client";
import { UnsentWork, type Unsent } from "./unsent";

const told = { kind: "progress", project: "p", task: "rack", name: "Rack", version: 4, planned: "2027-02-01T10:00:00Z" } as const;
const kept = new Map<string, string>();
const keep = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
let sent: Unsent[] = [];
let answer: (unsent: Unsent) => number | undefined = () => 5;

const work = () =>
  new UnsentWork(
    async (unsent) => {
      const version = answer(unsent);
      sent.push(unsent);
      return version;
    },
    "work.me",
    keep,
    () => new Date("2027-02-01T09:30:40Z"),
  );
const away = () => {
  throw new Away();
};

beforeEach(() => {
  kept.clear();
  sent = [];
  answer = () => 5;
});

test("what is told without a server is kept through a reload and sent once, as of when it was told", async () => {
  answer = away;
  const before = work();
  before.add({ ...told, report: { state: "done" } });
  await before.sendAll();
  expect(before.of("p", "rack")).toHaveLength(1);
  expect(sent).toEqual([]);

  answer = () => 5;
  const after = work();
  await after.sendAll();
  await after.sendAll();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ version: 4, report: { state: "done", started: "2027-02-01T09:30:00.000Z", finished: "2027-02-01T09:30:00.000Z" } });
  expect(kept.size).toBe(0);
});

test("what was to begin earlier was begun as planned, and what was begun stays so", async () => {
  const mine = work();
  mine.add({ ...told, planned: "2027-02-01T08:00:00Z", report: { state: "begun" } });
  mine.add({ ...told, task: "cable", planned: undefined, report: { state: "begun", remainingMinutes: 60 } });
  await mine.sendAll();
  expect(sent.map((each) => each.kind === "progress" && each.report)).toEqual([
    { state: "begun", started: "2027-02-01T08:00:00Z" },
    { state: "begun", remainingMinutes: 60 },
  ]);
});

test("of one task the last word is sent, with when it was begun", async () => {
  const mine = work();
  mine.add({ ...told, report: { state: "begun" } });
  mine.add({ ...told, report: { state: "begun", remainingMinutes: 120 } });
  mine.add({ kind: "complication", project: "p", task: "rack", name: "Rack", body: { what: "No lift", urgent: false } });
  await mine.sendAll();
  expect(sent.map(({ kind }) => kind)).toEqual(["progress", "complication"]);
  expect(sent[0]).toMatchObject({ version: 4, report: { state: "begun", started: "2027-02-01T09:30:00.000Z", remainingMinutes: 120 } });
});

test("what is told while the same task is on its way stands on what comes of that", async () => {
  const mine = work();
  mine.add({ ...told, report: { state: "begun" } });
  answer = () => {
    answer = () => 8;
    mine.add({ ...told, report: { state: "done" } });
    return 7;
  };
  await mine.sendAll();
  expect(sent).toHaveLength(2);
  expect(sent[1]).toMatchObject({ version: 7, report: { state: "done" } });
});

test("what is refused is said, and does not hold up the rest", async () => {
  const mine = work();
  mine.add({ ...told, report: { state: "done" } });
  mine.add({ ...told, task: "cable", report: { state: "begun" } });
  const refused = new Problem({ type: "", title: "Somebody told of it", status: 409, code: "plan-conflict" });
  answer = (unsent) => {
    if (unsent.task === "rack") throw refused;
    return 5;
  };
  await mine.sendAll();
  expect(mine.state.waiting).toEqual([]);
  expect(mine.state.refused.map(({ problem }) => problem)).toEqual([refused.details]);
  expect(sent.map(({ task }) => task)).toEqual(["cable"]);
  expect(work().state.refused).toHaveLength(1);
  mine.dismiss(mine.state.refused[0]!.unsent.key);
  expect(mine.state.refused).toEqual([]);
});

test("whoever has to sign in first sends it then", async () => {
  const mine = work();
  mine.add({ ...told, report: { state: "done" } });
  answer = () => {
    throw new Problem({ type: "", title: "Sign in", status: 401, code: "not-signed-in" });
  };
  await mine.sendAll();
  expect(mine.state).toMatchObject({ waiting: [{ task: "rack" }], refused: [] });
});

test("another window sends what was told in this one, once", async () => {
  const [mine, other] = [work(), work()];
  mine.add({ ...told, report: { state: "done" } });
  await other.sendAll();
  await mine.sendAll();
  expect(sent).toHaveLength(1);
});

test("one that is sent again has the key that it had", async () => {
  const mine = work();
  const keys: string[] = [];
  mine.add({ kind: "complication", project: "p", task: "rack", name: "Rack", body: { what: "No lift", urgent: true } }, "first");
  answer = ({ key }) => {
    keys.push(key);
    return away();
  };
  await mine.sendAll();
  answer = ({ key }) => void keys.push(key);
  await mine.sendAll();
  expect(keys).toEqual(["first", "first"]);
});

test("of one need the last word is sent, whether the task stands still for it, and of others theirs", async () => {
  const wait = { kind: "wait", project: "p", task: "rack", name: "Rack", need: "key", what: "The key", waits: true } as const;
  const mine = work();
  mine.add(wait);
  mine.add({ ...wait, need: "lift", what: "A lift" });
  mine.add({ ...told, report: { state: "begun" } });
  mine.add({ ...wait, waits: false });
  expect(mine.of("p", "rack")).toHaveLength(3);
  await mine.sendAll();
  expect(sent.map((each) => (each.kind === "wait" ? [each.need, each.waits, each.at] : each.kind))).toEqual([
    ["lift", true, "2027-02-01T09:30:00.000Z"],
    "progress",
    ["key", false, "2027-02-01T09:30:00.000Z"],
  ]);
});

test("whether a task stands still is as it was told last, until that was sent", async () => {
  const wait = { kind: "wait", project: "p", task: "rack", name: "Rack", need: "key", what: "The key", waits: true } as const;
  const mine = work();
  expect(mine.waits("key")).toBeUndefined();
  mine.add(wait);
  expect([mine.waits("key"), mine.waits("lift")]).toEqual([true, undefined]);
  mine.add({ ...wait, waits: false });
  expect(mine.waits("key")).toBe(false);
  await mine.sendAll();
  expect(mine.waits("key")).toBeUndefined();
  expect(sent).toHaveLength(1);
});
