/// What may be done about somebody's weaker side, as the server calls it.
export const MITIGATIONS = ["deputy", "leadEngineer", "mentor", "training", "none"] as const;
export type MitigationKind = (typeof MITIGATIONS)[number];

export const needsSomebody = (what: MitigationKind) => what === "deputy" || what === "leadEngineer" || what === "mentor";

/// What stands in the form first.
export const mitigationFor = (weaker: string | undefined): MitigationKind => (weaker === "field" ? "leadEngineer" : weaker ? "mentor" : "none");
