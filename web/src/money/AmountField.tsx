import { useState } from "react";
import type { Money } from "../api/types";
import { digitsOf } from "../ui/dates";
import { TextField } from "../ui/Field";
import { useWords } from "../words/words";
import { minorOf } from "./minor";

export type Amount = { text: string; currency: string; money: Money | undefined; set: (text: string) => void; setCurrency: (currency: string) => void; clear: () => void };

/// An amount as it is typed, and what it means; undefined while it means none.
export function useAmount(currency: string, first?: Money): Amount {
  const [text, set] = useState(() => (first ? typed(first) : ""));
  const [code, setCurrency] = useState(first?.currency ?? currency);
  return { text, currency: code, money: amountOf(text, code), set, setCurrency, clear: () => set("") };
}

export function amountOf(text: string, currency: string): Money | undefined {
  if (!/^[A-Z]{3}$/.test(currency)) return undefined;
  const minor = minorOf(text, digitsOf(currency));
  return minor === undefined ? undefined : { minor, currency };
}

export function typed({ minor, currency }: Money): string {
  const digits = digitsOf(currency);
  const text = String(minor).padStart(digits + 1, "0");
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

export function AmountField({ label, of, required = true }: { label: string; of: Amount; required?: boolean }) {
  const { t } = useWords();
  return (
    <>
      <TextField label={label} required={required} inputMode="decimal" value={of.text} wrong={of.text !== "" && !of.money ? t("money.amount.wrong") : undefined} onChange={(event) => of.set(event.target.value)} />
      <TextField label={t("money.currency")} required={required} maxLength={3} value={of.currency} onChange={(event) => of.setCurrency(event.target.value.toUpperCase())} />
    </>
  );
}
