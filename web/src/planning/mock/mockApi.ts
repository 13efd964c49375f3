import { Problem } from "../../api/client";
import { guessed } from "../guess";
import type { Change, Delta, Forecast, Id, Plan, Task } from "../plan";
import type { Heard, PlanApi, Present, Preview, Proposal, Reason } from "../planApi";
import { findings, quantiles, schedule } from "./scheduler";

type Version = { plan: Plan; label: string; undone?: boolean };

/// The planning API in memory, for tests and for working on the page without a server.
export class MockApi implements PlanApi {
  private plan_: Plan;
  private held: Map<string, string>;
  private versions = new Map<number, Plan>();
  private done: Version[] = [];
  private taken: Version[] = [];
  private readonly heard = new Set<(event: Heard) => void>();
  private proposal: Proposal | undefined;

  constructor(plan: Plan, private readonly delay = 30) {
    this.plan_ = structuredClone(plan);
    this.held = this.settle(this.plan_);
    this.versions.set(this.plan_.version, this.plan_);
    if (plan.tasks.length < 100) this.propose();
  }

  async plan(): Promise<Plan> {
    await this.wait();
    return structuredClone(this.plan_);
  }

  async since(version: number): Promise<Delta> {
    await this.wait();
    return this.delta(this.versions.get(version)!);
  }

  async forecast(): Promise<Forecast> {
    await this.wait();
    const { tasks, now, version } = this.plan_;
    if (tasks.length === 0) throw new Problem({ type: "", title: "Nothing to forecast", status: 404, code: "not-found" });
    const all = Object.fromEntries(tasks.map((task) => [task.id, quantiles(task, now)]));
    const last = tasks.reduce((a, b) => (b.finish > a.finish ? b : a), tasks[0]!);
    const promises = tasks
      .filter((task) => task.deadline)
      .map((task) => ({ task: task.id, ...task.deadline!, chance: chanceBy(all[task.id]!, task.deadline!.by) }));
    return { version, asOf: now, runs: 2000, from: "prior", finish: all[last.id]!, tasks: all, promises };
  }

  async change({ changes, label, base: version }: { changes: Change[]; label: string; base: number; onTopOf?: number[] }): Promise<Delta> {
    await this.wait();
    const base = this.versions.get(version)!;
    const next = this.changed(changes);
    this.done.push({ plan: this.plan_, label });
    this.taken = [];
    this.become(next);
    return this.delta(base);
  }

  async trial({ changes, base }: { changes: Change[]; base: number }): Promise<Delta> {
    await this.wait();
    const { plan_, held, proposal } = this;
    this.plan_ = { ...this.changed(changes), version: plan_.version + 1 };
    const delta = this.delta(this.versions.get(base)!);
    Object.assign(this, { plan_, held, proposal });
    return delta;
  }

  async preview(changes: Change[]): Promise<Preview> {
    await this.wait();
    const next = this.changed(changes);
    const was = new Map(this.plan_.tasks.map((task) => [task.id, task]));
    const moved = next.tasks.flatMap(({ id, start, finish }) => {
      const before = was.get(id);
      return before && (before.start !== start || before.finish !== finish)
        ? [{ task: id, start, finish, was: { start: before.start, finish: before.finish } }]
        : [];
    });
    return { finish: next.finish, alsoMoved: Math.max(0, moved.length - 1), moved, findings: [], others: [] };
  }

  async undo(): Promise<Delta> {
    return this.turn(this.done, this.taken);
  }

  async redo(): Promise<Delta> {
    return this.turn(this.taken, this.done);
  }

  async reason(id: string): Promise<Reason> {
    await this.wait();
    const chain: Reason["chain"] = [];
    const byId = new Map(this.plan_.tasks.map((task) => [task.id, task]));
    for (let at: string | undefined = id; at && chain.length < 40; ) {
      const task: Task = byId.get(at)!;
      const by: string | undefined = this.held.get(at);
      const next: string | undefined = by?.startsWith("link:") ? by.slice(5) : by?.startsWith("person:") ? by.split(":")[2] : undefined;
      const sentence = next && by!.startsWith("link:") ? "It starts when what it waits for ends." : by?.startsWith("person") ? "Its people are busy until then." : by === "notBefore" ? "It may not start before then." : by === "now" ? "It has not started, and today is the first day it could." : "It starts with the project.";
      chain.push({ task: at, start: task.start, finish: task.finish, sentence, code: by?.split(":")[0] ?? "plan-start", values: {} });
      at = next;
    }
    const drives = this.plan_.links.filter((link) => link.predecessor === id).map((link) => link.successor);
    return { task: id, sentence: chain[0]!.sentence, causes: [], chain, drives };
  }

