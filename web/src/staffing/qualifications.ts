import type { Qualifications } from "../api/types";

/// As somebody writes them: a line for each certificate, degree and field, parts parted by commas.
export type QualificationDraft = { leadingSince: string; fields: string; certificates: string; degrees: string };

const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.split(",").map((part) => part.trim()))
    .filter(([first]) => first);
const day = (text?: string) => (text && /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined);

export function draftOf({ leadingSince, fieldsSince, certificates, degrees }: Qualifications): QualificationDraft {
  return {
    leadingSince: leadingSince ?? "",
    fields: Object.entries(fieldsSince)
      .map(([field, since]) => `${field}, ${since}`)
      .join("\n"),
    certificates: certificates
      .map(({ name, issuer, management, expires }) => [name, issuer ?? "", management ? "management" : "field", expires ?? ""].join(", ").replace(/(, )+$/, ""))
      .join("\n"),
    degrees: degrees.map(({ level, field }) => `${level}, ${field}`).join("\n"),
  };
}

/// What the server is to be told; a field without a day is left out.
export function written({ leadingSince, fields, certificates, degrees }: QualificationDraft) {
  return {
    leadingSince: leadingSince || null,
    fieldsSince: Object.fromEntries(lines(fields).flatMap(([field, since]) => (day(since) ? [[field, since]] : []))),
    certificates: lines(certificates).map(([name, issuer, about, expires]) => ({ name, issuer: issuer || null, management: about === "management", expires: day(expires) ?? null })),
    degrees: lines(degrees).map(([level, field]) => ({ level, field: field ?? "" })),
  };
}
