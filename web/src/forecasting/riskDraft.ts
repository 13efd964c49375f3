import type { Risk } from "../api/types";

/// A risk as the fields have it.
export type RiskDraft = Record<"what" | "cause" | "percent" | "task" | "longer" | "hours" | "days" | "cost" | "currency" | "owner" | "response" | "review", string>;

/// Stands for the tasks that a risk hits already, where they are several.
export const SEVERAL = "several";

const number = (value: number) => (value === 0 ? "" : String(value));

export function drafted(risk?: Risk): RiskDraft {
  return {
    what: risk?.what ?? "",
    cause: risk?.cause ?? "project",
    percent: String(risk ? Math.round(risk.chance * 100) : 20),
    task: !risk || risk.tasks.length === 0 ? "" : risk.tasks.length === 1 ? risk.tasks[0]! : SEVERAL,
    longer: number(risk?.percent ?? 0),
    hours: number((risk?.minutes ?? 0) / 60),
    days: number(risk?.days ?? 0),
    cost: risk?.cost ? String(risk.cost.minor / 100) : "",
    currency: risk?.cost?.currency ?? "EUR",
    owner: risk?.owner ?? "",
    response: risk?.response ?? "",
    review: risk?.review ?? "",
  };
}

/// The same for the server; whether it counts stays as it is.
export function asked(draft: RiskDraft, risk?: Risk) {
  return {
    what: draft.what.trim(),
    cause: draft.cause,
    percent: Number(draft.percent),
    tasks: draft.task === SEVERAL ? risk?.tasks ?? [] : draft.task ? [draft.task] : [],
    longer: Number(draft.longer || 0),
    minutes: Math.round(Number(draft.hours || 0) * 60),
    days: Number(draft.days || 0),
    cost: draft.cost ? { minor: Math.round(Number(draft.cost) * 100), currency: draft.currency } : undefined,
    owner: draft.owner || undefined,
    response: draft.response.trim() || undefined,
    review: draft.review || undefined,
    counted: risk?.counted ?? true,
  };
}
