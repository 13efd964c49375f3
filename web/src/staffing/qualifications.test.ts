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
