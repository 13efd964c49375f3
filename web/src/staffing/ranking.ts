/// The order in which picked criteria count: musts first, then as they were picked. As the server has it.
export function counted(criteria: readonly { id: string; must: boolean }[], picked: readonly string[]): string[] {
  const musts = new Set(criteria.filter(({ must }) => must).map(({ id }) => id));
  return [...picked.filter((id) => musts.has(id)), ...picked.filter((id) => !musts.has(id))];
}

/// Those who are on a par, together.
export function grouped<T extends { place: number }>(placed: readonly T[]): { place: number; of: T[] }[] {
  const groups: { place: number; of: T[] }[] = [];
  for (const each of placed) {
    const last = groups.at(-1);
    if (last?.place === each.place) last.of.push(each);
    else groups.push({ place: each.place, of: [each] });
  }
  return groups;
}
