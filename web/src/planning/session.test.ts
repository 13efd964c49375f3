import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Away, Problem } from "../api/client";
import { movedBetween, withDelta } from "./delta";
import { guessed } from "./guess";
import { MockApi } from "./mock/mockApi";
import { patientApp } from "./mock/plans";
import type { Change, Plan } from "./plan";
import { PlanSession } from "./session";

const NOW = () => new Date("2027-02-02T13:00:00Z");
const rename = (task: string, name: string): Change => ({ kind: "setTask", task, set: { name } });
const shelf = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    kept,
  };
};

let api: MockApi;
let keep: ReturnType<typeof shelf>;
const open = async () => {
  const session = new PlanSession(api, "patient", keep, NOW);
  await session.open();
  return session;
};
const nameOf = (session: PlanSession, id: string) => session.state.plan!.tasks.find((task) => task.id === id)!.name;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  api = new MockApi(patientApp(), 0);
  keep = shelf();
});
afterEach(() => vi.useRealTimers());

test("shows an edit at once, sends it, and forgets it when it is confirmed", async () => {
  const session = await open();

  session.edit([rename("t7", "Other")], "rename");

  expect(nameOf(session, "t7")).toBe("Other");
  expect(session.state.unsent).toHaveLength(1);
  await vi.waitFor(() => expect(session.state.unsent).toHaveLength(0));
  expect(nameOf(session, "t7")).toBe("Other");
  expect(session.state.plan!.version).toBe(2);
  expect(session.state.saved).toBe("2027-02-02T13:00:00.000Z");
  session.close();
});

/// So many tasks that dates are reckoned before they are kept.
function large(): Plan {
  const plan = patientApp();
  const one = plan.tasks.at(-1)!;
  const more = Array.from({ length: 1_000 }, (_, i) => ({ ...one, id: `more${i}`, name: `More ${i}`, pinned: one.start }));
  return { ...plan, tasks: [...plan.tasks, ...more] };
}

test("shows where an edit of a large plan puts everything before it is kept", async () => {
  api = new MockApi(large(), 0);
  const session = await open();
  const before = session.state.plan!;
  let keep_ = () => {};
  const kept = new Promise<void>((resolve) => (keep_ = resolve));
  const change = api.change.bind(api);
  vi.spyOn(api, "change").mockImplementation(async (step) => kept.then(() => change(step)));

  session.edit([{ kind: "setTask", task: "t7", set: { minutes: 9_600 } }], "longer");

  await vi.waitFor(() => expect(session.state.plan!.tried).toBe(true));
  const tried = session.state.plan!;
  expect(movedBetween(before, tried).size).toBeGreaterThan(1);
  expect(tried.version).toBe(before.version);
  expect(session.state.unsent).toHaveLength(1);
  keep_();
  await vi.waitFor(() => expect(session.state.unsent).toHaveLength(0));
  await vi.waitFor(() => expect(session.state.plan!.version).toBe(before.version + 1));
  expect(session.state.plan!.tried).toBeUndefined();
  expect(session.state.plan!.tasks).toBe(tried.tasks);
  session.close();
});

test("what is only tried as yet is undone by dropping it", async () => {
  api = new MockApi(large(), 0);
  const session = await open();
  const before = nameOf(session, "t7");
  const change = vi.spyOn(api, "change");
  const undo = vi.spyOn(api, "undo");

  session.edit([rename("t7", "Tried")], "rename");
  await session.undo();

  await vi.waitFor(() => expect(session.state.unsent).toHaveLength(0));
  await vi.advanceTimersByTimeAsync(50);
  expect(nameOf(session, "t7")).toBe(before);
  expect(change).not.toHaveBeenCalled();
  expect(undo).not.toHaveBeenCalled();
  session.close();
});

test("what came out otherwise than it was tried is shown as it came out", async () => {
  api = new MockApi(large(), 0);
  const session = await open();
  const trial = api.trial.bind(api);
  vi.spyOn(api, "trial").mockImplementation(async (step) => trial({ ...step, changes: [rename("t7", "Tried")] }));

  session.edit([rename("t7", "Kept")], "rename");

  await vi.waitFor(() => expect(session.state.unsent).toHaveLength(0));
  await vi.waitFor(() => expect(nameOf(session, "t7")).toBe("Kept"));
  session.close();
});

