/// What the server tells of a plan. Instants are ISO UTC, whole minutes; see docs/contracts.

export type Id = string;
export type Kind = "effort" | "duration" | "elapsed" | "milestone" | "summary";
export type LinkType = "FS" | "SS" | "FF" | "SF";
export type Lag = { kind: "working" | "elapsed" | "percent"; value: number };

export type Assignment = { person?: Id; skill?: string; units: number };
export type Deadline = { by: string; promisedTo?: string };
export type Progress = { started: string; finished?: string; remainingMinutes?: number };
export type Stretch = { from: string; to: string };

/// How sure an estimate is: less than `low` minutes in one case of ten, more than `high` in one of ten.
export type Range = { low: number; high: number };
export type Task = {
  id: Id;
  parent?: Id;
  name: string;
  kind: Kind;
  minutes?: number;
  assignments?: Assignment[];
  calendar?: string;
  notBefore?: string;
  pinned?: string;
  deadline?: Deadline;
  windows?: Stretch[];
  progress?: Progress;
  priority?: number;
  range?: Range;
  start: string;
  finish: string;
  who?: { person: Id; units: number }[];
  floatMinutes?: number;
  critical?: boolean;
  was?: { start: string; finish: string };
};

export type Link = { predecessor: Id; successor: Id; type: LinkType; lag?: Lag };
export type Person = { id: Id; name: string; initials?: string; skills?: string[]; pool?: boolean; capacity?: number };
export type Finding = {
  code: string;
  severity: "error" | "warning" | "note";
  tasks: Id[];
  values?: Record<string, unknown>;
  message: string;
  hint?: string;
};

/// A week that repeats: ranges "09:00-13:00" by day in English; an absent day is free.
export type Week = Record<string, string[]>;

export type Step = { version: number; label: string };

export type Plan = {
  project: Id;
  name: string;
  version: number;
  zone: string;
  now: string;
  start: string;
  finish: string;
  bound?: string;
  proved?: boolean;
  calendar: { week: Week; exceptions?: Record<string, string[]> };
  tasks: Task[];
  links: Link[];
  people: Person[];
  findings: Finding[];
  baseline?: { id: Id; name: string; at: string };
  undo?: Step;
  redo?: Step;
  can?: { edit?: boolean };
  facts?: { changed: number };
  /// Dates that are reckoned and not kept yet.
  tried?: boolean;
};

/// Quantiles of a finish: by then it is done with 2, 10, 50, 80, 90 and 98 %.
export type Quantiles = [string, string, string, string, string, string];

export type Forecast = {
  version: number;
  asOf: string;
  runs: number;
  from: string;
  finish: Quantiles;
  tasks: Record<Id, Quantiles>;
  promises: { task: Id; by: string; promisedTo?: string; chance: number }[];
};

/// The answer to a change, or what is new since a version.
export type Delta = Partial<Omit<Plan, "tasks" | "links" | "version">> & {
  version: number;
  tasks: (Task & { after?: Id })[];
  order?: Id[];
  removed?: Id[];
  links?: Link[];
  by?: string;
};

export type Written = Partial<{
  name: string;
  kind: Kind;
  minutes: number;
  assignments: Assignment[] | null;
  calendar: string | null;
  notBefore: string | null;
  pinned: string | null;
  deadline: Deadline | null;
  windows: Stretch[] | null;
  progress: Progress | null;
  priority: number;
  range: Range | null;
}>;

export type Change =
  | { kind: "addTask"; task: Written & { id: Id; name: string }; parent?: Id; after?: Id; last?: boolean }
  | { kind: "setTask"; task: Id; set: Written }
  | { kind: "moveTask"; task: Id; parent?: Id; after?: Id; last?: boolean }
  | { kind: "removeTask"; task: Id }
  | { kind: "addLink" | "setLink"; predecessor: Id; successor: Id; type?: LinkType; lag?: Lag }
  | { kind: "removeLink"; predecessor: Id; successor: Id }
  | { kind: "setPlan"; set: { name?: string; start?: string; zone?: string; calendar?: string } }
  | { kind: "takeFacts" }
  | { kind: "takeProposal"; proposal: Id; tasks?: Id[] };
