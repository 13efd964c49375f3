import { withDelta } from "./delta";
import type { Delta, Plan } from "./plan";

/// From so many tasks on, dates are reckoned first and stored afterwards: a cascade of thousands takes longer to keep
/// than to know.
const LARGE = 1_000;

/// The dates that an unsent edit will have, as the server has reckoned them without keeping anything.
///
/// @param key of the edit
export type Trial = { key: string; delta: Delta; plan: Plan };

export const isLarge = (plan: Plan) => plan.tasks.length >= LARGE;

export function trial(key: string, confirmed: Plan, delta: Delta): Trial {
  const { version, undo, redo } = confirmed;
  return { key, delta, plan: { ...withDelta(confirmed, delta), version, undo, redo, tried: true } };
}

/// The plan with a confirmed delta: what was tried already stays the same objects, if it came out the same.
export function confirmedBy(plan: Plan, delta: Delta, tried: Trial | undefined): Plan {
  if (!tried || told(tried.delta) !== told(delta)) return withDelta(plan, delta);
  const { tried: _tried, ...same } = tried.plan;
  return withDelta(same, { ...delta, tasks: [], order: undefined, removed: undefined, links: undefined, moves: undefined, floats: undefined });
}

const told = ({ since, version, tasks, order, removed, links, moves, floats }: Delta) =>
  JSON.stringify([since, version, tasks, order, removed, links, moves, floats]);
