import { Away, Problem } from "../api/client";
import { movedBetween } from "./delta";
import { guessed } from "./guess";
import type { Change, Dates, Delta, Forecast, Id, Plan } from "./plan";
import type { Heard, PlanApi, Present, Proposal } from "./planApi";
import { confirmedBy, isLarge, trial, type Trial } from "./trial";

/// Something done here that the server has not confirmed yet: made on the version `base`, and on top of own steps that
/// were confirmed since. What others did since is not what the author saw, so the server is told both.
export type Unsent = { key: string; label: string; changes: Change[]; at: string; base: number; onTopOf: number[] };
export type Difference = { task?: Id; field: string; yours?: unknown; theirs?: unknown; by?: string; at?: string };
/// What somebody else changed at the same time; nothing is sent until one value is chosen.
export type Conflict = { edit: Unsent; differences: Difference[] };

export type PlanState = {
  plan?: Plan;
  forecast?: Forecast;
  /// Dates before what was just answered, of the tasks that moved.
  moved?: Map<Id, Dates>;
  failure?: unknown;
  unsent: readonly Unsent[];
  /// Since when the server has not answered; unsent edits are kept in this browser.
  awaySince?: string;
  saved?: string;
  conflict?: Conflict;
  refused?: { label: string; problem: unknown };
  proposals: readonly Proposal[];
  present: readonly Present[];
};

type Keep = Pick<Storage, "getItem" | "setItem" | "removeItem">;
const PAUSES = [1_000, 2_000, 4_000, 8_000];
const PRESENCE_MS = 20_000;
/// A page that nobody sees is not drawn.
const LATEST_DRAWN = 100;

/// One open plan: what the server has confirmed, what was done here since, and both together as the page shows them.
///
/// Edits are sent one by one in their order, each as one step; the ones that could not be sent wait in this browser.
export class PlanSession {
  state: PlanState = { unsent: [], proposals: [], present: [] };
  private confirmed: Plan | undefined;
  private tried: Trial | undefined;
  private sending = false;
  /// Whether what is being sent is only tried as yet, so that it can still be dropped.
  private trying = false;
  private heardVersion = 0;
  /// Whether something was said of the plan before it was there: it may be older than that.
  private missed = false;
  private tries = 0;
  private timer = 0;
  private pulse = 0;
  private closed = false;
  private place: { task?: Id; field?: string } = {};
  private readonly watchers = new Set<() => void>();
  private unlisten = () => {};

  constructor(
    private readonly api: PlanApi,
    private readonly project: Id,
    private readonly keep: Keep = localStorage,
    private readonly now: () => Date = () => new Date(),
  ) {
    this.state = { ...this.state, unsent: this.kept() };
  }

  readonly watch = (watcher: () => void) => {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  };

  async open(): Promise<void> {
    this.closed = false;
    this.unlisten = this.api.listen((event) => this.heard(event));
    this.pulse = window.setInterval(() => void this.tellPlace(), PRESENCE_MS);
    await this.load();
    void this.send();
    await idle();
    if (this.closed) return;
    void this.tellPlace();
    void this.askForecast();
    void this.askProposals();
    void this.askPresence();
  }

  close(): void {
    this.closed = true;
    this.unlisten();
    clearInterval(this.pulse);
    clearTimeout(this.timer);
  }

  /// Shows changes at once and sends them as soon as can be.
  edit(changes: Change[], label: string): void {
    if (!this.confirmed || changes.length === 0) return;
    const edit = { key: crypto.randomUUID(), label, changes, at: this.now().toISOString(), base: this.confirmed.version, onTopOf: [] };
    this.put({ unsent: [...this.state.unsent, edit], refused: undefined });
    // The server works while the page draws.
    void this.send();
    this.show();
  }

  /// What was not sent yet is simply dropped; else the server takes back the last own step.
  async undo(): Promise<void> {
    const last = this.state.unsent.at(-1);
    if (last && !(this.sending && !this.trying && this.state.unsent.length === 1)) return this.drop(last);
    await this.turn(() => this.api.undo());
  }

  async redo(): Promise<void> {
    await this.turn(() => this.api.redo());
  }

  /// Of two values, the one that was typed here.
  async keepMine(): Promise<void> {
    const edit = this.state.conflict?.edit;
    this.put({ conflict: undefined });
    await this.catchUp();
    if (edit) this.rebase(edit);
    await this.send();
  }

