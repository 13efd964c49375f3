import { expect, test } from "vitest";
import { number, priceOf, written } from "./price";

test("amounts are read as people in both languages write them", () => {
  expect(["1200", "1,200.50", "1.200,50", "1200,5", "12.5", "1,200", "0,05", "-80", "x"].map(number)).toEqual([1200, 1200.5, 1200.5, 1200.5, 12.5, 1200, 0.05, -80, 0]);
});

test("a price goes to the server in the smallest units of its currency", () => {
  const form = { title: "", what: "", amount: "120", hours: "7,5", currency: "EUR" };
  expect(priceOf({ ...form, kind: "none" })).toBeUndefined();
  expect(priceOf({ ...form, kind: "stated" })).toEqual({ amount: { minor: 12000, currency: "EUR" } });
  expect(priceOf({ ...form, kind: "stated", currency: "JPY" })).toEqual({ amount: { minor: 120, currency: "JPY" } });
  expect(priceOf({ ...form, kind: "hours" })).toEqual({ minutes: 450, rate: { minor: 12000, currency: "EUR" } });
});

test("what was written comes back as it was", () => {
  const price = { amount: { minor: 90000, currency: "EUR" }, minutes: 450, rate: { minor: 12000, currency: "EUR" } };
  expect(written({ title: "A", what: "B", price })).toEqual({ title: "A", what: "B", kind: "hours", amount: "120", hours: "7.5", currency: "EUR" });
});
