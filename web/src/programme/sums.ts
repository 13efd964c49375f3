import type { DueQuarter, Money } from "../api/types";

/// Amounts added up, each currency for itself, the largest first. Whole minor units, so that nothing is rounded.
export function sums(amounts: readonly (readonly Money[])[]): Money[] {
  const all = new Map<string, number>();
  for (const { minor, currency } of amounts.flat()) all.set(currency, (all.get(currency) ?? 0) + minor);
  return [...all].map(([currency, minor]) => ({ minor, currency })).sort((one, other) => other.minor - one.minor);
}

/// What is drawn of each quarter: one currency.
export function totalsByQuarter(quarters: readonly DueQuarter[], currency: string | undefined) {
  const of = (amounts: readonly Money[]) => amounts.find((each) => each.currency === currency)?.minor ?? 0;
  return quarters.map(({ from, free, planned }) => ({ from, free: of(free), planned: of(planned) }));
}
