import { expect, test } from "vitest";
import { counted, grouped } from "./ranking";

test("musts count before what was picked first", () => {
  const criteria = [
    { id: "budget", must: true },
    { id: "degree", must: false },
    { id: "hardware", must: true },
  ];

  expect(counted(criteria, ["degree", "hardware", "budget"])).toEqual(["hardware", "budget", "degree"]);
});

test("those who are on a par stand together", () => {
  const placed = [{ place: 1, n: 4 }, { place: 2, n: 1 }, { place: 2, n: 3 }, { place: 4, n: 2 }];

  expect(grouped(placed).map(({ place, of }) => [place, of.length])).toEqual([[1, 1], [2, 2], [4, 1]]);
});
