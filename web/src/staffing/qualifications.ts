import type { Money, Qualifications } from "../api/types";
import { amountOf, typed } from "../money/AmountField";

/// As somebody writes them: a line for each certificate, degree, field and the like, parts parted by commas.
export type QualificationDraft = Record<"leadingSince" | "fields" | "certificates" | "degrees" | "budgets" | "hardware" | "shown", string>;

const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.split(",").map((part) => part.trim()))
    .filter(([first]) => first);
const alone = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
const day = (text?: string) => (text && /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined);

export function draftOf({ leadingSince, fieldsSince, certificates, degrees, budgets, hardware, shown }: Qualifications): QualificationDraft {
  return {
    leadingSince: leadingSince ?? "",
    fields: Object.entries(fieldsSince)
      .map(([field, since]) => `${field}, ${since}`)
      .join("\n"),
    certificates: certificates
      .map(({ name, issuer, management, expires }) => [name, issuer ?? "", management ? "management" : "field", expires ?? ""].join(", ").replace(/(, )+$/, ""))
      .join("\n"),
    degrees: degrees.map(({ level, field }) => `${level}, ${field}`).join("\n"),
    budgets: budgets.map((money) => `${typed(money)} ${money.currency}`).join("\n"),
    hardware: hardware.join("\n"),
    shown: Object.entries(shown)
      .map(([skill, what]) => `${skill}, ${what}`)
      .join("\n"),
  };
}

/// What the server is to be told; a field without a day is left out.
export function written({ leadingSince, fields, certificates, degrees, budgets, hardware, shown }: QualificationDraft) {
  return {
    leadingSince: leadingSince || null,
    fieldsSince: Object.fromEntries(lines(fields).flatMap(([field, since]) => (day(since) ? [[field, since]] : []))),
    certificates: lines(certificates).map(([name, issuer, about, expires]) => ({ name, issuer: issuer || null, management: about === "management", expires: day(expires) ?? null })),
    degrees: lines(degrees).map(([level, field]) => ({ level, field: field ?? "" })),
    budgets: alone(budgets).map(budget),
    hardware: alone(hardware),
    shown: Object.fromEntries(alone(shown).map(skill)),
  };
}

/// `2,400,000 EUR` as `2400000 EUR`; what is no amount goes as it is, for the server to say so.
function budget(line: string): Money {
  const [, amount = "", currency = ""] = /^([\d.,'\s]*\d)\s*(\p{L}{3})$/u.exec(line) ?? [];
  return amountOf(amount, currency.toUpperCase()) ?? { minor: 0, currency: line.toUpperCase() };
}

/// The skill stands before the first comma, what shows it behind.
function skill(line: string): [string, string] {
  const comma = line.indexOf(",");
  return comma < 0 ? [line, ""] : [line.slice(0, comma).trim(), line.slice(comma + 1).trim()];
}
