import type { ChangeRequest } from "../api/types";

/// A change as its form has it: numbers as they are typed.
export type Written = {
  title: string;
  what: string;
  kind: "none" | "stated" | "hours";
  amount: string;
  hours: string;
  currency: string;
};

export function written({ title, what, price }: Pick<ChangeRequest, "title" | "what" | "price">): Written {
  const money = price?.rate ?? price?.amount;
  return {
    title,
    what,
    kind: !price ? "none" : price.rate ? "hours" : "stated",
    amount: money ? String(money.minor / 10 ** digits(money.currency)) : "",
    hours: price?.minutes ? String(price.minutes / 60) : "",
    currency: money?.currency ?? "EUR",
  };
}

type Money = { minor: number; currency: string };

/// As the server wants it; what is no number is sent as nothing, and is refused there in words.
export function priceOf({ kind, amount, hours, currency }: Written): { amount?: Money; minutes?: number; rate?: Money } | undefined {
  if (kind === "none") return undefined;
  const money = { minor: Math.round(number(amount) * 10 ** digits(currency)), currency };
  return kind === "stated" ? { amount: money } : { minutes: Math.round(number(hours) * 60), rate: money };
}

/// "1,234.5", "1.234,5" and "1234,5" are all read: the last sign that parts digits is the decimal one, but for a single
/// comma before three digits.
export function number(text: string): number {
  const plain = text.replaceAll(/[\s'\u00a0\u202f]/g, "");
  const last = Math.max(plain.lastIndexOf(","), plain.lastIndexOf("."));
  if (last < 0) return Number(plain) || 0;
  const after = plain.slice(last + 1);
  const grouped = after.length === 3 && !/[.,]/.test(plain.slice(0, last)) && plain[last] !== ".";
  const whole = (grouped ? plain : plain.slice(0, last)).replaceAll(/[.,]/g, "");
  return Number(grouped ? whole : `${whole}.${after}`) || 0;
}

function digits(currency: string): number {
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}
