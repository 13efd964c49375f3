import type { Delta as Row, Plan as Whole } from "../gantt/model/types";

export type { Assignment, Change, Finding, Forecast, Id, Kind, Link, LinkType, Person, Quantiles, Task, Written } from "../gantt/model/types";
export type Dates = { start: string; finish: string };

/// `planStart` is what was written; `start` when the first task begins.
export type Plan = Whole & { planStart?: string };
/// Dates of many tasks: their places in display order, and minutes since 1970.
export type Moves = { places: number[]; starts: number[]; finishes: number[] };
export type Delta = Omit<Row, "by"> & {
  since?: number;
  planStart?: string;
  /// For each task in display order its float in minutes, or -1 - minutes if it is critical.
  floats?: number[];
  moves?: Moves;
  by?: string | { account?: string; name: string };
};
