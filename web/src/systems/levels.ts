export type Placed = { x: number; y: number };
type Node = { id: string; runsOn: readonly string[] };

/// In rows: each stands above all on which it runs, as low as that allows; what nothing runs on and that runs on nothing
/// stands in the last row. Circles, which the server refuses, end by themselves.
export function levels<T extends Node>(items: readonly T[]): T[][] {
  const byId = new Map(items.map((each) => [each.id, each]));
  const heights = new Map<string, number>();
  const height = (id: string, above: readonly string[]): number => {
    const known = heights.get(id);
    if (known !== undefined || above.includes(id)) return known ?? 0;
    const below = (byId.get(id)?.runsOn ?? []).filter((other) => byId.has(other));
    const found = below.length === 0 ? 0 : 1 + Math.max(...below.map((other) => height(other, [...above, id])));
    heights.set(id, found);
    return found;
  };
  const rows: T[][] = [];
  for (const each of items) (rows[height(each.id, [])] ??= []).push(each);
  return rows.filter(Boolean).reverse();
}
