import { expect, it } from "vitest";
import { draftOf, written } from "./qualifications";

it("are written again as they were read", () => {
  const known = {
    leadingSince: "2016-03-01",
    fieldsSince: { software: "2010-09-01" },
    certificates: [
      { name: "PMP", issuer: "PMI", management: true, expires: "2027-04-30" },
      { name: "CCNA", issuer: "Cisco", management: false },
    ],
    degrees: [{ level: "master", field: "management" }],
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
  });
});

it("leave out fields without a day", () => {
  expect(written({ leadingSince: "", fields: "software\nnetworks, 2020-01-01", certificates: "", degrees: "" }).fieldsSince).toEqual({ networks: "2020-01-01" });
});
