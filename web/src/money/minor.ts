/// An amount as it is typed, in minor units: "1,250.50", "1.250,50" and "1250" mean what they look like. Undefined for
/// what is no amount, is below nothing, or has more digits than the currency, and for "1.250", which could be either.
/// No floating point is on the way.
export function minorOf(typed: string, digits: number): number | undefined {
  const text = typed.replace(/[\s'\u00a0]/g, "");
  const comma = /^[\d.]*,\d{1,2}$/.test(text) && !/^\d{1,3}(,\d{3})+$/.test(text);
  if (digits < 3 && /^[1-9]\d{0,2}\.\d{3}$/.test(text)) return undefined;
  const points = /^\d{1,3}(\.\d{3}){2,}$/.test(text);
  const plain = comma || points ? text.replaceAll(".", "").replace(",", ".") : text.replace(/,(?=\d{3})/g, "");
  const parts = /^(\d{1,13})(?:\.(\d+))?$/.exec(plain);
  if (!parts) return undefined;
  const fraction = (parts[2] ?? "").replace(/0+$/, "");
  if (fraction.length > digits) return undefined;
  const minor = Number(parts[1]! + fraction.padEnd(digits, "0"));
  return Number.isSafeInteger(minor) ? minor : undefined;
}