  keepTheirs(): void {
    const edit = this.state.conflict?.edit;
    this.put({ conflict: undefined });
    if (edit) this.drop(edit);
    void this.catchUp();
    void this.send();
  }

  forgetRefusal(): void {
    this.put({ refused: undefined });
  }

  async decline(proposal: Proposal): Promise<void> {
    this.put({ proposals: this.state.proposals.filter((other) => other.id !== proposal.id) });
    await this.attempt(() => this.api.decline(proposal.id));
  }

  tryNow(): void {
    clearTimeout(this.timer);
    this.tries = 0;
    void (this.confirmed ? this.catchUp().then(() => this.send()) : this.open());
  }

  /// Where this reader is, for the others.
  at(task: Id | undefined, field?: string): void {
    if (this.place.task === task && this.place.field === field) return;
    this.place = { task, field };
    void this.tellPlace();
  }

  // — what is said elsewhere —

  private heard({ noun, version }: Heard): void {
    if (noun === "forecast") void this.askForecast();
    else if (noun === "proposal") void this.askProposals();
    else if (noun === "presence") void this.askPresence();
    else if (noun === "plan") {
      this.heardVersion = Math.max(this.heardVersion, version ?? 0);
      if (!this.confirmed) this.missed = true;
      else if (!this.sending) void this.catchUp();
    }
  }

  private async load(): Promise<void> {
    try {
      this.confirmed = await this.api.plan();
      this.put({ failure: undefined, awaySince: undefined, plan: guessedAll(this.confirmed, this.state.unsent) });
      if (this.missed) void this.catchUp();
      this.missed = false;
    } catch (failed) {
      if (failed instanceof Away) this.wentAway();
      this.put({ failure: failed });
    }
  }

  private async catchUp(): Promise<void> {
    if (!this.confirmed || this.closed) return;
    await this.attempt(async () => this.take(await this.api.since(this.confirmed!.version)));
  }

  private async askForecast(): Promise<void> {
    await this.attempt(async () => this.put({ forecast: await this.api.forecast() }));
  }

  private async askProposals(): Promise<void> {
    await this.attempt(async () => this.put({ proposals: await this.api.proposals() }));
  }

  private async askPresence(): Promise<void> {
    await this.attempt(async () => this.put({ present: await this.api.presence() }));
  }

  private async tellPlace(): Promise<void> {
    if (document.hidden) return;
    await this.attempt(() => this.api.here(this.place.task, this.place.field));
  }

  /// What the page can do without: a refusal is no news, silence is.
  private async attempt(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (failed) {
      if (failed instanceof Away) this.wentAway();
      else if (!(failed instanceof Problem)) throw failed;
    }
  }

  // — sending —

  private async send(): Promise<void> {
    if (this.sending || this.closed || this.state.conflict || !this.confirmed) return;
    const edit = this.state.unsent[0];
    if (!edit) return;
    this.sending = true;
    try {
      if (isLarge(this.confirmed)) await this.tryOut(edit);
      if (this.state.unsent[0] === edit) await this.change(edit);
    } catch (failed) {
      this.failed(edit, failed);
    } finally {
      this.sending = false;
    }
    if (this.heardVersion > this.confirmed.version) await this.catchUp();
    if (!this.state.awaySince) await this.send();
  }

  /// Shows where an edit puts everything before it is kept. What can't be tried is told by the edit itself.
  private async tryOut(edit: Unsent): Promise<void> {
    this.trying = true;
    await this.attempt(async () => {
      const delta = await this.api.trial(edit);
      if (delta.since !== this.confirmed!.version || this.state.unsent[0] !== edit) return;
      this.tried = trial(edit.key, this.confirmed!, delta);
      this.show();
      await drawn();
    });
    this.trying = false;
  }

  private async change(edit: Unsent): Promise<void> {
    const delta = await this.api.change(edit);
    this.tries = 0;
    this.forget(edit);
    this.stack(delta.version);
    this.put({ saved: this.now().toISOString(), awaySince: undefined });
    await this.takeAnswer(delta);
  }

  private failed(edit: Unsent, failed: unknown): void {
    if (failed instanceof Away) return this.wentAway();
    if (!(failed instanceof Problem)) throw failed;
    if (failed.status === 409 || failed.status >= 500) return this.later();
    if (failed.status === 412) {
      const differences = (failed.details.values?.conflicts ?? []) as Difference[];
      this.put({ conflict: { edit, differences } });
      void this.catchUp();
      return;
    }
    this.forget(edit);
    this.show();
    this.put({ refused: { label: edit.label, problem: failed } });
  }

