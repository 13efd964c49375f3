import { Problem, type ProblemDetails } from "../api/client";
import type { ProgressReport } from "../api/types";

const AGAIN = 15_000;
/// Whoever has to sign in anew, or sends too much at once, is not refused for good.
const LATER = [401, 429];

/// What was told of a task and not taken by the server yet: how it goes, what came in its way, or
/// whether it stands still for something.
export type Unsent = { key: string; project: string; task: string; name: string; at: string } & (
  /// `planned` when it was to begin, of one that had not begun
  | { kind: "progress"; report: ProgressReport; version: number; planned?: string }
  | { kind: "complication"; body: { what: string; costMinutes?: number; urgent: boolean } }
  | { kind: "wait"; need: string; what: string; waits: boolean }
);
export type New = Unsent extends infer One ? (One extends Unsent ? Omit<One, "key" | "at"> : never) : never;
export type UnsentState = { waiting: readonly Unsent[]; refused: readonly { unsent: Unsent; problem: ProblemDetails }[] };
/// Answers the plan's version after it, where it has one.
export type Sending = (unsent: Unsent) => Promise<number | undefined>;

type Keep = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/// What is told of work while nobody answers: kept in this browser, and sent in its order, each once, when there is a
/// server again. Moments are those when it was told. What the server refuses is no longer sent, and said until it was read.
/// What is kept is the same in all windows of the browser; one at a time sends.
export class UnsentWork {
  state: UnsentState;
  private sending: Unsent | undefined;
  private readonly watchers = new Set<() => void>();

  constructor(
    private readonly send: Sending,
    private readonly keepAs: string,
    private readonly keep: Keep = localStorage,
    private readonly now: () => Date = () => new Date(),
    private readonly alone: (run: () => Promise<void>) => Promise<void> = (run) => run(),
  ) {
    this.state = this.kept();
  }

  readonly watch = (watcher: () => void) => {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  };

  /// Tries at once, every few seconds and when the browser has a network again, until it is told to end.
  readonly keepTrying = (): (() => void) => {
    const trying = () => void this.sendAll();
    trying();
    const timer = setInterval(trying, AGAIN);
    const elsewhere = ({ key }: StorageEvent) => key === this.keepAs && this.show(this.kept());
    addEventListener("online", trying);
    addEventListener("storage", elsewhere);
    return () => {
      clearInterval(timer);
      removeEventListener("storage", elsewhere);
      removeEventListener("online", trying);
    };
  };

  of(project: string, task: string): readonly Unsent[] {
    return this.state.waiting.filter((each) => each.project === project && each.task === task);
  }

  /// Whether a task stands still for a need, as it was told last and not sent yet; undefined where nothing was.
  waits(need: string): boolean | undefined {
    const told = this.state.waiting.findLast((each) => each.kind === "wait" && each.need === need);
    return told?.kind === "wait" ? told.waits : undefined;
  }

  /// The key of what is sent is the same however often it is tried.
  add(told: New, key: string = crypto.randomUUID()): void {
    const at = minute(this.now());
    const { waiting: all, refused } = this.kept();
    const earlier = all.findLast((each) => each.key !== this.sending?.key && isOfSame(each, told));
    const before = earlier?.kind === "progress" ? earlier.report : undefined;
    const unsent: Unsent = told.kind === "progress" ? { ...told, key, at, version: earlier?.kind === "progress" ? earlier.version : told.version, report: dated(told.report, at, told.planned, before) } : { ...told, key, at };
    this.put({ waiting: [...all.filter((each) => each !== earlier), unsent], refused });
  }

  async sendAll(): Promise<void> {
    if (this.sending || this.kept().waiting.length === 0) return;
    await this.alone(() => this.sendEach());
  }

  private async sendEach(): Promise<void> {
    for (let first = this.kept().waiting[0]; first && !this.sending; first = this.kept().waiting[0]) {
      this.sending = first;
      try {
        this.done(first, await this.send(first));
      } catch (problem) {
        if (!(problem instanceof Problem) || LATER.includes(problem.status)) return;
        const { waiting, refused } = this.kept();
        this.put({ waiting: without(waiting, first), refused: [...refused, { unsent: first, problem: problem.details }] });
      } finally {
        this.sending = undefined;
      }
    }
  }

  /// What was refused has been read.
  dismiss(key: string): void {
    const { waiting, refused } = this.kept();
    this.put({ waiting, refused: refused.filter(({ unsent }) => unsent.key !== key) });
  }

  /// What was told of the same task meanwhile stands on this.
  private done(sent: Unsent, version: number | undefined): void {
    const { waiting, refused } = this.kept();
    const onIt = (each: Unsent): Unsent => (version !== undefined && each.kind === "progress" && each.project === sent.project && each.task === sent.task ? { ...each, version } : each);
    this.put({ waiting: without(waiting, sent).map(onIt), refused });
  }

  private put(state: UnsentState): void {
    if (state.waiting.length + state.refused.length > 0) this.keep.setItem(this.keepAs, JSON.stringify(state));
    else this.keep.removeItem(this.keepAs);
    this.show(state);
  }

  private show(state: UnsentState): void {
    this.state = state;
    for (const watcher of this.watchers) watcher();
  }

  private kept(): UnsentState {
    try {
      return { waiting: [], refused: [], ...(JSON.parse(this.keep.getItem(this.keepAs) ?? "{}") as Partial<UnsentState>) };
    } catch {
      return { waiting: [], refused: [] };
    }
  }
}

/// Of one task's progress, and of one need, the last word counts; whatever came in the way is told.
const isOfSame = (one: Unsent, told: New): boolean =>
  told.kind === "progress" ? one.kind === "progress" && one.project === told.project && one.task === told.task : told.kind === "wait" && one.kind === "wait" && one.need === told.need;

const without = (waiting: readonly Unsent[], sent: Unsent): Unsent[] => waiting.filter(({ key }) => key !== sent.key);

/// The server reads whole minutes, and nothing that is still to come.
const minute = (now: Date): string => new Date(Math.floor(now.getTime() / 60_000) * 60_000).toISOString();

/// Told later, it is still when it was told: done then, and begun then or as planned, whichever is earlier.
function dated(report: ProgressReport, at: string, planned: string | undefined, before: ProgressReport | undefined): ProgressReport {
  if (report.state === "planned") return report;
  const started = report.started ?? (before?.state === "begun" ? before.started : undefined) ?? (planned && (Date.parse(planned) < Date.parse(at) ? planned : at));
  const begun = started === undefined ? report : { ...report, started };
  return report.state === "done" ? { ...begun, finished: report.finished ?? at } : begun;
}
