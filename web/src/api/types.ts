/// What the API says, by hand until the types are generated from its description.

export type Day = string;
export type Instant = string;
export type Id = string;
export type DayName = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
/// "09:00-13:00" on each working day; a day that is absent is free.
export type Week = Partial<Record<DayName, string[]>>;
export type Money = { minor: number; currency: string };
export type List<T> = { items: T[]; next?: string };

export type Theme = "light" | "dark" | "system";
export type Density = "compact" | "comfortable";
export type RoleName =
  | "administrator"
  | "official"
  | "manager"
  | "deputy"
  | "lead"
  | "recruiter"
  | "worker"
  | "client"
  | "subcontractor";
export type ScopeName = "company" | "client" | "project";
export type Grant = { grant?: Id; role: RoleName; scope: ScopeName; id?: Id; name?: string };

export type Session = {
  account: {
    id: Id;
    name: string;
    login: string;
    initials: string;
    language: "en" | "de";
    theme: Theme;
    density: Density;
  };
  person?: Id;
  company: { name: string; zone: string; country: string; region?: string; demo: boolean };
  grants: Grant[];
  can: string[];
  now: Instant;
};

export type SignInWays = { password: boolean; openId: { id: string; name: string; url: string }[] };
export type SetupState = { needed: boolean; demo: boolean };
export type OwnSession = { id: Id; since: Instant; lastSeen: Instant; address: string; agent: string; current: boolean };
export type Token = { id: Id; name: string; since: Instant; lastUsed?: Instant; until?: Instant };
export type NewToken = { id: Id; name: string; secret: string };
export type Account = {
  id: Id;
  name: string;
  login: string;
  email?: string;
  initials: string;
  disabled?: boolean;
  person?: Id;
  grants: Grant[];
};
export type Invitation = {
  id: Id;
  name: string;
  email?: string;
  role: RoleName;
  scope: ScopeName;
  scopeId?: Id;
  person?: Id;
  since: Instant;
  until: Instant;
  accepted?: Instant;
  url?: string;
};
export type OpenInvitation = { name: string; email?: string; company: string; role: RoleName; until: Instant };
export type Place = { code: string; name: string };
export type Company = {
  name: string;
  zone: string;
  country: string;
  region?: string;
  language: "en" | "de";
  week?: Week;
  demo?: boolean;
  version?: number;
};
export type Client = { id: Id; name: string; projects?: number; version?: number };
export type AuditEntry = {
  seq: number;
  at: Instant;
  account?: Id;
  name: string;
  action: string;
  noun: string;
  id?: Id;
  project?: Id;
  detail?: unknown;
};

export type Person = {
  id: Id;
  name: string;
  initials: string;
  email?: string;
  site?: Id;
  skills: string[];
  fields: string[];
  levels?: Record<string, number>;
  week: Week;
  calendarName?: string;
  zone?: string;
  units: number;
  lead?: Id;
  pool: boolean;
  capacity: number;
  rate?: Money;
  away?: { from: Day; to: Day }[];
  version?: number;
};
export type Absence = { id: Id; from: Day; to: Day; kind?: string; note?: string };
/// One stretch of the ledger; the project only where the reader may see it.
export type Booking = { project?: Id; task?: Id; from: Instant; to: Instant; units: number; hard: boolean };
export type Load = {
  periods: Day[];
  /// in percent of the time there is; away: in percent of the time there would be
  people: { person: Id; name: string; skills: string[]; cells: { percent: number; away?: number }[] }[];
};
export type Request = {
  id: Id;
  person: Id;
  name: string;
  project: Id;
  from: Day;
  to: Day;
  units: number;
  hard: boolean;
  note?: string;
  state: "asked" | "granted" | "declined";
  askedBy: Id;
  askedAt: Instant;
  decidedAt?: Instant;
  rule?: string;
  can: { decide?: boolean };
};
export type Site = { id: Id; name: string; country: string; region?: string; zone?: string };
export type Holiday = { date: Day; name: string };
export type Shutdown = { id: Id; site?: Id; from: Day; to: Day; name: string };

export type ProjectKind = "software" | "infrastructure" | "other";
export type ProjectStatus = "planned" | "running" | "finished";
export type Accountable = { account?: Id; person?: Id; name: string; since?: Day; acting?: boolean };
export type Project = {
  id: Id;
  name: string;
  client?: { id: Id; name: string };
  zone: string;
  kind: ProjectKind;
  status: ProjectStatus;
  accountable?: Accountable;
  start: Instant;
  finish?: Instant;
  version: number;
};

export type Decision = { code: string; text: string; project?: Id; task?: Id; proposal?: Id; by?: Day };
export type PortfolioRow = {
  id: Id;
  name: string;
  client?: { id: Id; name: string } | string;
  kind: ProjectKind;
  status: ProjectStatus;
  accountable?: Accountable;
  start: Instant;
  plannedFinish?: Instant;
  likely?: string[];
  promise?: { by: Instant; chance?: number; promisedTo?: string };
  done?: number;
  milestones?: { name: string; at: Instant }[];
  decisions?: Decision[];
  version: number;
};
export type Portfolio = {
  now: Instant;
  projects: PortfolioRow[];
  short?: { skill: string; months: { month: string; percent: number }[] }[];
};
export type Found = {
  noun: "project" | "task" | "person" | "client" | "page";
  id: Id;
  project?: Id;
  name: string;
  hint?: string;
};

export type ImportLine = { what: string; why?: string; count?: number; severity: "error" | "warning" | "note" };
export type ImportPerson = {
  name: string;
  match: "known" | "new" | "unsure";
  person?: Id;
  candidates?: { person: Id; name: string }[];
};
export type ImportFile = {
  name: string;
  format?: string;
  project?: { name: string; start?: Instant; tasks: number; links: number; finish?: Instant };
  lines?: ImportLine[];
  people?: ImportPerson[];
  error?: { code: string; title: string; detail?: string; hint?: string };
};
export type Import = { id: Id; files: ImportFile[] };
export type PeopleImport = {
  id: Id;
  rows: { line: number; name: string; what: "new" | "change" | "same" | "wrong"; fields?: { name: string; was?: string; now: string }[]; problems?: string[] }[];
  unknown?: string[];
};

/// What a live event says: which thing changed, not how.
export type LiveEvent = { seq: number; noun: string; id: Id; version?: number; by?: string };