test("a refused edit of a large plan leaves nothing of what was tried", async () => {
  api = new MockApi(large(), 0);
  const session = await open();
  const before = session.state.plan!;
  vi.spyOn(api, "change").mockRejectedValue(new Problem({ type: "", title: "No", status: 422, code: "no" }));

  session.edit([rename("t7", "Tried")], "rename");

  await vi.waitFor(() => expect(session.state.refused).toBeDefined());
  expect(nameOf(session, "t7")).toBe(before.tasks.find(({ id }) => id === "t7")!.name);
  expect(session.state.plan!.tried).toBeUndefined();
  session.close();
});

test("what is told before the plan is there is asked for once it is", async () => {
  const older = await api.plan();
  await api.change({ changes: [rename("t7", "By another")], label: "rename", base: 1 });
  vi.spyOn(api, "plan").mockImplementation(async () => {
    api.say({ noun: "plan" });
    return older;
  });

  const session = await open();

  await vi.waitFor(() => expect(nameOf(session, "t7")).toBe("By another"));
  session.close();
});

test("says which tasks moved, and from where", async () => {
  const session = await open();
  const was = session.state.plan!.tasks.find((task) => task.id === "t18")!.start;

  session.edit([{ kind: "setTask", task: "t12", set: { notBefore: "2027-03-01T08:00:00Z" } }], "move");

  await vi.waitFor(() => expect(session.state.moved?.get("t18")?.start).toBe(was));
  session.close();
});

test("keeps edits while the server is away, over a reload, and sends each once when it is back", async () => {
  const change = vi.spyOn(api, "change");
  change.mockRejectedValue(new Away());
  const session = await open();
  session.edit([rename("t7", "Kept")], "rename");
  await vi.waitFor(() => expect(session.state.awaySince).toBeDefined());
  session.close();

  change.mockRestore();
  const sent = vi.spyOn(api, "change");
  const again = await open();

  expect(nameOf(again, "t7")).toBe("Kept");
  await vi.waitFor(() => expect(again.state.unsent).toHaveLength(0));
  expect(sent).toHaveBeenCalledTimes(1);
  expect(keep.kept.size).toBe(0);
  again.close();
});

test("holds a conflict with both values until one is chosen, and sends nothing meanwhile", async () => {
  const session = await open();
  const conflicts = [{ task: "t7", field: "name", yours: "Mine", theirs: "Theirs", by: "Ada" }];
  const change = vi.spyOn(api, "change");
  change.mockRejectedValueOnce(new Problem({ type: "", title: "", status: 412, code: "plan-conflict", values: { conflicts } }));

  session.edit([rename("t7", "Mine")], "rename");
  await vi.waitFor(() => expect(session.state.conflict).toBeDefined());
  session.edit([rename("t8", "Later")], "rename");

  expect(session.state.conflict!.differences).toEqual(conflicts);
  expect(change).toHaveBeenCalledTimes(1);
  await session.keepMine();
  await vi.waitFor(() => expect(session.state.unsent).toHaveLength(0));
  expect(nameOf(session, "t7")).toBe("Mine");
  expect(nameOf(session, "t8")).toBe("Later");
  session.close();
});

test("sends each edit with the version that its author saw, and the own ones confirmed since", async () => {
  const change = vi.spyOn(api, "change");
  change.mockRejectedValueOnce(new Away());
  const session = await open();
  session.edit([rename("t7", "Mine")], "rename");
  session.edit([rename("t7", "Mine again")], "rename");
  await vi.waitFor(() => expect(session.state.awaySince).toBeDefined());

  // Somebody else was faster, and this page hears of it before it can send.
  await api.change({ changes: [rename("t8", "Theirs")], label: "rename", base: 1 });
  change.mockClear();
  session.tryNow();

  await vi.waitFor(() => expect(session.state.unsent).toHaveLength(0));
  expect(change.mock.calls.map(([{ base, onTopOf }]) => ({ base, onTopOf }))).toEqual([
    { base: 1, onTopOf: [] },
    { base: 1, onTopOf: [3] },
  ]);
  expect(nameOf(session, "t8")).toBe("Theirs");
  session.close();
});

