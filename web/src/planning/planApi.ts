import { ask, get, send } from "../api/client";
import { live } from "../live/live";
import type { Change, Dates, Delta, Forecast, Id, Plan } from "./plan";

export type Cause = { code: string; values?: Record<string, unknown>; sentence: string; task?: Id; person?: Id };
export type ChainLink = {
  task: Id;
  start: string;
  finish: string;
  sentence: string;
  code?: string;
  values?: Record<string, unknown>;
};
export type Reason = { task: Id; sentence: string; causes: Cause[]; chain: ChainLink[]; drives: Id[] };
export type Move = { task: Id; was: Dates } & Dates;
export type Proposal = {
  id: Id;
  kind: "calendar" | "facts";
  at: string;
  version: number;
  finish: { was: string; now: string };
  likely?: { was: string; now: string };
  moves: Move[];
  people?: number;
  why?: string;
  values?: Record<string, unknown>;
};
export type Preview = {
  finish: string;
  moved: Move[];
  findings: Plan["findings"];
  others?: { person: Id; project?: Id; from: string; to: string }[];
  likelyBy?: string;
};
export type Present = { account: Id; name: string; initials: string; task?: Id; field?: string; at: string };
export type Past = { version: number; label: string; by?: string | { name: string }; at: string; undone?: boolean };
export type BaselineHead = { id: Id; name: string; at: string };
export type Heard = { noun: string; version?: number; by?: string };

/// The planning API of one project. What it refuses is a Problem; if nobody answers, Away.
export interface PlanApi {
  plan(): Promise<Plan>;
  since(version: number): Promise<Delta>;
  forecast(): Promise<Forecast>;
  change(changes: Change[], label: string, version: number, key: string): Promise<Delta>;
  preview(changes: Change[]): Promise<Preview>;
  undo(): Promise<Delta>;
  redo(): Promise<Delta>;
  reason(task: Id): Promise<Reason>;
  proposals(): Promise<Proposal[]>;
  decline(proposal: Id): Promise<void>;
  search(): Promise<void>;
  history(): Promise<Past[]>;
  keepBaseline(name: string): Promise<void>;
  presence(): Promise<Present[]>;
  here(task: Id | undefined, field: string | undefined): Promise<void>;
  /// Calls `heard` for what happens to this plan elsewhere, until the returned function is called.
  listen(heard: (event: Heard) => void): () => void;
}

export function planApi(project: Id): PlanApi {
  const at = `/api/projects/${project}`;
  const list = async <T>(path: string) => {
    const found = await get<{ items: T[] } | T[]>(`${at}/${path}`);
    return Array.isArray(found) ? found : (found?.items ?? []);
  };
  return {
    plan: () => get<Plan>(`${at}/plan`),
    since: (version) => get<Delta>(`${at}/plan?since=${version}`),
    forecast: () => get<Forecast>(`${at}/forecast`),
    change: async (changes, label, version, key) =>
      (await ask<Delta>(`${at}/changes`, { method: "POST", body: { changes, label }, ifMatch: version, key })).body,
    preview: async (changes) =>
      (await ask<Preview>(`${at}/previews`, { method: "POST", body: { changes }, key: null })).body,
    undo: () => send<Delta>("POST", `${at}/undo`, {}),
    redo: () => send<Delta>("POST", `${at}/redo`, {}),
    reason: (task) => get<Reason>(`${at}/tasks/${task}/reason`),
    proposals: () => list<Proposal>("proposals"),
    decline: (proposal) => send<void>("DELETE", `${at}/proposals/${proposal}`),
    search: () => send<void>("POST", `${at}/searches`, {}),
    history: () => list<Past>("changes"),
    keepBaseline: (name) => send<void>("POST", `${at}/baselines`, { name }),
    presence: () => list<Present>("presence"),
    here: (task, field) => send<void>("PUT", `${at}/presence`, { task, field }),
    listen: (heard) =>
      live.onEvent((event) => {
        if (event.id === project) heard({ noun: event.noun, version: event.version, by: event.by });
      }),
  };
}
