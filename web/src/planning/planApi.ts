import { ask, get, send } from "../api/client";
import { live } from "../live/live";
import type { components } from "../api/schema";
import type { Change, Delta, Forecast, Id, Plan } from "./plan";

type Said = components["schemas"];
export type Cause = Said["Cause"];
export type ChainLink = Said["ReasonStep"];
export type Reason = Said["Reason"];
export type Move = Said["Move"];
/// `likely` is not said yet; the tray is ready for it.
export type Proposal = Omit<Said["Proposal"], "values" | "findings" | "lost"> &
  Partial<Pick<Said["Proposal"], "values" | "findings" | "lost">> & { likely?: { was: string; now: string } };
export type Preview = Omit<Said["Preview"], "findings"> & { findings: Plan["findings"] };
export type Present = Said["Present"];
export type Past = Pick<Said["PlanHistoryItem"], "version" | "label" | "at"> & Partial<Said["PlanHistoryItem"]>;
export type BaselineHead = Said["BaselineHead"];
export type Heard = { noun: string; version?: number; by?: string };

/// The planning API of one project. What it refuses is a Problem; if nobody answers, Away.
export interface PlanApi {
  plan(): Promise<Plan>;
  since(version: number): Promise<Delta>;
  forecast(): Promise<Forecast>;
  /// One step, made on a version and on top of own later ones. The key makes it happen once, however often it is sent.
  change(step: { changes: Change[]; label: string; base: number; onTopOf: number[]; key: string }): Promise<Delta>;
  /// What `change` would answer, with nothing stored.
  trial(step: { changes: Change[]; base: number; onTopOf: number[] }): Promise<Delta>;
  preview(changes: Change[]): Promise<Preview>;
  undo(): Promise<Delta>;
  redo(): Promise<Delta>;
  reason(task: Id): Promise<Reason>;
  proposals(): Promise<Proposal[]>;
  decline(proposal: Id): Promise<void>;
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
    change: async ({ changes, label, base, onTopOf, key }) =>
      (await ask<Delta>(`${at}/changes`, { method: "POST", body: { changes, label, onTopOf }, ifMatch: base, key })).body,
    trial: async ({ changes, base, onTopOf }) =>
      (await ask<Delta>(`${at}/trials`, { method: "POST", body: { changes, onTopOf }, ifMatch: base, key: null })).body,
    preview: async (changes) =>
      (await ask<Preview>(`${at}/previews`, { method: "POST", body: { changes }, key: null })).body,
    undo: () => send<Delta>("POST", `${at}/undo`, {}),
    redo: () => send<Delta>("POST", `${at}/redo`, {}),
    reason: (task) => get<Reason>(`${at}/tasks/${task}/reason`),
    proposals: () => list<Proposal>("proposals"),
    decline: (proposal) => send<void>("DELETE", `${at}/proposals/${proposal}`),
    history: () => list<Past>("changes"),
    keepBaseline: (name) => send<void>("POST", `${at}/baselines`, { name }),
    presence: () => list<Present>("presence"),
    here: (task, field) => send<void>("PUT", `${at}/presence`, { task, field }),
    listen: (heard) =>
      live.onEvent((event) => {
        if (event.noun === "begin") heard({ noun: "plan" });
        else if (event.noun === "reset") for (const noun of ["plan", "forecast", "proposal", "presence"]) heard({ noun });
        else if (event.id === project) heard({ noun: event.noun, version: event.version, by: event.by });
      }),
  };
}
