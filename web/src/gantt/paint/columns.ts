export type Column = "no" | "name" | "extent" | "who" | "start" | "finish" | "likely";
export const COLUMNS: Column[] = ["no", "name", "extent", "who", "start", "finish", "likely"];
export const USUAL: Column[] = ["no", "name", "extent", "who", "start", "finish", "likely"];

const WIDTH: Record<Column, string> = {
  no: "40px",
  name: "minmax(0, 1fr)",
  extent: "52px",
  who: "84px",
  start: "78px",
  finish: "96px",
  likely: "88px",
};

export function gridOf(columns: Column[]): string {
  return columns.map((column) => WIDTH[column]).join(" ");
}

/// Which of them can be typed into.
export const EDITABLE: ReadonlySet<Column> = new Set(["name", "extent", "who", "start", "finish"]);