  async proposals(): Promise<Proposal[]> {
    await this.wait();
    return this.proposal ? [this.proposal] : [];
  }

  async decline(): Promise<void> {
    this.proposal = undefined;
    this.say({ noun: "proposal" });
  }

  async search(): Promise<void> {
    this.propose();
    this.say({ noun: "proposal" });
  }

  history = async () => this.done.map(({ label, plan }) => ({ version: plan.version, label, at: plan.now }));
  keepBaseline = async () => {};
  here = async () => {};

  async presence(): Promise<Present[]> {
    return [{ account: "fe", name: "Freya Front-end", initials: "FE", task: "t14" as Id, field: "finish", at: this.plan_.now }];
  }

  listen(heard: (event: Heard) => void): () => void {
    this.heard.add(heard);
    return () => this.heard.delete(heard);
  }

  private turn(from: Version[], to: Version[]): Promise<Delta> {
    const base = this.plan_;
    const step = from.pop();
    if (!step) throw new Problem({ type: "", title: "Nothing to undo", status: 409, code: "nothing-to-undo" });
    to.push({ plan: this.plan_, label: step.label });
    this.become({ ...structuredClone(step.plan) });
    return Promise.resolve(this.delta(base));
  }

  private changed(changes: Change[]): Plan {
    const taking = changes.some(({ kind }) => kind === "takeProposal");
    const next = structuredClone(guessed(this.plan_, changes));
    if (taking && this.proposal) {
      next.tasks.find((task) => task.id === "t12")!.assignments = [{ person: "se", units: 100 }];
      this.proposal = undefined;
    }
    this.held = this.settle(next);
    return next;
  }

  private become(plan: Plan) {
    plan.version = this.plan_.version + 1;
    this.plan_ = plan;
    plan.undo = this.done.length ? { version: plan.version, label: this.done.at(-1)!.label } : undefined;
    plan.redo = this.taken.length ? { version: plan.version, label: this.taken.at(-1)!.label } : undefined;
    this.versions.set(plan.version, plan);
    setTimeout(() => this.say({ noun: "plan", version: plan.version }), 5);
    setTimeout(() => this.say({ noun: "forecast", version: plan.version }), 400);
  }

  private settle(plan: Plan): Map<string, string> {
    const held = schedule(plan);
    plan.findings = findings(plan);
    return held;
  }

  private delta(base: Plan): Delta {
    const { tasks, links, ...head } = this.plan_;
    const was = new Map(base.tasks.map((task) => [task.id, JSON.stringify(task)]));
    const ids = new Set(tasks.map((task) => task.id));
    const changed = tasks.filter((task) => was.get(task.id) !== JSON.stringify(task));
    const order = tasks.map((task) => task.id);
    return structuredClone({
      ...head, since: base.version, tasks: changed,
      removed: base.tasks.filter((task) => !ids.has(task.id)).map((task) => task.id),
      order: base.tasks.map((task) => task.id).join() === order.join() ? undefined : order,
      links: JSON.stringify(base.links) === JSON.stringify(links) ? undefined : links,
    });
  }

  private propose() {
    const next = structuredClone(this.plan_);
    const task = next.tasks.find(({ id }) => id === "t12");
    if (!task) return;
    task.assignments = [{ person: "se", units: 100 }];
    schedule(next);
    const was = new Map(this.plan_.tasks.map((of) => [of.id, of]));
    const moves = next.tasks
      .filter(({ id, start, finish }) => was.get(id)!.start !== start || was.get(id)!.finish !== finish)
      .map(({ id, start, finish }) => ({ task: id, start, finish, was: { start: was.get(id)!.start, finish: was.get(id)!.finish } }));
    this.proposal = { id: "pr1", kind: "calendar", at: next.now, version: this.plan_.version, finish: { was: this.plan_.finish, now: next.finish }, moves, people: 4, why: "Give Consent records to Sefa Security, from 11 February." };
  }

  say(event: Heard) {
    for (const heard of this.heard) heard(event);
  }

  private wait() {
    return new Promise((done) => setTimeout(done, this.delay));
  }
}

function chanceBy(of: readonly string[], by: string): number {
  const chances = [0.02, 0.1, 0.5, 0.8, 0.9, 0.98];
  let chance = 0;
  of.forEach((at: string, i: number) => { if (at <= by) chance = chances[i]!; });
  return chance;
}