  private async turn(act: () => Promise<Delta>): Promise<void> {
    try {
      await this.takeAnswer(await act());
      this.put({ saved: this.now().toISOString() });
    } catch (failed) {
      if (failed instanceof Away) this.wentAway();
      else if (failed instanceof Problem) this.put({ refused: { label: "", problem: failed } });
      else throw failed;
    }
  }

  /// An answer that begins after what is known here leaves a gap, which is asked for.
  private async takeAnswer(delta: Delta): Promise<void> {
    if (delta.since !== undefined && delta.since > this.confirmed!.version) await this.catchUp();
    else this.take(delta);
  }

  private take(delta: Delta): void {
    if (this.state.awaySince) this.put({ awaySince: undefined });
    this.tries = 0;
    if (delta.version <= this.confirmed!.version) return this.show();
    this.confirmed = confirmedBy(this.confirmed!, delta, this.tried);
    this.tried = undefined;
    this.show();
    if (this.state.proposals.length > 0) void this.askProposals();
  }

  private wentAway(): void {
    if (this.closed) return;
    if (!this.state.awaySince) this.put({ awaySince: this.now().toISOString() });
    this.later();
  }

  private later(): void {
    clearTimeout(this.timer);
    const pause = PAUSES[Math.min(this.tries++, PAUSES.length - 1)]!;
    this.timer = window.setTimeout(() => {
      if (!this.confirmed) return void this.open();
      void this.catchUp().then(() => (this.state.awaySince ? undefined : this.send()));
    }, pause);
  }

  // — keeping —

  private drop(edit: Unsent): void {
    this.forget(edit);
    this.show();
  }

  private forget(edit: Unsent): void {
    this.put({ unsent: this.state.unsent.filter((other) => other.key !== edit.key) });
  }

  /// What is still to be sent was made on top of what was just confirmed.
  private stack(version: number): void {
    this.put({ unsent: this.state.unsent.map((edit) => (edit.base < version ? { ...edit, onTopOf: [...edit.onTopOf, version] } : edit)) });
  }

  /// Its author has seen what others did, and wants it all the same. A new key: it is asked anew.
  private rebase(edit: Unsent): void {
    const base = this.confirmed!.version;
    this.put({ unsent: this.state.unsent.map((each) => (each.key === edit.key ? { ...each, key: crypto.randomUUID(), base, onTopOf: [] } : each)) });
  }

  private show(): void {
    const before = this.state.plan;
    const plan = this.shown();
    if (plan === before) return;
    const moved = before ? movedBetween(before, plan) : undefined;
    this.put(moved?.size ? { plan, moved } : { plan });
  }

  private shown(): Plan {
    const [first, ...rest] = this.state.unsent;
    return first && first.key === this.tried?.key ? guessedAll(this.tried.plan, rest) : guessedAll(this.confirmed!, this.state.unsent);
  }

  private put(part: Partial<PlanState>): void {
    this.state = { ...this.state, ...part };
    if (part.unsent) this.store();
    for (const watcher of this.watchers) watcher();
  }

  private get shelf() {
    return `plan.unsent.${this.project}`;
  }

  private store(): void {
    if (this.state.unsent.length === 0) this.keep.removeItem(this.shelf);
    else this.keep.setItem(this.shelf, JSON.stringify(this.state.unsent));
  }

  private kept(): Unsent[] {
    try {
      const kept = JSON.parse(this.keep.getItem(this.shelf) ?? "[]") as Unsent[];
      return kept.filter(({ base, onTopOf }) => Number.isInteger(base) && Array.isArray(onTopOf));
    } catch {
      // What can't be read can't be sent; it was written by an older page.
      return [];
    }
  }
}

/// Once the page has been drawn: what stands beside the plan comes after it.
const idle = () =>
  new Promise<void>((resolve) =>
    "requestIdleCallback" in window ? window.requestIdleCallback(() => resolve(), { timeout: 1_000 }) : setTimeout(resolve, 100),
  );

/// Once what was just shown has been drawn: while thousands of dates are stored, less of the processor is left for that.
const drawn = () =>
  new Promise<void>((resolve) => {
    const late = setTimeout(resolve, LATEST_DRAWN);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(late);
        resolve();
      }),
    );
  });

const guessedAll = (plan: Plan, unsent: readonly Unsent[]) =>
  unsent.reduce((shown, edit) => guessed(shown, edit.changes), plan);
