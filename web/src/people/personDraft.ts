import type { Arrival, Money, Person } from "../api/types";
import { words } from "./skills";

/// A person as somebody writes one: all in text, as the fields have it.
export type PersonDraft = {
  name: string;
  email: string;
  skills: string;
  fields: string;
  site: string;
  lead: string;
  pool: boolean;
  share: string;
  heads: string;
  rate: string;
  currency: string;
  first: string;
  rampWeeks: string;
  rampShare: string;
};

export const emptyDraft: PersonDraft = {
  name: "",
  email: "",
  skills: "",
  fields: "",
  site: "",
  lead: "",
  pool: false,
  share: "100",
  heads: "2",
  rate: "",
  currency: "EUR",
  first: "",
  rampWeeks: "6",
  rampShare: "50",
};

export function draftOf(person: Person): PersonDraft {
  return {
    name: person.name,
    email: person.email ?? "",
    skills: person.skills.join(", "),
    fields: person.fields.join(", "),
    site: person.site ?? "",
    lead: person.lead ?? "",
    pool: person.pool,
    share: String(person.units),
    heads: String(Math.max(1, Math.round(person.capacity / 100))),
    rate: person.rate ? String(person.rate.minor / 100) : "",
    currency: person.rate?.currency ?? "EUR",
    first: person.arrival?.first ?? "",
    rampWeeks: String(person.arrival?.rampUpWeeks ?? 6),
    rampShare: String(person.arrival?.rampUpShare ?? 50),
  };
}

/// What the server is to be told; null clears. Only with `rates` something is said about money.
export function written(draft: PersonDraft, rates: boolean): Record<string, unknown> {
  return {
    name: draft.name.trim(),
    email: draft.email.trim() || null,
    skills: words(draft.skills),
    fields: words(draft.fields),
    site: draft.site || null,
    lead: draft.lead || null,
    pool: draft.pool,
    ...(draft.pool ? { capacity: Number(draft.heads) * 100 } : { units: Number(draft.share) }),
    arrival: arrival(draft),
    ...(rates ? { rate: money(draft) } : {}),
  };
}

/// Null for somebody who has long been here.
export function arrival({ first, rampWeeks, rampShare }: Pick<PersonDraft, "first" | "rampWeeks" | "rampShare">): Arrival | null {
  return first ? { first, rampUpWeeks: Number(rampWeeks), rampUpShare: Number(rampShare) } : null;
}

function money({ rate, currency }: PersonDraft): Money | null {
  const amount = Number(rate.replace(",", "."));
  return rate.trim() === "" || Number.isNaN(amount) ? null : { minor: Math.round(amount * 100), currency };
}
