import type { PortalProject } from "../api/types";

type Told = { update?: { facts: Pick<NonNullable<PortalProject["update"]>["facts"], "promises" | "next"> } };

/// What a client was told to come, promised or planned, each once: what a question can be about.
export function milestonesOf({ update }: Told): { task: string; name: string }[] {
  const all = new Map<string, string>();
  for (const { task, name } of [...(update?.facts.promises ?? []), ...(update?.facts.next ?? [])]) if (task && !all.has(task)) all.set(task, name);
  return [...all].map(([task, name]) => ({ task, name }));
}
