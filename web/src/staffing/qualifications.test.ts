import { expect, it } from "vitest";
import { draftOf, written } from "./qualifications";

const nothing = { leadingSince: "", fields: "", certificates: "", degrees: "", budgets: "", hardware: "", shown: "" };

it("are written again as they were read", () => {
  const known = {
    leadingSince: "2016-03-01",
    fieldsSince: { software: "2010-09-01" },
    certificates: [
      { name: "PMP", issuer: "PMI", management: true, expires: "2027-04-30" },
      { name: "CCNA", issuer: "Cisco", management: false },
    ],
    degrees: [{ level: "master", field: "management" }],
    budgets: [{ minor: 240000000, currency: "EUR" }],
    hardware: ["servers", "storage"],
    shown: { punctuality: "Five releases, each on its day." },
    version: 3,
  };
  expect(written(draftOf(known))).toEqual({
    leadingSince: "2016-03-01",
    fieldsSince: { software: "2010-09-01" },
    certificates: [
      { name: "PMP", issuer: "PMI", management: true, expires: "2027-04-30" },
      { name: "CCNA", issuer: "Cisco", management: false, expires: null },
    ],
    degrees: [{ level: "master", field: "management" }],
    budgets: [{ minor: 240000000, currency: "EUR" }],
    hardware: ["servers", "storage"],
    shown: { punctuality: "Five releases, each on its day." },
  });
});

it("leave out fields without a day", () => {
  expect(written({ ...nothing, fields: "software\nnetworks, 2020-01-01" }).fieldsSince).toEqual({ networks: "2020-01-01" });
});

it("are understood with points or commas in an amount", () => {
  expect(written({ ...nothing, budgets: "2,400,000 EUR\n2.400.000 eur\nmuch" }).budgets).toEqual([
    { minor: 240000000, currency: "EUR" },
    { minor: 240000000, currency: "EUR" },
    { minor: 0, currency: "MUCH" },
  ]);
});

it("keep budgets in currencies with and without minor units, to the last of them", () => {
  const budgets = [
    { minor: 50000000, currency: "JPY" },
    { minor: 123450, currency: "EUR" },
    { minor: 1234567, currency: "KWD" },
  ];
  const draft = draftOf({ fieldsSince: {}, certificates: [], degrees: [], budgets, hardware: [], shown: {}, version: 1 });
  expect(draft.budgets).toBe("50000000 JPY\n1234.50 EUR\n1234.567 KWD");
  expect(written(draft).budgets).toEqual(budgets);
  expect(written({ ...nothing, budgets: "1,234.50 EUR\n2.400 EUR" }).budgets).toEqual([
    { minor: 123450, currency: "EUR" },
    { minor: 0, currency: "2.400 EUR" },
  ]);
});