test("takes back what was refused and says why", async () => {
  const session = await open();
  const problem = new Problem({ type: "", title: "These wait for each other", status: 422, code: "dependency-cycle" });
  vi.spyOn(api, "change").mockRejectedValueOnce(problem);

  session.edit([rename("t7", "Refused")], "rename");

  await vi.waitFor(() => expect(session.state.refused?.problem).toBe(problem));
  expect(nameOf(session, "t7")).toBe("Appointments interface");
  session.close();
});

test("hears what somebody else changed and keeps what is not sent yet on top of it", async () => {
  const session = await open();
  const other = await open();

  other.edit([rename("t8", "By another")], "rename");

  await vi.waitFor(() => expect(nameOf(session, "t8")).toBe("By another"), { timeout: 3000 });
  session.close();
  other.close();
});

test("undo takes the last step back, redo makes it again", async () => {
  const session = await open();
  session.edit([rename("t7", "Once")], "rename");
  await vi.waitFor(() => expect(session.state.unsent).toHaveLength(0));

  await session.undo();
  expect(nameOf(session, "t7")).toBe("Appointments interface");
  await session.redo();

  expect(nameOf(session, "t7")).toBe("Once");
  session.close();
});

test("lays a delta over a plan: rows, order, removals, floats; untouched rows stay the same objects", () => {
  const plan = patientApp();
  const [first, second] = plan.tasks;

  const next = withDelta(plan, { version: 2, tasks: [{ ...second!, name: "New name" }], removed: ["t28"], floats: undefined } as never);

  expect(next.tasks[0]).toBe(first);
  expect(next.tasks[1]!.name).toBe("New name");
  expect(next.tasks.some((task) => task.id === "t28")).toBe(false);
  const floats = { places: next.tasks.map((_, i) => (i === 0 ? 0 : 1)), minutes: next.tasks.map(() => -1) };
  expect(withDelta(next, { version: 3, tasks: [], floats } as never).tasks.every((task) => task.critical)).toBe(true);
  const order = next.tasks.map((task) => task.id).reverse();
  expect(withDelta(next, { version: 3, tasks: [], order } as never).tasks.map((task) => task.id)).toEqual(order);
});

test("lays dates over a plan that came as numbers", () => {
  const plan = patientApp();
  const minute = (at: string) => Date.parse(at) / 60_000;
  const moves = { places: [1, 2], starts: [minute("2027-03-01T08:00:00Z"), -60], lengths: [32 * 60 + 30, 45] };
  const floats = { places: [1, 1], minutes: [17, -1] };

  const next = withDelta(plan, { version: 2, tasks: [], moves, floats } as never);

  expect(next.tasks[1]).toMatchObject({ name: plan.tasks[1]!.name, start: "2027-03-01T08:00:00Z", finish: "2027-03-02T16:30:00Z" });
  expect(next.tasks[3]).toMatchObject({ name: plan.tasks[3]!.name, start: "2027-03-01T07:00:00Z", finish: "2027-03-01T07:45:00Z" });
  expect(next.tasks[1]).toMatchObject({ floatMinutes: 17, critical: false });
  expect(next.tasks[2]).toEqual({ ...plan.tasks[2], floatMinutes: 0, critical: true });
  expect(next.tasks[4]).toBe(plan.tasks[4]);
  expect(plan.tasks[1]!.start).not.toBe("2027-03-01T08:00:00Z");
});

test("guesses what a change does to the task itself, and to the outline", async () => {
  const plan: Plan = await api.plan();
  const at = (of: Plan, id: string) => of.tasks.find((task) => task.id === id)!;

  const moved = guessed(plan, [{ kind: "setTask", task: "t12", set: { notBefore: "2027-03-01T08:00:00Z" } }]);
  expect(at(moved, "t12").start).toBe("2027-03-01T08:00:00Z");
  expect(at(moved, "t12").finish).toBe("2027-03-09T09:00:00Z");

  const indented = guessed(plan, [{ kind: "moveTask", task: "t28", parent: "t27", last: true }]);
  expect(at(indented, "t27").kind).toBe("summary");
  const gone = guessed(plan, [{ kind: "removeTask", task: "t17" }]);
  expect(gone.tasks.some((task) => task.parent === "t17")).toBe(false);
  expect(gone.links.some((link) => link.successor === "t18")).toBe(false);
  const added = guessed(plan, [{ kind: "addTask", task: { id: "n", name: "New" }, parent: "t1", after: "t2" }]);
  expect(added.tasks.findIndex((task) => task.id === "n")).toBe(3);
});
