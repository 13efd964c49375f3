import { expect, test } from "vitest";
import { Outline } from "../model/outline";
import type { Link, Task } from "../model/types";
import { LinkBuckets, linkPath } from "./links";

const at = "2027-02-01T08:00:00Z";
const tasks = Array.from({ length: 500 }, (_, i): Task => ({ id: `t${i}`, name: "", kind: "effort", start: at, finish: at }));
const link = (from: number, to: number): Link => ({ predecessor: `t${from}`, successor: `t${to}`, type: "FS" });

test("a view is asked to draw each link that crosses it, and no far one", () => {
  const links = [link(0, 5), link(10, 90), link(200, 201), link(0, 499)];
  const buckets = new LinkBuckets(new Outline(tasks), links);

  expect(buckets.crossing(40, 60)).toEqual([1]);
  expect(buckets.crossing(0, 20)).toEqual([0, 1, 3]);
  expect(buckets.crossing(480, 499)).toEqual([3]);
});

test("a link leaves at the finish, bends once and enters from the left", () => {
  const size = { bar: 12, row: 24 };
  const path = linkPath({ start: 0, finish: 100, top: 0 }, { start: 150, finish: 200, top: 48 }, "FS", size, 0);

  expect(path).toMatch(/^M98 18V60H150/);
});

test("where the finish is not left of the start it enters from above", () => {
  const size = { bar: 12, row: 24 };
  const path = linkPath({ start: 0, finish: 100, top: 0 }, { start: 60, finish: 200, top: 48 }, "FS", size, 0);

  expect(path).toMatch(/V54/);
});
