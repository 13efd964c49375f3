import { describe, expect, it } from "vitest";
import { batches } from "./cvFiles";

const file = (size: number) => ({ size });
const MB = 1024 * 1024;

describe("files that are sent", () => {
  it("go by twenty, in their order", () => {
    const sizes = Array.from({ length: 45 }, (_, index) => file(index));
    expect(batches(sizes).map((batch) => batch.length)).toEqual([20, 20, 5]);
    expect(batches(sizes).flat()).toEqual(sizes);
  });

  it("go by no more than 40 MB, but for one that is larger", () => {
    expect(batches([file(30 * MB), file(9 * MB), file(2 * MB), file(50 * MB), file(1)]).map((batch) => batch.length)).toEqual([2, 1, 1, 1]);
    expect(batches([])).toEqual([]);
  });
});
