import type { Delta as Row, Plan as Whole } from "../gantt/model/types";

export type { Assignment, Change, Finding, Forecast, Id, Kind, Link, LinkType, Person, Quantiles, Task, Written } from "../gantt/model/types";
export type Dates = { start: string; finish: string };

/// `planStart` is what was written; `start` when the first task begins.
export type Plan = Whole & { planStart?: string };
export type Delta = Omit<Row, "by"> & {
  since?: number;
  planStart?: string;
  /// For each task in display order its float in minutes, or -1 - minutes if it is critical.
  floats?: number[];
  by?: string | { account?: string; name: string };
};
