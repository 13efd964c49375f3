import type { MaintenancePolicy, MaintenancePolicyDetail } from "../api/types";

export type StepDraft = { name: string; hours: string; skill: string; within: boolean; each: boolean };
export type PolicyDraft = {
  name: string;
  kind: MaintenancePolicy["kind"];
  rule: string;
  first: string;
  except: readonly string[];
  grace: string;
  window: string;
  approval: boolean;
  steps: readonly StepDraft[];
  wayBack: string;
  wayBackHours: string;
  assets: readonly { id: string; name: string }[];
  ended: boolean;
};

export const NO_STEP: StepDraft = { name: "", hours: "1", skill: "", within: false, each: false };

export function drafted(today: string, detail?: MaintenancePolicyDetail): PolicyDraft {
  const policy = detail?.policy;
  return {
    name: policy?.name ?? "",
    kind: policy?.kind ?? "update",
    rule: policy?.rule ?? "FREQ=MONTHLY;BYDAY=2TU",
    first: policy?.first ?? today,
    except: policy?.except ?? [],
    grace: String(policy?.grace ?? 7),
    window: policy?.window ?? "",
    approval: policy?.approval ?? false,
    steps: policy?.steps.map(({ minutes, skill, ...step }) => ({ ...step, hours: String(minutes / 60), skill: skill ?? "" })) ?? [],
    wayBack: policy?.wayBack ?? "",
    wayBackHours: policy?.wayBackMinutes ? String(policy.wayBackMinutes / 60) : "",
    assets: detail?.assets ?? [],
    ended: policy?.ended ?? false,
  };
}

const minutes = (hours: string) => Math.round(Number(hours || 0) * 60);

/// The same for the server.
export function asked(draft: PolicyDraft) {
  return {
    name: draft.name,
    kind: draft.kind,
    rule: draft.rule,
    first: draft.first,
    except: draft.except,
    grace: Number(draft.grace || 0),
    window: draft.window || undefined,
    approval: draft.approval,
    steps: draft.steps.map(({ hours, skill, ...step }) => ({ ...step, within: step.within && draft.window !== "", minutes: minutes(hours), skill: skill || undefined })),
    wayBack: draft.wayBack || undefined,
    wayBackMinutes: minutes(draft.wayBackHours),
    assets: draft.assets.map(({ id }) => id),
    ended: draft.ended,
  };
}
