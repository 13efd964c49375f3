import type { Delta as Row, Plan as Whole } from "../gantt/model/types";

export type { Assignment, Change, Finding, Forecast, Id, Kind, Link, LinkType, Person, Quantiles, Task, Written } from "../gantt/model/types";
export type Dates = { start: string; finish: string };

/// `planStart` is what was written; `start` when the first task begins.
export type Plan = Whole & { planStart?: string };
/// Dates of many tasks in display order: rows from the place before (at first from row 0), minutes from the start before
/// (at first from 1970), and minutes from start to finish.
export type Moves = { places: number[]; starts: number[]; lengths: number[] };
/// Floats of many tasks, their places as in moves: minutes, or -1 - minutes of a critical one.
export type Floats = { places: number[]; minutes: number[] };
export type Delta = Omit<Row, "by"> & {
  since?: number;
  planStart?: string;
  floats?: Floats;
  moves?: Moves;
  by?: string | { account?: string; name: string };
};
